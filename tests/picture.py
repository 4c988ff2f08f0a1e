"""``python -m tests.picture``: takes the README's picture of the running program anew."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from served import opened

PICTURE = Path(__file__).resolve().parent.parent / ".readme" / "explore.png"


def main() -> None:
    """Open one telling day, and save what a reader sees."""
    with opened("?date=2025-12-27&state=FIN") as page:
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
