"""What is wrong with a depositary's file, or with the folder that a pack is to be made in."""

from collections.abc import Sequence

from dashboard.record.errors import shown


class DepositaryError(Exception):
    """The work cannot be done; every line of ``lines`` says one reason, where, and what to do."""

    def __init__(self, lines: str | Sequence[str]) -> None:
        self.lines = tuple(map(shown, [lines] if isinstance(lines, str) else lines))
        super().__init__("\n".join(self.lines))
