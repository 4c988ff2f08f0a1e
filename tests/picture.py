"""``python -m tests.picture``: takes the README's pictures of the running program anew."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from served import opened

FOLDER = Path(__file__).resolve().parent.parent / ".readme"


def main() -> None:
    """Open one telling day, and save what a reader sees, and what an audience sees."""
    with opened("?date=2025-12-27&state=FIN") as page:
        page.screenshot(path=FOLDER / "explore.png")
        page.keyboard.press("b")
        page.wait_for_selector("body[data-stage=open]")
        page.wait_for_timeout(1000)
        page.screenshot(path=FOLDER / "brief.png")


if __name__ == "__main__":
    main()
