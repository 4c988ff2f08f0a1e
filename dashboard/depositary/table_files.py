"""Writes the tables of a new pack: states, their acts, and the source of both."""

from collections.abc import Iterable, Iterator, Mapping

from dashboard.depositary.draft import SOURCE, Draft
from dashboard.depositary.status import Act
from dashboard.record.kinds import Aim, Confidence, Kind, OnMap, SourceKind
from dashboard.record.models import MODELS
from dashboard.record.review.blanks import FILL_IN
from dashboard.record.spelling import Spelling
from dashboard.record.table_text import table_text

TITLES = {
    Kind.SIGNATURE: "{} signs",
    Kind.STATEMENT: "{} declares provisional application",
    None: f"{{}}: an act whose kind the table does not say ({FILL_IN} kind)",
}
SPELLING = Spelling.of(None)
"""A new pack knows of no alliance whose members its states are."""
ASKED = f"{FILL_IN} date (the day on which the notice reached the depositary) and effect."
UNSURE = "The chart does not say"


def tables(draft: Draft) -> dict[str, str]:
    """The text of every table by its file; those that nothing is known for have a header only."""
    rows: dict[str, Iterable[Mapping[str, str]]] = {
        "states.csv": _states(draft),
        "events.csv": _events(draft),
        "sources.csv": _sources(draft),
        "names.csv": _names(draft),
    }
    return {file: table_text(model, rows.get(file, ()), SPELLING) for file, model in MODELS.items()}


def name_of(draft: Draft, iso_a3: str) -> str:
    """The name of a state: as the shipped record calls it, else as the table does."""
    place = draft.places.get(iso_a3)
    return place.name if place else draft.participants.states[iso_a3].name


def _states(draft: Draft) -> Iterator[dict[str, str]]:
    drawn = [iso for iso, state in draft.places.items() if state.map is OnMap.DRAWN]
    listed = sorted({*drawn, *draft.participants.states}, key=lambda iso: _order(draft, iso))
    for iso in listed:
        place, participant = draft.places.get(iso), draft.participants.states.get(iso)
        yield {
            "iso_a3": iso,
            "name": name_of(draft, iso),
            "group": _group(draft, iso),
            "map": place.map if place else OnMap.OFF,
            "atlas_id": place.atlas_id if place else "",
            "sources": SOURCE,
            "note": " ".join(participant.notes) if participant else "",
        }


def _order(draft: Draft, iso_a3: str) -> tuple[int, str]:
    return ("view", "context", "world").index(_group(draft, iso_a3)), name_of(draft, iso_a3)


def _group(draft: Draft, iso_a3: str) -> str:
    if iso_a3 in draft.told:
        return "view"
    place = draft.places.get(iso_a3)
    return "context" if place and place.map is not OnMap.OFF else "world"


def _events(draft: Draft) -> list[dict[str, str]]:
    rows = [
        row
        for iso, participant in draft.participants.states.items()
        for row in (*(_act(draft, iso, act) for act in participant.acts), *_ends(draft, iso))
    ]
    return sorted(rows, key=lambda row: (row["date"] or "9999", row["iso_a3"]))


def _act(draft: Draft, iso_a3: str, act: Act) -> dict[str, str]:
    title = TITLES.get(act.kind, f"{{}} deposits its instrument of {act.kind}")
    if act.words:
        title = f"{{}} consents to be bound ({act.words})"
    row = {"title": title.format(name_of(draft, iso_a3)), "detail": act.detail}
    row |= {"effect": str(act.effect or ""), "effect_sources": SOURCE if act.effect else ""}
    sure = Confidence.MEDIUM if act.detail.startswith(UNSURE) else Confidence.HIGH
    return _row(iso_a3, str(act.day), act.kind or "", row, confidence=sure)


def _ends(draft: Draft, iso_a3: str) -> Iterator[dict[str, str]]:
    """The notice of a withdrawal, with blanks for days that nobody gave; and a suspension."""
    withdrawal, name = draft.withdrawal(iso_a3), name_of(draft, iso_a3)
    if withdrawal:
        day, effect = str(withdrawal.notice or ""), str(withdrawal.effect or "")
        row = {"title": f"{name} deposits its notice of withdrawal", "detail": "" if day else ASKED}
        row |= {"effect": effect, "effect_sources": SOURCE if effect else "", "aim": Aim.LEAVE}
        yield _row(iso_a3, day, Kind.NOTIFICATION, row)
    if suspended := draft.participants.states[iso_a3].suspended:
        row = {"title": f"{name} tells the depositary of a suspension", "aim": Aim.SUSPEND}
        yield _row(iso_a3, str(suspended), Kind.NOTIFICATION, row)


def _row(
    iso_a3: str,
    day: str,
    kind: str,
    cells: Mapping[str, str],
    confidence: Confidence = Confidence.HIGH,
) -> dict[str, str]:
    aim = cells.get("aim") if cells.get("aim") == Aim.SUSPEND else ""
    parts = [iso_a3.lower(), day, kind or "act", aim or ""]
    row = {"id": "-".join(filter(None, parts)), "date": day, "iso_a3": iso_a3, "kind": kind}
    return {**row, "sources": SOURCE, "confidence": confidence, **cells}


def _sources(draft: Draft) -> Iterator[dict[str, str]]:
    facts = draft.facts
    read = f"Read from the file {draft.file}, SHA-256 {draft.sha256}." if draft.file else ""
    yield {
        "id": SOURCE,
        "publisher": facts.depositary or "",
        "title": "Status of the treaty: participants, signatures, consents to be bound",
        "kind": SourceKind.DEPOSITARY,
        "url": facts.url or "",
        "note": read,
    }


def _names(draft: Draft) -> Iterator[dict[str, str]]:
    for iso, participant in draft.participants.states.items():
        other = participant.name
        if other.lower() not in name_of(draft, iso).lower() and ";" not in other:
            yield {"iso_a3": iso, "names": other}
