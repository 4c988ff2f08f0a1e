"""A treaty pack is read whole or refused with every problem: file, line, column, reason."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import NAMES, TABLES, PackCopy, day, read_data

from dashboard.record.errors import PackError, Problem
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack, read_pack

FILES = [*TABLES, "treaty.toml"]
ALL = [*FILES, NAMES]
FINLAND_JOINS = "fin-2012-01-09-accession"
FINLAND_VOTES = "fin-2025-06-19-parliament-vote"
FINLAND_LEAVES = "fin-2025-07-10-notification"
STUBB = "stubb-2025-06"
RT = "rt-2026-01-10"


def test_an_unaltered_copy_is_the_shipped_record(pack: PackCopy, ledger: Ledger) -> None:
    assert pack.read() == ledger.pack


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_pack_saved_by_a_spreadsheet_is_the_same_pack(
    pack: PackCopy, ledger: Ledger, end: str
) -> None:
    for file in TABLES:
        records = [list(reversed(record)) for record in pack.records(file)]
        blank = ["" for _ in records[0]]
        pack.write_records(file, [*records, blank, [], blank], end)
        pack.write(file, "\ufeff" + pack.text(file))
    pack.write("treaty.toml", "\ufeff" + pack.text("treaty.toml").replace("\n", end))
    assert pack.read() == ledger.pack


def test_a_pack_must_be_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", Path(__file__)):
        with pytest.raises(PackError) as refusal:
            read_pack(path)
        assert str(refusal.value) == f"{path}: is not a folder (expected a treaty pack)"


@pytest.mark.parametrize("file", FILES)
def test_every_file_must_be_there(pack: PackCopy, file: str) -> None:
    (pack.folder / file).unlink()
    assert pack.problems() == [f"{file}: is missing (expected in every treaty pack)"]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_utf_8_is_the_only_problem(pack: PackCopy, file: str) -> None:
    line = len(pack.text(file).splitlines()) + 1
    pack.write(file, pack.text(file).encode() + "# Türkiye\n".encode("latin-1"))
    assert pack.problems() == [f"{file}: is not UTF-8 text (line {line} holds the byte 0xfc)"]


@pytest.mark.parametrize("file", FILES)
def test_nul_characters_are_refused(pack: PackCopy, file: str) -> None:
    pack.write(file, "# one\n\0\0" + pack.text(file))
    assert pack.problems() == [f"{file}: is not a text file (line 2 holds a NUL character)"]


@pytest.mark.parametrize("file", FILES)
def test_ten_megabytes_of_garbage_are_refused(pack: PackCopy, file: str) -> None:
    pack.write(file, bytes(range(256)) * 40_000)
    assert pack.problems() == [f"{file}: is 10.2 MB (expected at most 8 MB)"]


@pytest.mark.parametrize("file", TABLES)
def test_an_empty_table_has_no_header(pack: PackCopy, file: str) -> None:
    pack.write(file, "")
    [problem] = pack.problems()
    assert problem.startswith(f"{file}:1: has no header row (expected: ")


def test_tables_with_nothing_but_headers_cannot_bring_the_convention_into_force(
    pack: PackCopy,
) -> None:
    for file in [*TABLES, "names.csv"]:
        pack.write_records(file, pack.records(file)[:1])
    told = [line for line in pack.problems() if not line.endswith("is not a state in states.csv")]
    assert told == [
        "treaty.toml:12: entered_into_force: '1999-03-01' differs from the computed date None "
        "(Art. 17)",
        "treaty.toml:18: sources: 'treaty-text' is not a source in sources.csv",
        "treaty.toml:18: sources: 'untc-xxvi-5' is not a source in sources.csv",
    ]


def test_without_events_nothing_else_is_wrong_but_the_entry_into_force(pack: PackCopy) -> None:
    pack.write_records("events.csv", pack.records("events.csv")[:1])
    [problem] = pack.problems()
    assert problem.startswith("treaty.toml:12: entered_into_force: '1999-03-01' differs")


@pytest.mark.parametrize(
    "bad",
    read_data("refused_cells.csv"),
    ids=lambda bad: f"{bad['file']}-{bad['column']}-{bad['value']}",
)
def test_a_bad_cell_is_refused_with_its_place_and_what_was_expected(
    pack: PackCopy, bad: dict[str, str]
) -> None:
    line = pack.edit(bad["file"], bad["row"], **{bad["column"]: bad["value"]})
    assert pack.problems() == [f"{bad['file']}:{line}: {bad['column']}: {bad['message']}"]


def test_another_day_of_effect_is_accepted_with_its_reason(pack: PackCopy) -> None:
    pack.edit("events.csv", FINLAND_JOINS, effect="2012-07-09", effect_note="As agreed.")
    [accession] = [event for event in pack.read().events if event.id == FINLAND_JOINS]
    assert str(accession.effect) == "2012-07-09"


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"effect": "2020-01-01"}, "lies before the act itself (expected 2025-07-10 or later)"),
        # No reason makes a state leave before it gave notice ...
        (
            {"effect": "2020-01-01", "effect_note": "As agreed."},
            "lies before the act itself (expected 2025-07-10 or later)",
        ),
        # ... and a month is known well enough to tell what cannot be.
        (
            {"date": "2025-07", "effect": "2025-11-01"},
            "differs from the computed date of effect (expected 2026-01-01 to 2026-01-31 by "
            "Art. 20, or the reason in effect_note)",
        ),
    ],
)
def test_a_day_of_effect_cannot_be_what_the_act_rules_out(
    pack: PackCopy, cells: dict[str, str], problem: str
) -> None:
    line = pack.edit("events.csv", FINLAND_LEAVES, **cells)
    assert pack.problems() == [f"events.csv:{line}: effect: '{cells['effect']}' {problem}"]


@pytest.mark.parametrize(
    "cells",
    [
        {"date": "2025-07", "effect": "2026-01-10"},
        {"date": "2025-07", "effect": "2025-11-01", "effect_note": "As agreed."},
    ],
)
def test_a_day_of_effect_that_a_month_allows_is_accepted(
    pack: PackCopy, cells: dict[str, str]
) -> None:
    pack.edit("events.csv", FINLAND_LEAVES, **cells)
    [notice] = [event for event in pack.read().events if event.id == FINLAND_LEAVES]
    assert str(notice.effect) == cells["effect"]


def test_a_month_of_deposit_tells_the_day_of_entry_into_force(pack: PackCopy) -> None:
    line = pack.edit("events.csv", FINLAND_JOINS, date="2012-01", effect="2012-08-01")
    [problem] = pack.problems()
    assert problem.startswith(f"events.csv:{line}: effect: '2012-08-01' differs from")
    assert "(expected 2012-07-01 by Art. 17" in problem
    pack.edit("events.csv", FINLAND_JOINS, effect="2012-07-01")
    assert pack.read()


def test_a_day_of_effect_may_be_left_to_the_arithmetic(pack: PackCopy, ledger: Ledger) -> None:
    pack.edit("events.csv", FINLAND_LEAVES, effect="", effect_sources="")
    assert Ledger(pack.read()).timelines["FIN"].changes[-1].day.isoformat() == "2026-01-10"
    assert ledger.timelines["FIN"].changes[-1].day.isoformat() == "2026-01-10"


def test_no_exit_is_recorded_while_the_state_is_at_war(pack: PackCopy) -> None:
    row = {
        "id": "fin-2025-12-01-armed-conflict-begins",
        "date": "2025-12-01",
        "iso_a3": "FIN",
        "kind": "armed_conflict_begins",
        "title": "An armed conflict begins",
        "sources": "treaty-text",
        "confidence": "low",
    }
    pack.add("events.csv", **row)
    line = pack.edit("events.csv", FINLAND_LEAVES)
    assert pack.problems() == [
        f"events.csv:{line}: effect: '2026-01-10' differs from the computed date of effect "
        "(expected no date while the armed conflict goes on by Art. 20, or the reason in "
        "effect_note)"
    ]
    pack.edit("events.csv", FINLAND_LEAVES, effect="", effect_sources="")
    finland = Ledger(pack.read()).timelines["FIN"].changes[-1]
    assert (finland.standing, finland.effect) == ("notified", None)


def test_the_day_of_an_event_of_unknown_day_is_not_checked_by_the_arithmetic(
    pack: PackCopy,
) -> None:
    pack.edit("events.csv", "lbn-2026-accession", effect="2026-08-01")
    assert pack.read().states["LBN"].name == "Lebanon"


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("events.csv", FINLAND_VOTES),
        ("quotes.csv", STUBB),
        ("sources.csv", RT),
        ("claims.csv", "art-20-1"),
        ("states.csv", "FIN"),
    ],
)
def test_an_id_stands_once(pack: PackCopy, file: str, row: str) -> None:
    first = pack.edit(file, row)
    header, *records = pack.records(file)
    [copied] = [record for record in records if record[0] == row]
    line = pack.add(file, **dict(zip(header, copied, strict=True)))
    assert pack.problems() == [
        f"{file}:{line}: {header[0]}: {row!r} stands twice (first in line {first}; expected once)"
    ]


@pytest.mark.parametrize(("state", "neighbour"), [("FIN", "RUS"), ("RUS", "FIN")])
def test_a_border_stands_once_from_whichever_side(
    pack: PackCopy, state: str, neighbour: str
) -> None:
    line = pack.add(
        "borders.csv", iso_a3=state, neighbour=neighbour, km="1340", sources="cia-world-factbook"
    )
    assert pack.problems() == [
        f"borders.csv:{line}: iso_a3: 'FIN – RUS' stands twice (first in line 2; expected once)"
    ]


def test_a_row_with_too_few_cells_is_one_problem_and_its_id_is_still_known(
    pack: PackCopy,
) -> None:
    line = pack.edit("sources.csv", RT)
    lines = pack.text("sources.csv").splitlines()
    lines[line - 1] = f"{RT},RT,news"
    pack.write("sources.csv", "\n".join(lines))
    assert pack.problems() == [f"sources.csv:{line}: has 3 cells (expected 8, as in the header)"]


def test_a_refused_source_is_not_reported_again_by_those_who_cite_it(pack: PackCopy) -> None:
    line = pack.edit("sources.csv", "untc-xxvi-5", kind="rumour")
    [problem] = pack.problems()
    assert problem.startswith(f"sources.csv:{line}: kind: 'rumour' is not a kind of source")


def test_a_refused_event_does_not_upset_the_arithmetic_of_the_others(pack: PackCopy) -> None:
    line = pack.edit("events.csv", "bfa-1998-09-16-ratification", confidence="sure")
    [problem] = pack.problems()
    assert problem.startswith(f"events.csv:{line}: confidence: 'sure' is not")


def test_without_the_instruments_of_september_1998_the_convention_comes_two_months_later(
    pack: PackCopy,
) -> None:
    header, *records = pack.records("events.csv")
    others = [record for record in records if record[1][:7] != "1998-09"]
    pack.write_records("events.csv", [header, *others])
    assert pack.problems()[-1].startswith(
        "treaty.toml:12: entered_into_force: '1999-03-01' differs from the computed date 1999-05-01"
    )


def test_every_problem_of_every_file_is_told_at_once_in_order(pack: PackCopy) -> None:
    vote = pack.edit("events.csv", FINLAND_VOTES, date="19.6.2025", kind="vote", votes_for="many")
    notice = pack.edit("events.csv", FINLAND_LEAVES, sources="hearsay", iso_a3="FNI")
    stubb = pack.edit("quotes.csv", STUBB, stance="")
    border = pack.edit("borders.csv", "NOR,RUS", km="long")
    (pack.folder / "claims.csv").unlink()
    pack.replace("treaty.toml", 'depositary = "Secretary-General of the United Nations"\n', "")
    places = [problem.split(": ", 2)[:2] for problem in pack.problems()]
    assert places == [
        [f"borders.csv:{border}", "km"],
        ["claims.csv", "is missing (expected in every treaty pack)"],
        [f"events.csv:{vote}", "date"],
        [f"events.csv:{vote}", "kind"],
        [f"events.csv:{vote}", "votes_for"],
        [f"events.csv:{notice}", "iso_a3"],
        [f"events.csv:{notice}", "sources"],
        [f"quotes.csv:{stubb}", "stance"],
        ["treaty.toml", "depositary"],
    ]


def test_problems_are_in_order_of_file_and_line_and_told_once() -> None:
    later, sooner = Problem("events.csv", 17, "effect", "b"), Problem("events.csv", 9, "kind", "a")
    whole = Problem("borders.csv", 0, "", "is missing")
    error = PackError([later, sooner, later, whole])
    assert error.problems == (whole, sooner, later)
    assert str(error) == "borders.csv: is missing\nevents.csv:9: kind: a\nevents.csv:17: effect: b"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "mine-ban"', 'id = "mine-ban', "is not a TOML file: Illegal character"),
        ('id = "mine-ban"', 'id = "a"\nid = "b"', "is not a TOML file: Cannot overwrite"),
        ("opened = 1997-12-03", "opened = 1997-13-03", "is not a TOML file: "),
        ('id = "mine-ban"', "", "id: is missing"),
        ('id = "mine-ban"', 'id = "Mine Ban"', "id: 'Mine Ban' is not an id"),
        ("opened = 1997-12-03", "", "opened: is missing"),
        ("opened = 1997-12-03", 'opened = "soon"',
         "opened: 'soon' is not a day (expected YYYY-MM-DD, without quotation marks)"),
        ("opened = 1997-12-03", "opened = 1997-12-03T10:00:00",
         "opened: 1997-12-03 10:00:00 is not a day (expected YYYY-MM-DD, without"),
        ("last = 2026-03-31", "last = 9999-12-31",
         "spans.0.last: 9999-12-31 is out of range (expected a year from 1000 to 2999, as in"),
        ("verified_through = 2026-03-03", "verified_through = 9999-12-31",
         "verified_through: 9999-12-31 is out of range (expected a year from 1000 to 2999, as in"),
        ("instruments = 40", 'instruments = "40"',
         "rules.entry_into_force.instruments: '40': input should be a valid integer"),
        ("armed_conflict_clause = true", 'armed_conflict_clause = "off"',
         "rules.withdrawal.armed_conflict_clause: 'off': input should be a valid boolean"),
        ('short_title = "Ottawa Convention"', 'short_title = "Ottawa\\nConvention"',
         "short_title: 'Ottawa\\nConvention' is not plain text (expected one line, no control"),
        ('short_title = "Ottawa Convention"', 'short_title = "\\u001b[2J"',
         "short_title: '\\x1b[2J' is not plain text (expected one line, no control characters)"),
        ('short_title = "Ottawa Convention"', 'short_title = "  "',
         "short_title: is empty (expected a value)"),
        ("[topics]\n", '[topics]\nfin_border = "What?"\n',
         "topics.fin_border: 'fin_border' is not an id (expected small letters, digits and hyph"),
        ("[topics]\n", '[topics]\nnothing = ""\n', "topics.nothing: is empty (expected a value)"),
        ("[topics]\n", "[topics]\n" + ".".join(["deep"] * 2000) + " = 1\n",
         "topics.deep: {'deep': "),
        ("opened = 1997-12-03", "open = 1997-12-03", "open: is not a known setting"),
        ("instruments = 40", "instruments = 0", "rules.entry_into_force.instruments: 0: input"),
        ("instruments = 40", 'instruments = "many"', "rules.entry_into_force.instruments: 'many'"),
        ('"Art. 17"\ninstruments = 40\nmonths = 6', '"Art. 17"\ninstruments = 40',
         "rules.entry_into_force: lacks its time (expected months or days, one of them)"),
        ('"Art. 20"\nmonths = 6', '"Art. 20"\nmonths = -6', "rules.withdrawal.months: -6: input"),
        ('"Art. 20"\nmonths = 6', '"Art. 20"\nmonths = 99999999999',
         "rules.withdrawal.months: 99999999999: input"),
        ("armed_conflict_clause = true", "armed_conflict_clause = 5",
         "rules.withdrawal.armed_conflict_clause: 5: input"),
        ('"Art. 20"\nmonths = 6', '"Art. 20"\nmonths = 6\ndays = 30',
         "rules.withdrawal: lacks its time (expected months or days, one of them)"),
        ("instruments = 40", "", "rules.entry_into_force: lacks what it waits for (expected "),
        ("instruments = 40", "instruments = 40\nday = 1999-03-01",
         "rules.entry_into_force: lacks what it waits for (expected "),
        ("instruments = 40", 'instruments = 40\nstates = ["ATL"]',
         "rules.entry_into_force.states: 'ATL' is not a state in states.csv"),
        ("[rules.withdrawal]", "[rules.exit]", "rules.exit: is not a known setting"),
        ("[topics]", "[subjects]", "subjects: is not a known setting"),
        ('world = "Elsewhere"', 'moon = "Elsewhere"', "purposes: lack moon (expected for each"),
        ('world = "Elsewhere"', "", "purposes: name world (expected only those of [groups])"),
        ('flank = "told"\nneighbour = "told"', 'flank = "context"\nneighbour = "context"',
         "purposes: lack told (expected it for at least one group)"),
        ('against = ["RUS", "BLR"]', 'against = ["RUS", "BLX"]',
         "key_figures.border.against: 'BLX' is not a state in states.csv"),
        ('against = ["RUS", "BLR"]', "against = []", "key_figures.border.against: []: tuple"),
        ('world = "elsewhere"', 'world = "hidden"', "purposes.world: 'hidden': input should be"),
        ('world = "Elsewhere"', 'world = ""', "groups.world: is empty (expected a value)"),
        ('label = "2025–26"', 'label = ""', "spans.0.label: is empty (expected a value)"),
        ("first = 1997-01-01", "", "spans.1.first: is missing"),
        ('["treaty-text", "untc-xxvi-5"]', '["treaty-text", "hearsay"]',
         "sources: 'hearsay' is not a source in sources.csv"),
        ('["treaty-text", "untc-xxvi-5"]', '"treaty-text"',
         "sources: 'treaty-text': input should be a valid tuple"),
        ("entered_into_force = 1999-03-01", "entered_into_force = 1999-04-01",
         "entered_into_force: '1999-04-01' differs from the computed date 1999-03-01 (Art. 17)"),
        ("opened = 1997-12-03", "opened = 880000000",
         "opened: 880000000 is not a day (expected YYYY-MM-DD, without"),
        ("opened = 1997-12-03", 'opened = "1997-12-03"',
         "opened: '1997-12-03' is not a day (expected YYYY-MM-DD, without"),
        ("opened = 1997-12-03", "opened = 1997-09-17",
         "opened: '1997-09-17' lies before adopted (expected 1997-09-18 or later)"),
        ("opened = 1997-12-03", "opened = 1999-03-02",
         "entered_into_force: '1999-03-01' lies before opened (expected 1999-03-02 or later)"),
        ("verified_through = 2026-03-03", "verified_through = 1997-09-17",
         "verified_through: '1997-09-17' lies before adopted (expected 1997-09-18 or later)"),
        ("last = 2026-03-31", "last = 2025-01-01",
         "spans.0.last: '2025-01-01' (expected a day after first, 2025-01-01)"),
        ("first = 1997-01-01", "first = 2026-03-04",
         "spans.1.first: '2026-03-04' lies after verified_through (expected last as well)"),
        ("first = 2025-01-01\nlast = 2026-03-31", "first = 1980-01-01\nlast = 1990-01-01",
         "spans.0.last: '1990-01-01' (expected a day after first, 1997-01-01)"),
        ("first = 2025-01-01", "first = 1980-01-01",
         "spans.1.first: '1997-01-01' lies in the year that another span begins with"),
        ("first = 1997-01-01", "first = 2025-06-01",
         "spans.1.first: '2025-06-01' lies in the year that another span begins with"),
        ('label = "since 1997"', 'label = "2025–26"',
         "spans.1.label: '2025–26' stands twice (expected a label of its own for every span)"),
    ],
)  # fmt: skip
def test_a_bad_setting_of_the_treaty_is_refused_by_its_name(
    pack: PackCopy, old: str, new: str, problem: str
) -> None:
    pack.replace("treaty.toml", old, new)
    told = [re.sub(r"^treaty\.toml:\d+: ", "treaty.toml: ", line) for line in pack.problems()]
    assert any(line.startswith(f"treaty.toml: {problem}") for line in told)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("opened = 1997-12-03", 'opened = "soon"', "treaty.toml:11: opened: "),
        ("opened = 1997-12-03", "opened = 1997-13-03", "treaty.toml:11: is not a TOML file: "),
        ("opened = 1997-12-03", "", "treaty.toml: opened: "),
        ("instruments = 40", "instruments = 0", "treaty.toml:24: rules.entry_into_force.instr"),
        ('"Art. 20"\nmonths = 6', '"Art. 20"', "treaty.toml:29: rules.withdrawal: lacks its time"),
        ('world = "Elsewhere"', 'moon = "Elsewhere"', "treaty.toml:117: purposes: lack moon"),
        ('label = "since 1997"', 'label = ""', "treaty.toml:48: spans.1.label: "),
        ("first = 1997-01-01", "", "treaty.toml:47: spans.1.first: "),
    ],
)
def test_a_bad_setting_is_found_by_its_line_or_that_of_the_table_that_lacks_it(
    pack: PackCopy, old: str, new: str, place: str
) -> None:
    pack.replace("treaty.toml", old, new)
    assert pack.problems()[0].startswith(place)


def test_a_record_may_be_verified_before_the_treaty_it_is_about_enters_into_force(
    pack: PackCopy,
) -> None:
    pack.replace("treaty.toml", "verified_through = 2026-03-03", "verified_through = 1998-12-31")
    assert str(pack.read().treaty.verified_through) == "1998-12-31"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("opened = 1997-12-03", "opened = 1997-09-18"),
        ("opened = 1997-12-03", "opened = 1999-03-01"),
        ("verified_through = 2026-03-03", "verified_through = 1997-09-18"),
        ("first = 1997-01-01", "first = 2026-03-03"),
    ],
)
def test_days_of_a_treaty_may_fall_together(
    pack: PackCopy, ledger: Ledger, old: str, new: str
) -> None:
    pack.replace("treaty.toml", old, new)
    assert pack.read().events == ledger.pack.events


def test_spans_may_lie_within_one_another(ledger: Ledger) -> None:
    exits, all_time = ledger.pack.treaty.spans
    assert all_time.first < exits.first
    assert all_time.last is None


@pytest.mark.parametrize("endless", ["4" * 5000, "[" * 5000], ids=["number", "list"])
def test_an_endless_setting_is_no_toml(pack: PackCopy, endless: str) -> None:
    pack.replace("treaty.toml", "instruments = 40", f"instruments = {endless}")
    [problem] = pack.problems()
    assert re.match(r"treaty\.toml(:\d+)?: is not a TOML file: ", problem)


def test_an_older_pack_is_told_what_to_add(pack: PackCopy) -> None:
    text = pack.text("treaty.toml")
    pack.write("treaty.toml", text[: text.index("# What each group is for")])
    problems = pack.problems()
    for setting, expected in (
        ("purposes", "[purposes] with told, context or elsewhere for every group of [groups]"),
        ("words", "[words] with subject, region, members, told and told_listed"),
        ("view", "[view] with projection, centre, north and south"),
    ):
        start = f"treaty.toml: {setting}: is missing (expected {expected}"
        assert any(line.startswith(start) for line in problems)
    assert (
        "states.csv:1: nato_since: is not a column of this table (expected [membership] with "
        'id = "nato" in treaty.toml)'
    ) in problems


def test_a_pack_needs_a_span_of_time_to_show(pack: PackCopy) -> None:
    text = pack.text("treaty.toml")
    begin, end = text.index("[[spans]]"), text.index("# A title for each topic")
    pack.write("treaty.toml", "spans = []\n" + text[:begin] + text[end:])
    assert pack.problems() == [
        "treaty.toml:1: spans: []: tuple should have at least 1 item after validation, not 0"
    ]


def test_states_are_found_by_group_in_the_order_of_the_file(ledger: Ledger) -> None:
    flank = [state.iso_a3 for state in ledger.pack.group("flank")]
    assert flank == ["BGR", "EST", "FIN", "HUN", "LVA", "LTU", "NOR", "POL", "ROU", "SVK"]
    neighbours = [state.iso_a3 for state in ledger.pack.group("neighbour")]
    assert neighbours == ["BLR", "MDA", "RUS", "UKR"]
    assert [state.iso_a3 for state in ledger.pack.group("neighbour", "flank")] == [
        *flank,
        *neighbours,
    ]


@pytest.fixture(scope="module")
def reused(tmp_path_factory: pytest.TempPathFactory) -> PackCopy:
    """One copy for many random alterations; each test puts back what it altered."""
    return PackCopy(tmp_path_factory.mktemp("reused") / "mine-ban")


def accepted(pack: PackCopy) -> Pack | None:
    """The pack, or None where it is refused; what is accepted has a standing for every state."""
    try:
        ledger = Ledger.read(pack.folder)
    except PackError as refusal:
        if unplaced := [problem for problem in refusal.problems if problem.file not in ALL]:
            raise AssertionError(f"no file of the pack is named by {unplaced}") from refusal
        return None
    assert min(count.in_force for count in ledger.party_counts) >= 0
    return ledger.pack


@given(file=st.sampled_from(ALL), content=st.binary(max_size=300))
@settings(max_examples=60)
def test_random_bytes_in_any_file_are_refused_and_never_crash(
    reused: PackCopy, file: str, content: bytes
) -> None:
    before = reused.text(file)
    reused.write(file, content)
    try:
        assert accepted(reused) is None
    finally:
        reused.write(file, before)


ODD_CELLS = [
    *("", "0", "-1", "1" * 5000, "９", "2025", "2025-06", "1000-01-01", "9999-12-31"),
    *("FIN", "RUS", "flank", "off", "accession", "notification", "leave", "suspend"),
    *("untc-xxvi-5", "a; b", ";", '"', "\n", "=1+1", "https://example.org", "javascript:"),
]


@given(st.data())
@settings(max_examples=100)
def test_a_random_cell_is_accepted_or_refused_and_never_crashes(
    reused: PackCopy, data: st.DataObject
) -> None:
    file = data.draw(st.sampled_from(TABLES))
    before = reused.text(file)
    records = reused.records(file)
    row = data.draw(st.integers(0, len(records) - 1))
    column = data.draw(st.integers(0, len(records[0]) - 1))
    records[row][column] = data.draw(st.text(max_size=12) | st.sampled_from(ODD_CELLS))
    reused.write_records(file, records)
    try:
        pack = accepted(reused)
    finally:
        reused.write(file, before)
    assert pack is None or row > 0 or records[0] == before.splitlines()[0].split(",")


@pytest.mark.parametrize("file", TABLES)
def test_an_odd_cell_in_any_column_is_accepted_or_refused_and_never_crashes(
    reused: PackCopy, file: str
) -> None:
    before = reused.text(file)
    for column in range(len(reused.records(file)[0])):
        for odd in ("", "0", "9999-12-31"):
            records = reused.records(file)
            records[len(records) // 2][column] = odd
            reused.write_records(file, records)
            accepted(reused)
            reused.write(file, before)


@given(st.sampled_from(ALL), st.integers(0, 100_000), st.binary(min_size=1, max_size=3))
@settings(max_examples=60)
def test_a_stray_byte_anywhere_never_crashes(
    reused: PackCopy, file: str, place: int, stray: bytes
) -> None:
    before = reused.text(file)
    data = before.encode()
    place %= len(data)
    reused.write(file, data[:place] + stray + data[place:])
    try:
        accepted(reused)
    finally:
        reused.write(file, before)


def test_an_objection_names_the_state_whose_act_it_is_about(pack: PackCopy) -> None:
    without = pack.edit("events.csv", "che-2025-10-17-objection", about="")
    nobody = pack.edit("events.csv", "aut-2025-objection", about="XXA")
    needless = pack.edit("events.csv", FINLAND_LEAVES, about="EST")
    found = pack.problems()
    assert sorted(found) == sorted(
        [
            f"events.csv:{without}: about: is empty (expected the state whose act is objected to, "
            "for the kind objection)",
            f"events.csv:{nobody}: about: 'XXA' is not a state in states.csv",
            f"events.csv:{needless}: about: 'EST' (expected nothing, for the kind notification)",
        ]
    )


def test_a_pack_may_do_without_other_names_of_states(pack: PackCopy) -> None:
    assert pack.read().names["GBR"] == ("UK", "Great Britain")
    (pack.folder / "names.csv").unlink()
    assert pack.read().names == {}


def test_other_names_are_those_of_a_state_on_record_and_stand_once(pack: PackCopy) -> None:
    line = pack.add("names.csv", iso_a3="XYZ", names="Nowhere")
    again = pack.add("names.csv", iso_a3="GBR", names="Albion")
    problems = "\n".join(pack.problems())
    assert f"names.csv:{line}: iso_a3: 'XYZ' is not a state in states.csv" in problems
    assert f"names.csv:{again}: iso_a3: 'GBR' stands twice" in problems


def test_a_record_may_end_before_the_treaty_is_in_force(pack: PackCopy) -> None:
    """The day of entry into force may be known before the instruments behind it are on record."""
    header, *rows = pack.records("events.csv")
    pack.write_records("events.csv", [header, *(row for row in rows if row[1] < "1998-09-01")])
    pack.replace("treaty.toml", "verified_through = 2026-03-03", "verified_through = 1998-08-31")
    assert pack.read().treaty.entered_into_force == day("1999-03-01")
    pack.replace("treaty.toml", "verified_through = 1998-08-31", "verified_through = 1999-03-01")
    assert pack.problems() == [
        "treaty.toml:12: entered_into_force: '1999-03-01' differs from the computed date None "
        "(Art. 17)"
    ]


def test_that_no_state_is_told_of_is_not_said_while_one_is_refused(pack: PackCopy) -> None:
    header, *rows = pack.records("states.csv")
    others = [row for row in rows if row[2] not in ("flank", "neighbour")]
    wrong = next(row for row in rows if row[2] == "flank")
    pack.write_records("states.csv", [header, ["F1N", *wrong[1:]], *others])
    assert not any("to tell of" in problem for problem in pack.problems())


def test_a_pack_without_a_state_to_tell_of_is_refused(pack: PackCopy) -> None:
    header, *rows = pack.records("states.csv")
    groups = {"flank": "context", "neighbour": "context"}
    other = [[*row[:2], groups.get(row[2], row[2]), *row[3:]] for row in rows]
    pack.write_records("states.csv", [header, *other])
    assert pack.problems() == [
        "states.csv: lacks a state of the group 'flank' or 'neighbour' (expected one to tell of)"
    ]
