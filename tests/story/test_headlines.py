"""The headline: the finding of a day in one sentence, after the words "On <day>, "."""

from collections.abc import Mapping
from datetime import date

import pytest
from samples import day

from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.frames import Frame, frame_on, told_states
from dashboard.story.headline import Sentence, news, plain, state_of_play

Frames = tuple[Frame, ...]


def headline(frames: Frames, when: date) -> Sentence:
    frame = frame_on(frames, when)
    return frame.news if frame.news and frame.day == when else frame.quiet


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (
            "1997-12-04",
            "Poland signed the convention.",
        ),
        (
            "2012-01-09",
            "Finland deposited its consent to be bound.",
        ),
        (
            "2012-07-01",
            "Finland became a party to the convention.",
        ),
        (
            "2025-01-15",
            "Lithuania moved to leave.",
        ),
        (
            "2025-03-18",
            "Estonia and Latvia moved to leave; Lithuania and Poland are moving to leave.",
        ),
        (
            "2025-06-27",
            "Estonia, Latvia and Lithuania gave notice of withdrawal; Finland and Poland are "
            "moving to leave.",
        ),
        (
            "2025-06-29",
            "Ukraine moved to leave; Estonia, Latvia and Lithuania are counting down.",
        ),
        (
            "2025-07-18",
            "Ukraine told the depositary that it suspends the convention; Estonia, Finland, "
            "Latvia and Lithuania are counting down.",
        ),
        (
            "2025-12-27",
            "Estonia, Latvia and Lithuania left the convention; Finland and Poland are counting "
            "down.",
        ),
        (
            "2026-01-10",
            "Finland left the convention; Poland is counting down.",
        ),
        (
            "2026-02-20",
            "Poland left the convention; 5 of the 10 states on NATO’s eastern flank are out.",
        ),
    ],
)
def test_a_day_of_change_has_its_news(frames: Frames, when: str, sentence: str) -> None:
    assert plain(headline(frames, day(when))) == sentence


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (
            "1997-06-01",
            "the Ottawa Convention has not been adopted yet.",
        ),
        (
            "1997-09-19",
            "the Ottawa Convention is adopted, but not open for signature yet.",
        ),
        (
            "2004-07-01",
            "6 of the 10 states on NATO’s eastern flank are bound by the convention; Estonia has "
            "deposited its consent; Poland has signed but not ratified; Finland and Latvia have "
            "not joined.",
        ),
        (
            "2006-07-01",
            "8 of the 10 states on NATO’s eastern flank are bound by the convention; Poland has "
            "signed but not ratified; Finland has not joined.",
        ),
        (
            "2014-06-01",
            "all 10 states on NATO’s eastern flank are bound by the convention.",
        ),
        (
            "2025-07-01",
            "Estonia, Latvia and Lithuania are counting down; Finland, Poland and Ukraine are "
            "moving to leave.",
        ),
        (
            "2025-09-01",
            "Estonia, Finland, Latvia, Lithuania and Poland are counting down; Ukraine declares "
            "the convention suspended, which is disputed.",
        ),
        (
            "2025-12-31",
            "Estonia, Latvia and Lithuania are out of the convention; Finland and Poland are "
            "counting down; Ukraine declares the convention suspended, which is disputed.",
        ),
        (
            "2026-03-01",
            "Estonia, Finland, Latvia, Lithuania and Poland are out of the convention; Ukraine "
            "declares the convention suspended, which is disputed.",
        ),
    ],
)
def test_a_quiet_day_says_how_things_stand(frames: Frames, when: str, sentence: str) -> None:
    assert plain(headline(frames, day(when))) == sentence


@pytest.mark.parametrize("when", ["1998-01-01", "1999-02-28"])
def test_before_march_1999_the_convention_is_not_in_force(frames: Frames, when: str) -> None:
    sentence = plain(headline(frames, day(when)))
    assert sentence.startswith("the Ottawa Convention is not in force yet; ")
    assert "bound" not in sentence


def test_the_day_after_the_news_is_quiet(frames: Frames) -> None:
    assert headline(frames, date(2025, 12, 28)) == frame_on(frames, date(2025, 12, 27)).quiet


def test_news_of_context_states_makes_no_headline(frames: Frames) -> None:
    austria_ratifies = frame_on(frames, date(1998, 6, 29))
    assert austria_ratifies.day == date(1998, 6, 29)
    assert austria_ratifies.news is None


def test_every_state_in_a_headline_carries_the_colour_of_its_standing(frames: Frames) -> None:
    for frame in frames:
        for sentence in (frame.quiet, frame.news or ()):
            for segment in sentence:
                if segment.iso_a3:
                    assert segment.standing is frame.standings[segment.iso_a3]


def test_every_headline_is_one_sentence_and_names_no_state_twice(frames: Frames) -> None:
    for frame in frames:
        for sentence in (frame.quiet, frame.news):
            if sentence is not None:
                text = plain(sentence)
                assert text.endswith(".")
                assert text.count(".") == 1
                assert "  " not in text
                named = [segment.iso_a3 for segment in sentence if segment.iso_a3]
                assert len(set(named)) == len(named)


def test_ukraine_is_never_said_to_have_left(frames: Frames) -> None:
    for frame in frames:
        for segment in (*frame.quiet, *(frame.news or ())):
            assert (segment.iso_a3, segment.standing) != ("UKR", Standing.WITHDRAWN)
            assert (segment.iso_a3, segment.standing) != ("UKR", Standing.NOTIFIED)


@pytest.fixture(scope="module")
def states(ledger: Ledger) -> tuple[State, ...]:
    return told_states(ledger)


def standings(states: tuple[State, ...], **changed: str) -> Mapping[str, Standing]:
    everyone = {state.iso_a3: Standing.PARTY for state in states}
    return everyone | {iso: Standing(standing) for iso, standing in changed.items()}


def on_a_quiet_day(ledger: Ledger, states: tuple[State, ...], **changed: str) -> str:
    after = standings(states, **changed)
    return plain(state_of_play(ledger.pack.treaty, states, after, date(2027, 1, 1)))


def test_more_than_six_states_are_counted_not_named(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    seven = dict.fromkeys(["BGR", "EST", "FIN", "HUN", "LVA", "LTU", "NOR"], "withdrawn")
    sentence = news(states, standings(states), standings(states, **seven), ledger.pack.treaty)
    assert sentence is not None
    assert plain(sentence) == (
        "7 states left the convention; 7 of the 10 states on NATO’s eastern flank are out."
    )
    assert sentence[0].standing is Standing.WITHDRAWN
    assert sentence[0].iso_a3 is None


def test_two_states_that_suspend_are_told_of_in_the_plural(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    both = {"UKR": "suspension", "MDA": "suspension"}
    sentence = news(states, standings(states), standings(states, **both), ledger.pack.treaty)
    assert sentence is not None
    assert plain(sentence) == (
        "Moldova and Ukraine told the depositary that they suspend the convention."
    )
    assert on_a_quiet_day(ledger, states, **both) == (
        "Moldova and Ukraine declare the convention suspended, which is disputed."
    )


def test_a_single_bound_state_is_told_of_in_the_singular(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    flank = ["BGR", "EST", "FIN", "HUN", "LVA", "LTU", "POL", "ROU", "SVK"]
    outside = dict.fromkeys(flank, "outside")
    assert on_a_quiet_day(ledger, states, **outside) == (
        "1 of the 10 states on NATO’s eastern flank is bound by the convention; 9 states have not "
        "joined."
    )


def test_when_nobody_is_bound_the_headline_says_none(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    outside = {state.iso_a3: "outside" for state in states}
    assert on_a_quiet_day(ledger, states, **outside) == (
        "none of the 10 states on NATO’s eastern flank is bound by the convention; 10 states have "
        "not joined."
    )


def test_on_a_quiet_day_seven_states_that_have_not_joined_are_counted_not_named(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    outside = dict.fromkeys(["BGR", "EST", "FIN", "HUN", "LVA", "LTU", "NOR"], "outside")
    assert on_a_quiet_day(ledger, states, **outside) == (
        "3 of the 10 states on NATO’s eastern flank are bound by the convention; 7 states have "
        "not joined."
    )


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("1997-09-18", "the Ottawa Convention was adopted."),
        (
            "1997-12-03",
            "the Ottawa Convention was opened for signature; Bulgaria, Hungary, Moldova, Norway, "
            "Romania and Slovakia signed the convention.",
        ),
        (
            "1999-03-01",
            "the Ottawa Convention entered into force; Bulgaria, Hungary and Norway became "
            "parties to the convention.",
        ),
    ],
)
def test_the_great_days_of_the_convention_itself_are_news(
    frames: Frames, when: str, sentence: str
) -> None:
    assert plain(headline(frames, day(when))) == sentence


def test_before_it_is_in_force_the_states_of_the_flank_are_counted_as_such(frames: Frames) -> None:
    assert plain(headline(frames, day("1998-07-10"))) == (
        "the Ottawa Convention is not in force yet; of the 10 states on NATO’s eastern flank, 2 "
        "have deposited their consent, 4 have signed but not ratified, 4 have not joined."
    )


def test_the_first_exit_of_all_is_told_in_the_singular(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    sentence = news(
        states, standings(states), standings(states, EST="withdrawn"), ledger.pack.treaty
    )
    assert sentence is not None
    assert plain(sentence) == (
        "Estonia left the convention; 1 of the 10 states on NATO’s eastern flank is out."
    )


def test_without_a_change_there_is_no_news(ledger: Ledger, states: tuple[State, ...]) -> None:
    assert news(states, standings(states), standings(states), ledger.pack.treaty) is None


def test_news_of_several_kinds_begins_with_the_gravest(
    ledger: Ledger, states: tuple[State, ...]
) -> None:
    before = standings(states, EST="notified", FIN="party", POL="signatory")
    after = standings(states, EST="withdrawn", FIN="notified", POL="joining")
    sentence = news(states, before, after, ledger.pack.treaty)
    assert sentence is not None
    assert plain(sentence) == (
        "Estonia left the convention; Finland gave notice of withdrawal; Poland deposited its "
        "consent to be bound; 1 of the 10 states on NATO’s eastern flank is out."
    )
