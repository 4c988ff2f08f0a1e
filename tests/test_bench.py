"""The table of the benchmark: what it says of two pages, and where in the README it stands."""

from dataclasses import fields, replace

import pytest
from bench.comparison import PLACE, compared, middle, never
from bench.load import read
from bench.serving import PLACES
from bench.tables import END, README, START, replaced
from bench.visits import NEVER, PATIENCE, Visit

ONE = Visit(**{each.name: 1000.0 for each in fields(Visit)})


@pytest.mark.parametrize("place", [PLACE, *PLACES])
def test_the_readme_has_room_for_each_table_once(place: str) -> None:
    text, start = README.read_text(encoding="utf-8"), START.format(what=place)
    assert text.count(start) == 1
    # Its end comes before anything else that is marked.
    assert text.partition(start)[2].partition("<!--")[2].startswith(END.removeprefix("<!--"))
    assert text.count(END) == 1 + len(PLACES)


def test_tables_replace_those_of_an_earlier_run_and_nothing_else() -> None:
    one, other = START.format(what="one"), START.format(what="other")
    below = f"below\n\n{other}\n\nold\n\n{END}\n"
    before = f"above\n\n{one}\n\nold\n\n{END}\n\n{below}"
    after = replaced(before, "one", ["new", "newer"])
    assert after == f"above\n\n{one}\n\nnew\n\nnewer\n\n{END}\n\n{below}"
    assert replaced(after, "one", ["new", "newer"]) == after
    with pytest.raises(ValueError, match="no place for another"):
        replaced(before, "another", ["new"])


def test_a_figure_stands_beside_that_of_the_plain_page_and_their_ratio() -> None:
    half = replace(ONE, answered=500.0, elsewhere=0.0)
    rows = compared({"plain": replace(ONE, elsewhere=0.0), "own": half}).splitlines()
    assert rows[0] == "| | plain | own | against plain Dash |"
    assert (
        "| everything answers: the day moves and the map follows | 1.00 s | 0.50 s | 0.5 × |"
        in rows
    )
    assert "| requests to other hosts | 0 | 0 | – |" in rows


def test_of_several_visits_the_middle_counts() -> None:
    slow, fast = replace(ONE, drawn=9000.0), replace(ONE, drawn=1.0)
    assert middle([slow, ONE, fast]).drawn == 1000.0


def test_a_page_that_gives_up_is_said_to_answer_never() -> None:
    found = {"plain": replace(ONE, answered=NEVER, drawn=NEVER), "own": ONE}
    assert (
        "| everything answers: the day moves and the map follows | never | 1.00 s | – |"
        in compared(found).splitlines()
    )
    assert f"not within {PATIENCE} s" in never(found)
    assert never({"own": ONE}) == ""


def test_what_wrk_says_is_read() -> None:
    said = """Running 8s test @ http://127.0.0.1:8050/
  Latency Distribution
     50%  839.00us
     99%   19.95ms
  11748 requests in 1.00s, 100.00MB read
  Socket errors: connect 0, read 1, write 2, timeout 3
  Non-2xx or 3xx responses: 10
Requests/sec:  11748.21
"""
    found = read(said)
    assert (found.pages, found.slowest, found.failed) == (11748.21, 19.95, 16)
    assert read(said.replace("19.95ms", "1.20s")).slowest == 1200.0
    clean = "\n".join(
        line for line in said.splitlines() if "rrors" not in line and "xx" not in line
    )
    assert read(clean).failed == 0
