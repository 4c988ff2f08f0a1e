"""The last scenes: what is not known or disputed, and what all of it rests on."""

from collections.abc import Iterator, Sequence

from dashboard.record.dates import dates_in_words, day_in_words
from dashboard.record.kinds import SETTLED
from dashboard.record.models import Claim
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.scene import Scene, SceneKind, said, unique
from dashboard.story.citation import citation
from dashboard.story.words import capital, counted

MOST_WORDS = 60
NO_LATER = "Later changes are not on record; that is not to say that there were none."
INEXACT_ROLES = ("decision", "vote", "notice", "suspension", "objection", "effect")


def unknown(known: AsOf) -> Iterator[Scene]:
    """What is not known: how far the record reaches, where sources differ, dates without a day."""
    treaty = known.ledger.pack.treaty
    sentence = said(f"Verified through {day_in_words(treaty.verified_through)}.")
    used = len(f"Verified through {day_in_words(treaty.verified_through)}.".split())
    lines: list[str] = []
    sources: list[str] = []
    inexact = _inexact(known)
    candidates = [*([(inexact, ())] if inexact else []), *_disagreements(known)]
    for line, cited in candidates:
        if used + len(line.split()) <= MOST_WORDS:
            used += len(line.split())
            lines.append(line)
            sources += cited
    yield Scene(
        id="unknown",
        kind=SceneKind.UNKNOWN,
        title="What we do not know",
        sentence=sentence,
        lines=tuple(lines) or (NO_LATER,),
        notes=tuple(f"{treaty.topics[topic]}: sources differ." for topic in _topics(known)),
        sources=unique(sources),
    )


def _inexact(known: AsOf) -> str:
    """How many dates in view are known to the month or year only."""
    told = {state.iso_a3 for state in known.told}
    number = sum(
        not item.date.exact
        for item in known.happenings
        if item.role in INEXACT_ROLES and set(item.states) & told
    )
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'date', 'dates')} in view {verb} known to the month or year only."


def _topics(known: AsOf) -> Sequence[str]:
    """The topics about states in view on which published sides differ, in the pack's order."""
    told = {state.iso_a3 for state in known.told}
    sides = [claim for claim in known.ledger.pack.claims if known.knows(claim)]
    return [
        topic
        for topic in known.ledger.pack.treaty.topics
        if any(
            claim.topic == topic and claim.verdict not in SETTLED and set(claim.iso_a3) & told
            for claim in sides
        )
    ]


def _disagreements(known: AsOf) -> Iterator[tuple[str, Sequence[str]]]:
    """Both sides of each topic, the shortest first, with their sources."""
    found = []
    for topic in _topics(known):
        sides = [c for c in known.ledger.pack.claims if c.topic == topic and known.knows(c)]
        one = next(claim for claim in sides if claim.verdict not in SETTLED)
        other = next((claim for claim in sides if claim.verdict in SETTLED and claim.value), None)
        record = one.record or (other.value if other else "")
        if one.value and record:
            line = f"{known.ledger.pack.treaty.topics[topic]}: {_side(known, one)}; the record: "
            found.append(
                (
                    f"{line}{dates_in_words(record)}.",
                    (*one.sources, *(other.sources if other else ())),
                )
            )
    yield from sorted(found, key=lambda item: len(item[0].split()))


def _side(known: AsOf, claim: Claim) -> str:
    pack = known.ledger.pack
    where = ", ".join(citation(pack.sources[source], pack.states) for source in claim.sources[:1])
    return f"{dates_in_words(claim.value)} ({where})"


def sources(known: AsOf) -> Iterator[Scene]:
    """What it all rests on: the depositary, how it is counted, and the boundaries drawn."""
    treaty = known.ledger.pack.treaty
    clause = treaty.rules.withdrawal
    articles = treaty.rules.entry_into_force.article + (f", {clause.article}" if clause else "")
    yield Scene(
        id="sources",
        kind=SceneKind.SOURCES,
        title="Sources and how it is counted",
        sentence=said("Every date, figure and quote has its source."),
        lines=(
            f"{capital(treaty.reference)}; depositary: {treaty.depositary}.",
            "A state is bound from the day the treaty is in force for it until its "
            f"{treaty.words.withdrawal} takes effect ({articles}).",
            "Border lengths are published ones; nothing is measured on the map.",
        ),
        sources=unique(treaty.sources),
    )
