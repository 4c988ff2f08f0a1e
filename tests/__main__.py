"""``python -m tests``: everything that must hold before a change lands, in one command."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

from chromium import VARIABLE, provide  # noqa: E402

WORKERS = (os.cpu_count() or 1) + 1
"""One more than there are processors: tests wait for browsers and servers half of the time."""
CHECKS = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["pytest", f"--numprocesses={WORKERS}", "--dist=worksteal", "--cov", "--cov-report=term"],
)
BESIDE = ["mypy"]
"""Checks beside the others, while they wait; what it says is shown when they are done."""


def _command(check: list[str]) -> list[str]:
    return [sys.executable, "-m", *check]


def _announce(check: list[str]) -> None:
    print(f"\n$ {' '.join(check)}", flush=True)


def main() -> int:
    """Get a browser where there is none, run every check, and say which of them failed."""
    print(f"browser: {provide()} (another one: {VARIABLE}=…)", flush=True)
    failed = []
    with subprocess.Popen(
        _command(BESIDE), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as beside:
        for check in CHECKS:
            _announce(check)
            if subprocess.run(_command(check), cwd=ROOT, check=False).returncode != 0:
                failed.append(check[0])
        said, _ = beside.communicate()
    _announce(BESIDE)
    print(said, end="", flush=True)
    if beside.returncode != 0:
        failed.append(BESIDE[0])
    if failed:
        print(f"\nfailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
