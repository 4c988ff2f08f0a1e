"""The table of the benchmark: what it says of two pages, and where in the README it stands."""

from dataclasses import fields, replace

from bench.comparison import END, README, START, middle, never, replaced, table
from bench.visits import NEVER, PATIENCE, Visit

ONE = Visit(**{each.name: 1000.0 for each in fields(Visit)})


def test_the_readme_has_room_for_the_table_once() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.count(START) == text.count(END) == 1
    assert text.index(START) < text.index(END)


def test_tables_replace_those_of_an_earlier_run_and_nothing_else() -> None:
    before = f"above\n\n{START}\n\nold\n\n{END}\n\nbelow\n"
    after = replaced(before, ["new", "newer"])
    assert after == f"above\n\n{START}\n\nnew\n\nnewer\n\n{END}\n\nbelow\n"
    assert replaced(after, ["new", "newer"]) == after


def test_a_figure_stands_beside_that_of_the_plain_page_and_their_ratio() -> None:
    half = replace(ONE, answered=500.0, elsewhere=0.0)
    rows = table({"plain": replace(ONE, elsewhere=0.0), "own": half}).splitlines()
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
        in table(found).splitlines()
    )
    assert f"not within {PATIENCE} s" in never(found)
    assert never({"own": ONE}) == ""
