"""The words that sentences take from the pack: of its treaty, its groups, its alliance."""

from collections.abc import Mapping

from dashboard.record.pack import Pack
from dashboard.story.borderland import EAST
from dashboard.story.words import capital, listed


def terms(pack: Pack) -> Mapping[str, str]:
    """The words by the names that sentences have for them, in braces."""
    treaty = pack.treaty
    return {
        "membership": treaty.membership.name if treaty.membership else "",
        "members_capital": capital(_plain(treaty.words.members)),
        "told": treaty.words.told,
        "groups": treaty.words.groups or listed(list(treaty.groups.values())),
        "against": listed([pack.states[iso].name for iso in EAST if iso in pack.states]),
    }


def _plain(text: str) -> str:
    """With the apostrophes that descriptions of columns have."""
    return text.replace("’", "'")
