"""The guide for editors, followed word for word: its commands, its files, its answers."""

import csv
import io
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from web.servers import Server

from dashboard import cli
from dashboard.paths import GEODATA

GUIDE = (GEODATA / "treaties" / "EDITING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PACK = Path("example")


@dataclass(frozen=True)
class Block:
    """A block of the guide: a command, an answer, a file, or rows and settings of one."""

    language: str
    file: str
    text: str


def blocks() -> Iterator[Block]:
    """The blocks in their order."""
    for language, file, text in BLOCK.findall(GUIDE):
        yield Block(language, file, text)


def fill_in(block: Block) -> None:
    """Do with a file of the example what the guide tells an editor to do."""
    path = PACK / block.file
    if block.language == "toml":
        path.write_text(with_settings(path.read_text("utf-8"), block.text), encoding="utf-8")
    elif not path.exists():
        Path(block.file).write_text(block.text, encoding="utf-8")
    else:
        path.write_text(with_rows(path.read_text("utf-8"), block.text), encoding="utf-8")


def with_settings(old: str, new: str) -> str:
    """A TOML file with the values of the settings that are given in place of blanks."""
    values, table = {}, ""
    for line in filter(None, new.splitlines()):
        if line.startswith("["):
            table = line
        else:
            values[table, line.partition(" = ")[0]] = line
    lines, table = [], ""
    for line in old.splitlines():
        table = line if line.startswith("[") else table
        value = values.pop((table, line.partition(" = ")[0]), "")
        assert not value or "# FILL IN" in line
        lines.append(value or line)
    assert values == {}, "the guide fills in settings that the file does not have"
    return "\n".join(lines) + "\n"


def with_rows(old: str, new: str) -> str:
    """A table with the rows that are given: in place of the blank one of that state, or added."""
    table, rows = (list(csv.reader(io.StringIO(text))) for text in (old, new))
    if rows[0] == table[0]:
        table = table[:1]
        rows = rows[1:]
    blank = [row for row in table if "FILL IN" in ",".join(row)]
    kept = [row for row in table if row not in blank]
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([*kept, *rows])
    return stream.getvalue()


def test_the_guide_leads_from_the_table_to_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    statuses, answered, served = [], [], ""
    answer = ""
    for block in blocks():
        match block.language:
            case "sh":
                [line] = block.text.splitlines()
                program, *arguments = shlex.split(line)
                assert program == "flankwatch"
                if arguments[0] == "serve":
                    options = [
                        str(tmp_path / each) if each == "example" else each for each in arguments
                    ]
                    with Server(*options[1:]) as server:
                        served = server.ask("/?date=2022-09-03").text
                    continue
                statuses.append(cli.main(arguments))
                answer = "".join(capsys.readouterr())
            case "text":
                assert answer.startswith(block.text)
                answered.append(block.text)
            case _:
                fill_in(block)
    assert statuses == [0, 2, 0, 1]
    assert len(answered) == 4
    assert "Example Treaty" in served
    assert cli.main(["check", "example"]) == 0
    assert sum(1 for _ in blocks()) == 15
