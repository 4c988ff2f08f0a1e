"""What ``flankwatch deploy`` writes and says, for the tests about it."""

import io
import os
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from web.servers import environment

from dashboard import cli


@dataclass(frozen=True)
class Written:
    """A folder that was written, and what was said about it."""

    folder: Path
    said: str

    def text(self, name: str) -> str:
        """The text of one of its files."""
        return (self.folder / name).read_text(encoding="utf-8")

    @property
    def commands(self) -> list[str]:
        """The commands to type next."""
        return [line.strip() for line in self.said.partition("Next:\n")[2].splitlines()]

    @property
    def contents(self) -> dict[str, bytes]:
        """Every file, by its path in the folder."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}


def deployed(kind: str, folder: Path, *options: str, **variables: str) -> Written:
    """Run ``flankwatch deploy`` with options and environment variables; it must work."""
    out = io.StringIO()
    with patch.dict(os.environ, environment(variables), clear=True), redirect_stdout(out):
        assert cli.main(["deploy", kind, str(folder), *options]) == 0
    return Written(folder, out.getvalue())
