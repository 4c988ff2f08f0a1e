"""What a review finds: the kinds of doubt, and one finding with its place in the pack."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

from dashboard.record.errors import Problem
from dashboard.record.ledger import Ledger
from dashboard.record.models import Row
from dashboard.record.references import Tables
from dashboard.record.tables import Located, Table
from dashboard.record.toml_lines import line_of

R = TypeVar("R", bound=Row)


class Doubt(StrEnum):
    """A kind of warning. The names are part of what ``flankwatch check`` promises to scripts."""

    INEXACT_ACT = "inexact-act"
    IDLE_ACT = "idle-act"
    SILENT_NOTICE = "silent-notice"
    COMPUTED_EFFECT = "computed-effect"
    LATER_EVENT = "later-event"
    MISSING_TALLY = "missing-tally"
    STALE_ID = "stale-id"
    UNSURE_EVENT = "unsure-event"
    WEAK_SOURCE = "weak-source"
    EARLY_SOURCE = "early-source"
    UNCITED_SOURCE = "uncited-source"
    UNFINDABLE_SOURCE = "unfindable-source"
    SAME_ADDRESS = "same-address"
    INEXACT_QUOTE = "inexact-quote"
    FOREIGN_QUOTE = "foreign-quote"
    UNNAMED_TRANSLATION = "unnamed-translation"
    SAME_WORDS = "same-words"
    STATELESS_QUOTE = "stateless-quote"
    EMPTY_TOPIC = "empty-topic"
    ONE_SIDED_TOPIC = "one-sided-topic"
    UNREASONED_VERDICT = "unreasoned-verdict"
    UNCONFIRMED_ACCESSION = "unconfirmed-accession"
    OTHER_ACCESSION = "other-accession"
    NO_MEMBER = "no-member"
    FAR_BORDER = "far-border"
    UNMEASURED_BORDER = "unmeasured-border"
    EMPTY_SPAN = "empty-span"
    OTHER_FOLDER = "other-folder"
    INVISIBLE_MARK = "invisible-mark"
    LEFT_BLANK = "left-blank"

    @property
    def meaning(self) -> str:
        """What all findings of this kind have in common, in a line."""
        return MEANINGS[self]


MEANINGS: Mapping[Doubt, str] = {
    Doubt.INEXACT_ACT: "an act known only to the month or year, which moves no standing",
    Doubt.IDLE_ACT: "an act on a known day that moves no standing all the same",
    Doubt.SILENT_NOTICE: "a notice that is past, and no later event of that state",
    Doubt.COMPUTED_EFFECT: "a withdrawal in effect by arithmetic alone, stated by no source",
    Doubt.LATER_EVENT: "an event after the day through which the record is verified",
    Doubt.MISSING_TALLY: "a parliament's vote without its tally",
    Doubt.STALE_ID: "an id that names another state or date than its row",
    Doubt.UNSURE_EVENT: "an event of which the record is not sure",
    Doubt.WEAK_SOURCE: "an event held to be sure on the word of one weak source",
    Doubt.EARLY_SOURCE: "sources that are all older than what they are cited for",
    Doubt.UNCITED_SOURCE: "a source that nothing cites",
    Doubt.UNFINDABLE_SOURCE: "a source without date, title and address",
    Doubt.SAME_ADDRESS: "two sources with one address",
    Doubt.INEXACT_QUOTE: "a quote without its day",
    Doubt.FOREIGN_QUOTE: "a quote that readers of English cannot read",
    Doubt.UNNAMED_TRANSLATION: "a translated quote that does not say so",
    Doubt.SAME_WORDS: "the same words twice, not marked as a disagreement",
    Doubt.STATELESS_QUOTE: "a quote that speaks for no state and no organisation",
    Doubt.EMPTY_TOPIC: "a topic without claims",
    Doubt.ONE_SIDED_TOPIC: "a topic with one side only",
    Doubt.UNREASONED_VERDICT: "a verdict against a claim without its reason",
    Doubt.UNCONFIRMED_ACCESSION: "a day of accession to the alliance without a confirmed source",
    Doubt.OTHER_ACCESSION: "a day of accession to the alliance that the events give differently",
    Doubt.NO_MEMBER: "a state of the main group that is no member of the alliance",
    Doubt.FAR_BORDER: "a border between states that nothing is told of",
    Doubt.UNMEASURED_BORDER: "a land border without a published length",
    Doubt.EMPTY_SPAN: "a span of time without an event",
    Doubt.OTHER_FOLDER: "an id that is not the folder's name",
    Doubt.INVISIBLE_MARK: "a mark that cannot be seen, in a text that can; left out when read",
    Doubt.LEFT_BLANK: "a text that still asks to fill in a blank",
}


@dataclass(frozen=True, order=True)
class Finding(Problem):
    """A doubt about one cell: not wrong, but worth another look."""

    kind: Doubt


@dataclass(frozen=True)
class Desk:
    """What a check is given: the record, its tables with the lines of rows, the folder's name."""

    ledger: Ledger
    tables: Tables
    setting_lines: Mapping[str, int]
    folder: str

    def setting(self, name: str, message: str, kind: Doubt) -> Finding:
        """A doubt about a setting of ``treaty.toml``, by its dotted name."""
        line = line_of(name, self.setting_lines)
        return Finding("treaty.toml", line, name, message, kind)


def finding(
    table: Table[R], located: Located[R], column: str, message: str, kind: Doubt
) -> Finding:
    """A doubt about one cell of a table."""
    return Finding(table.file, located.line, column, message, kind)


Check: TypeAlias = Callable[[Desk], Iterable[Finding]]
