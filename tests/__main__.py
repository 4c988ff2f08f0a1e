"""``python -m tests``: everything that must hold before a change lands, in one command."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from chromium import VARIABLE, provide  # noqa: E402

WORKERS = (os.cpu_count() or 1) + 1
"""One more than there are processors: tests wait for browsers and servers half of the time."""
CHECKS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["pytest", f"--numprocesses={WORKERS}", "--dist=worksteal", "--cov", "--cov-report=term"],
)


def main() -> int:
    """Get a browser where there is none, run every check, and say which of them failed."""
    print(f"browser: {provide()} (another one: {VARIABLE}=…)", flush=True)
    failed = []
    for module, *arguments in CHECKS:
        print(f"\n$ {' '.join([module, *arguments])}", flush=True)
        command = [sys.executable, "-m", module, *arguments]
        if subprocess.run(command, cwd=HERE.parent, check=False).returncode != 0:
            failed.append(module)
    if failed:
        print(f"\nfailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
