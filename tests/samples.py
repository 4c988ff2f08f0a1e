"""Hand-made acts, and copies of the shipped treaty pack to be altered."""

import csv
import io
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from dashboard.paths import DEFAULT_PACK
from dashboard.record import acts
from dashboard.record.errors import PackError
from dashboard.record.law import Rules, Time
from dashboard.record.models import Event
from dashboard.record.pack import Pack, read_pack
from dashboard.record.standing import Change, Timeline

DATA = Path(__file__).parent / "data"
RULES = Rules(40, Time(months=6, first_of_month=True), Time(months=6), armed_conflict_clause=True)
ENTRY = date(1999, 3, 1)
TABLES = ["states.csv", "events.csv", "quotes.csv", "sources.csv", "claims.csv", "borders.csv"]
NAMES = "names.csv"
"""The one table that a pack may do without."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def act(when: str, kind: str, aim: str = "", effect: str = "", votes: str = "") -> Event:
    """An act of an imagined state, with the cells that a row of ``events.csv`` would have."""
    cells = dict.fromkeys(Event.model_fields, "")
    cells |= {"id": f"abc-{when}-{kind.replace('_', '-')}", "date": when, "iso_a3": "ABC"}
    cells |= {"kind": kind, "aim": aim, "title": kind, "effect": effect, "votes_for": votes}
    return Event.model_validate(cells | {"sources": "gazette", "confidence": "high"})


def history(*events: Event, entry: date | None = ENTRY, rules: Rules = RULES) -> tuple[Change, ...]:
    """Every change of standing that these acts of one state bring about."""
    conflicts = acts.conflicts_by_state(events)
    return Timeline.of(events, lambda event: acts.effect(event, entry, rules, conflicts)).changes


def told(changes: Sequence[Change]) -> list[str]:
    """``2012-07-01 party`` for every change."""
    return [f"{change.day} {change.standing}" for change in changes]


def read_data(name: str) -> list[dict[str, str]]:
    """The rows of a table of expectations; the lines that begin with # say where it comes from."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines(keepends=True)
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


class PackCopy:
    """A copy of the shipped treaty pack that a test may spoil."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(DEFAULT_PACK, folder, dirs_exist_ok=True)

    def text(self, file: str) -> str:
        return (self.folder / file).read_bytes().decode("utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.folder / file).write_bytes(data)

    def replace(self, file: str, old: str, new: str) -> None:
        """Put ``new`` where ``old`` stands, which must be in one place only."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def records(self, file: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.text(file), newline="")))

    def write_records(self, file: str, records: Sequence[Sequence[str]], end: str = "\n") -> None:
        stream = io.StringIO(newline="")
        csv.writer(stream, lineterminator=end).writerows(records)
        self.write(file, stream.getvalue())

    def edit(self, file: str, row: str, **cells: str) -> int:
        """Change cells of the one row that begins with ``row`` (``FIN`` or ``FIN,RUS``).

        Returns the line of the file on which the row stands.
        """
        header, *records = self.records(file)
        key = row.split(",")
        [index] = [at for at, record in enumerate(records) if record[: len(key)] == key]
        for column, value in cells.items():
            records[index][header.index(column)] = value
        self.write_records(file, [header, *records])
        before = [header, *records[:index]]
        return 1 + sum(1 + sum(cell.count("\n") for cell in record) for record in before)

    def add(self, file: str, **cells: str) -> int:
        """Append a row; cells that are not given stay empty. Returns its line."""
        records = self.records(file)
        self.write_records(file, [*records, [cells.get(column, "") for column in records[0]]])
        return len(self.text(file).splitlines())

    def read(self) -> Pack:
        return read_pack(self.folder)

    def problems(self) -> list[str]:
        """What the refusal of this pack says, line by line."""
        with pytest.raises(PackError) as refusal:
            self.read()
        return str(refusal.value).splitlines()

    def grow(self, quotes: int, events: int) -> None:
        """Make it as large as that: the quotes again and again; of the other events, every
        second one is the same vote, and the rest are statements on all days since 1999.
        """
        header, *said = self.records("quotes.csv")
        many = [[f"quote-{number}", *said[number % len(said)][1:]] for number in range(quotes)]
        self.write_records("quotes.csv", [header, *many])
        header, *acts = self.records("events.csv")
        vote = next(row for row in acts if row[0] == "fin-2025-06-19-parliament-vote")
        statement = next(row for row in acts if row[0] == "usa-2024-11-20-statement")
        more = []
        for number in range(events - len(acts)):
            when = str(date(1999, 1, 1) + timedelta(number * 7919 % 9800))
            iso = ("POL", "EST", "LVA", "LTU", "NOR")[number % 5]
            said = [f"{iso.lower()}-{when}-statement-{number}", when, iso, *statement[3:]]
            voted = [f"fin-2025-06-19-vote-{number}", *vote[1:]]
            more.append(said if number % 2 else voted)
        self.write_records("events.csv", [header, *acts, *more])

    def grow_states(self, states: int) -> None:
        """Imagine parties elsewhere until there are as many states as that."""
        header, *rows = self.records("states.csv")
        elsewhere = next(row for row in rows if row[header.index("group")] == "world")
        acts, *given = self.records("events.csv")
        accession = next(row for row in given if row[acts.index("kind")] == "accession")
        more = []
        for number in range(states - len(rows)):
            # ISO 3166 leaves XAA to XZZ to everybody.
            iso = "X" + "".join(chr(65 + part) for part in divmod(number, 26))
            own = dict(zip(header, elsewhere, strict=True)) | {
                "iso_a3": iso,
                "name": f"State {iso}",
            }
            rows.append([own[name] for name in header])
            act = dict(zip(acts, accession, strict=True)) | {"iso_a3": iso}
            act |= {"id": f"{iso.lower()}-{act['date']}-accession"}
            more.append([act[name] for name in acts])
        self.write_records("states.csv", [header, *rows])
        self.write_records("events.csv", [acts, *given, *more])

    def let_romania_leave(self) -> None:
        """Imagine a notice of Romania that takes effect on 19 August 2026."""
        self.add(
            "events.csv",
            id="rou-2026-02-19-notification",
            date="2026-02-19",
            iso_a3="ROU",
            kind="notification",
            aim="leave",
            title="Imagined notice",
            sources="treaty-text",
            confidence="high",
        )

    def put_finland_at_war(self) -> None:
        """Imagine an armed conflict of Finland that goes on when its six months end."""
        self.add(
            "events.csv",
            id="fin-2025-12-01-armed-conflict-begins",
            date="2025-12-01",
            iso_a3="FIN",
            kind="armed_conflict_begins",
            title="An armed conflict begins",
            sources="treaty-text",
            confidence="low",
        )
        self.edit("events.csv", "fin-2025-07-10-notification", effect="", effect_sources="")
