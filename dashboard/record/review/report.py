"""The output of ``flankwatch check``: lines for an editor, data for scripts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from dashboard.record.dates import PartialDate, day_in_words
from dashboard.record.errors import PackError, Problem, shown
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack, Reading, open_pack
from dashboard.record.review.findings import Doubt, Finding
from dashboard.record.review.review import review

MANY = 9
"""The most findings of one kind in one file that have a line each; more share one line."""


@dataclass(frozen=True)
class Report:
    """The pack and the doubts about it; or, where it was refused, no pack and its problems."""

    folder: Path
    pack: Pack | None
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]


def examine(folder: Path, read: Callable[[Path], Reading] = open_pack) -> Report:
    """Read the treaty pack in ``folder`` and review it. A pack that is wrong is not reviewed.

    ``read`` may ask more of a pack than to be right in itself.
    """
    try:
        reading = read(folder)
    except PackError as error:
        return Report(folder, None, error.problems, ())
    return Report(folder, reading.pack, (), review(reading, folder))


def in_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """The findings of each file by line, and a blank line between files."""
    for _, of_file in groupby(findings, key=lambda finding: finding.file):
        kinds: dict[Doubt, list[Finding]] = defaultdict(list)
        for finding in of_file:
            kinds[finding.kind].append(finding)
        entries = [entry for alike in kinds.values() for entry in _entries(alike)]
        yield from (text for _, text in sorted(entries))
        yield ""


def _entries(alike: Sequence[Finding]) -> Iterator[tuple[int, str]]:
    """Findings of one kind in one file, each with the line to sort it by."""
    if len(alike) > MANY:
        first = alike[0]
        lines = _ranges(sorted({finding.line for finding in alike}))
        text = f"{len(alike)} times {first.kind.meaning} [{first.kind}]: lines {lines}"
        yield first.line, f"{first.file}:{first.line}: {first.column}: {text}"
    else:
        yield from ((finding.line, f"{finding} [{finding.kind}]") for finding in alike)


def _ranges(lines: Sequence[int]) -> str:
    """``2–3, 5``: line numbers, neighbours drawn together."""
    runs = groupby(enumerate(lines), key=lambda item: item[1] - item[0])
    ends = [[line for _, line in run] for _, run in runs]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in ends)


def summary(pack: Pack, findings: Sequence[Finding]) -> Iterator[str]:
    """How much the pack holds, from when to when, where the main group stands, how many doubts."""
    counted = [_counted(count, nouns) for nouns, count in counts(pack).items()]
    yield f"{shown(pack.treaty.short_title)}: {', '.join(counted)}"
    first, last = _days(pack)
    yield f"Events from {first.words} to {last.words}"
    through = day_in_words(pack.treaty.verified_through)
    main, standings = pack.treaty.groups[pack.treaty.main_group], main_standings(pack)
    yield f"Verified through {through}; on that day, {shown(main)}:"
    for standing in Standing:
        if names := [
            shown(pack.states[iso].name) for iso, its in standings.items() if its is standing
        ]:
            yield f"  {standing}: {', '.join(names)}"
    kinds = Counter(finding.kind for finding in findings)
    yield _counted(len(findings), "warnings") + (":" if findings else "")
    for kind, count in kinds.most_common():
        yield f"  {count:>4} {kind}: {kind.meaning}"


def _counted(count: int, nouns: str) -> str:
    """``1 topic``, ``2 topics``."""
    return f"{count} {nouns.removesuffix('s') if count == 1 else nouns}"


def counts(pack: Pack) -> dict[str, int]:
    """How many rows each table of the pack has, and how many topics the treaty names."""
    return {
        "states": len(pack.states),
        "events": len(pack.events),
        "quotes": len(pack.quotes),
        "sources": len(pack.sources),
        "claims": len(pack.claims),
        "topics": len(pack.treaty.topics),
        "borders": len(pack.borders),
    }


def _days(pack: Pack) -> tuple[PartialDate, PartialDate]:
    """The dates of the first and of the last event; no treaty is in force without any."""
    dates = sorted((event.date for event in pack.events), key=lambda date: date.first)
    return dates[0], dates[-1]


def main_standings(pack: Pack) -> dict[str, Standing]:
    """Where the states of the main group stand on the last day that the record vouches for."""
    standings = Ledger(pack).standings(pack.treaty.verified_through)
    return {state.iso_a3: standings[state.iso_a3] for state in pack.group(pack.treaty.main_group)}


def as_data(report: Report) -> dict[str, Any]:
    """The report for machines; its keys are always the same, and null where a pack was refused."""
    pack = report.pack
    days = _days(pack) if pack else None
    return {
        "pack": str(report.folder),
        "verified_through": pack.treaty.verified_through.isoformat() if pack else None,
        "first_event": str(days[0]) if days else None,
        "last_event": str(days[1]) if days else None,
        "counts": counts(pack) if pack else None,
        "standings": main_standings(pack) if pack else None,
        "problems": [_as_data(problem, "error") for problem in report.problems],
        "warnings": [_as_data(finding, finding.kind) for finding in report.findings],
    }


def _as_data(problem: Problem, kind: str) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line or None,
        "column": problem.column or None,
        "kind": kind,
        "message": shown(problem.message),
    }
