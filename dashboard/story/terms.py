"""The words that sentences take from the pack: of its treaty, its groups, its alliance."""

from collections.abc import Mapping

from dashboard.record.pack import Pack
from dashboard.story.wording import Wording
from dashboard.story.words import capital, listed


def terms(pack: Pack) -> Mapping[str, str]:
    """The words by the names that sentences have for them, in braces."""
    treaty = pack.treaty
    alliance = treaty.membership.name if treaty.membership else ""
    return {
        "membership": alliance,
        "members_capital": capital(_plain(treaty.words.members)),
        **Wording(treaty).words,
        "told": treaty.words.told,
        "told_or": treaty.words.told.replace(" and ", " or "),
        "groups": treaty.words.groups or listed(list(treaty.groups.values())),
        "against": listed([pack.states[iso].name for iso in treaty.border_states]),
        "of_members": f" of those in {alliance} on that day" if alliance else "",
        "side": f"on {alliance}'s side" if alliance else "on this side",
    }


def _plain(text: str) -> str:
    """With the apostrophes that descriptions of columns have."""
    return text.replace("’", "'")
