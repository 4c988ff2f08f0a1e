"""The standings: a row each with its words, its verbs, its place in sentences and its hatching.

What a standing means in law is the record's business (``record/kinds.py``), its colour the style
sheet's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from dashboard.record.kinds import Standing
from dashboard.record.treaty import StandingWords, Treaty
from dashboard.story.wording import Wording
from dashboard.story.words import capital

KEPT = 8
"""The number of treaties whose table is kept: every page asks for it hundreds of times."""
Verbs: TypeAlias = tuple[str, str]
"""What is said after the name of one state, and after those of several."""


@dataclass(frozen=True)
class StandingRow:
    """One standing.

    ``label`` names it in tables and legends, ``meaning`` says what it is, ``binds`` whether the
    treaty binds a state that holds it; ``on_map`` is a word or two for the map, which a day follows
    where there is room. ``stands`` are the verbs for a day on which states hold it, ``changed``
    those for the day on which it begins, ``exiting`` the word behind a number of states on their
    way out; empty where it is never told.
    """

    label: str
    meaning: str
    binds: str
    on_map: str
    rank: int
    """Its place in a sentence about how things stand; the gravest is 1."""
    stands: Verbs
    news_rank: int = 0
    """Its place in a sentence about what changed."""
    changed: Verbs = ("", "")
    exiting: str = ""
    under_way: bool = False
    """Whether it is a step on the way out, of which more is to come."""
    disputed: bool = False
    """Whether states differ on what it means."""
    becomes: Standing | None = None
    """The standing that an act deposited by now brings about on its day of effect."""
    hatching: int = 0
    """What is running out or disputed is hatched, so that no meaning rests on colour alone: the
    degrees by which the lines are turned from the vertical; 45 rises to the right, -45 falls."""
    pale: bool = False
    """Whether its colour is so light that its name on a map is written in ink."""


STANDINGS: Mapping[Standing, StandingRow] = MappingProxyType(
    {
        Standing.OUTSIDE: StandingRow(
            label="Not joined",
            meaning="Neither signed nor joined. Not bound.",
            binds="no",
            on_map="not joined",
            rank=7,
            stands=("has not joined", "have not joined"),
        ),
        Standing.SIGNATORY: StandingRow(
            label="Signed, not ratified",
            meaning="Signed, but has not deposited its consent to be bound. Not bound.",
            binds="no",
            on_map="signed",
            rank=6,
            stands=("has signed but not ratified", "have signed but not ratified"),
            news_rank=7,
            changed=("signed the {treaty}", "signed the {treaty}"),
            pale=True,
        ),
        Standing.JOINING: StandingRow(
            label="Joined, not yet in force",
            meaning="Has deposited its consent; the {treaty} is not yet in force for it.",
            binds="not yet",
            on_map="joined",
            rank=5,
            stands=("has deposited its consent", "have deposited their consent"),
            news_rank=6,
            changed=("deposited its consent to be bound", "deposited their consent to be bound"),
            becomes=Standing.PARTY,
            pale=True,
        ),
        Standing.PARTY: StandingRow(
            label="Party",
            meaning="The {treaty} is in force for it. Bound.",
            binds="yes",
            on_map="party since",
            rank=8,
            stands=("is a party", "are parties"),
            news_rank=5,
            changed=("became a party to the {treaty}", "became parties to the {treaty}"),
        ),
        Standing.LEAVING: StandingRow(
            label="Moving to leave",
            meaning="Its authorities have recommended, announced or voted to leave; no notice is "
            "deposited yet. Bound.",
            binds="yes",
            on_map="leaving since",
            rank=3,
            stands=("is moving to leave", "are moving to leave"),
            news_rank=4,
            changed=("moved to leave", "moved to leave"),
            exiting="moving to leave",
            under_way=True,
            pale=True,
        ),
        Standing.NOTIFIED: StandingRow(
            label="Notice given, still bound",
            meaning="Notice of {withdrawal} deposited{notice_running}",
            binds="yes",
            on_map="notified",
            rank=2,
            stands=("is counting down", "are counting down"),
            news_rank=2,
            changed=("gave notice of {withdrawal}", "gave notice of {withdrawal}"),
            exiting="counting down",
            under_way=True,
            becomes=Standing.WITHDRAWN,
            hatching=45,
        ),
        Standing.WITHDRAWN: StandingRow(
            label="{withdrawn}",
            meaning="Its {withdrawal} has taken effect. Not bound.",
            binds="no",
            on_map="out since",
            rank=1,
            stands=("is out of the {treaty}", "are out of the {treaty}"),
            news_rank=1,
            changed=("left the {treaty}", "left the {treaty}"),
            exiting="out",
        ),
        Standing.SUSPENSION: StandingRow(
            label="Suspension, disputed",
            meaning="A party that told the depositary it suspends the {treaty}, which has no "
            "clause for that. Disputed.",
            binds="disputed",
            on_map="suspension, disputed",
            rank=4,
            stands=(
                "declares the {treaty} suspended, which is disputed",
                "declare the {treaty} suspended, which is disputed",
            ),
            news_rank=3,
            changed=(
                "told the depositary that it suspends the {treaty}",
                "told the depositary that they suspend the {treaty}",
            ),
            exiting="suspending, which is disputed",
            disputed=True,
            hatching=-45,
        ),
    }
)
"""Words in braces are the treaty's: ``standings`` fills them in."""

RANKED = tuple(sorted(STANDINGS, key=lambda standing: STANDINGS[standing].rank))
"""In the order in which a sentence about how things stand tells them."""
EXITS = tuple(standing for standing in RANKED if STANDINGS[standing].exiting)
"""Those of states that left, leave, move to, or declare the treaty suspended."""
NOT_JOINED = tuple(
    standing
    for standing in RANKED
    if not STANDINGS[standing].exiting and STANDINGS[standing].binds in ("no", "not yet")
)
"""Those of states that never were bound, or are not yet."""
CHANGES = tuple(
    sorted(
        (standing for standing in STANDINGS if STANDINGS[standing].news_rank),
        key=lambda standing: STANDINGS[standing].news_rank,
    )
)
"""Those whose beginning is news, in the order in which a sentence tells it."""
HATCHED: Mapping[Standing, int] = MappingProxyType(
    {standing: row.hatching for standing, row in STANDINGS.items() if row.hatching}
)
"""Those that are hatched, with the turn of their lines in degrees."""


@lru_cache(KEPT)
def standings(treaty: Treaty) -> Mapping[Standing, StandingRow]:
    """The table in the words of a treaty, with those that its pack has of its own."""
    say, own = Wording(treaty).say, treaty.words.standings
    return MappingProxyType(
        {
            standing: _in_words(row, say, own.get(standing, StandingWords()))
            for standing, row in STANDINGS.items()
        }
    )


def _in_words(row: StandingRow, say: Callable[[str], str], own: StandingWords) -> StandingRow:
    return replace(
        row,
        label=own.label or capital(say(row.label)),
        meaning=own.meaning or say(row.meaning),
        on_map=own.on_map or row.on_map,
        stands=(say(row.stands[0]), say(row.stands[1])),
        changed=(say(row.changed[0]), say(row.changed[1])),
    )
