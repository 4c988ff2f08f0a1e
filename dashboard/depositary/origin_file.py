"""Writes SOURCE.md of a new pack: where it comes from, and what it leaves out."""

from collections.abc import Iterator

from dashboard.depositary.draft import Draft
from dashboard.record.review.blanks import FILL_IN

NEXT = f"""\
## What to do next

1. Fill in what is marked {FILL_IN} in `treaty.toml` and `events.csv`; `flankwatch check` names it.
2. Hold the dates of effect against the depositary's notifications.
3. Add what the table does not say: votes, statements, quotes, disagreements, each with its source.
"""


def source_md(draft: Draft) -> str:
    """The text of ``SOURCE.md``."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield "# Where this record comes from"
    yield ""
    if not draft.file:
        yield "Say here which table of the depositary this record was made from, and when."
    else:
        yield f"Made from the depositary's table in the file `{draft.file}` (SHA-256"
        yield f"`{draft.sha256}`)."
    yield ""
    if draft.participants.organisations:
        yield "## Organisations"
        yield ""
        yield "They are no states and not counted among the parties."
        yield ""
        for each in draft.participants.organisations:
            acts = [f"{act.kind or act.detail or 'act'} {act.day}" for act in each.acts]
            yield f"- {each.name}: {', '.join(map(str, acts))}"
        yield ""
    if draft.participants.unknown:
        yield "## Left out"
        yield ""
        yield from (f"- {line}" for line in draft.participants.unknown)
        yield ""
    yield NEXT.rstrip()
