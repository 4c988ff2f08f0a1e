"""Goes through a pack with every check, and tells what it found in order of file and line."""

from pathlib import Path

from dashboard.record.ledger import Ledger
from dashboard.record.pack import Reading
from dashboard.record.review import (
    acts,
    blanks,
    characters,
    evidence,
    quotes,
    sides,
    states,
    treaty,
)
from dashboard.record.review.findings import Check, Desk, Finding

CHECKS: tuple[Check, ...] = (
    acts.standings,
    acts.notices,
    acts.rows,
    evidence.events,
    evidence.days,
    evidence.sources,
    quotes.rows,
    quotes.languages,
    quotes.words,
    sides.topics,
    sides.verdicts,
    states.accessions,
    states.borders,
    states.lengths,
    treaty.name,
    treaty.spans,
    characters.cells,
    blanks.texts,
)


def review(reading: Reading, folder: Path) -> tuple[Finding, ...]:
    """Every doubt about the pack that was read from ``folder``."""
    desk = Desk(
        ledger=Ledger(reading.pack),
        tables=reading.tables,
        setting_lines=reading.treaty_file.lines,
        folder=folder.resolve().name,
    )
    return tuple(sorted(finding for check in CHECKS for finding in check(desk)))
