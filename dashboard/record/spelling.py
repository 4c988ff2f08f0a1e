"""How a pack spells columns and keywords that belong to its treaty, when read and published."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from dashboard.record.kinds import Kind
from dashboard.record.treaty import Membership

MEMBER = ("member_since", "member_sources", "member_note")
"""Fields of a state about its membership."""
SINCE = re.compile(r"\b([a-z]\w*)_since\b")


@dataclass(frozen=True)
class Spelling:
    """``columns`` gives for a field the name of its column, and None where there is no column;
    ``keywords`` gives for a keyword of the record the one that the pack's tables have."""

    columns: Mapping[str, str | None] = field(default_factory=dict)
    keywords: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, membership: Membership | None) -> "Spelling":
        """The spelling of a pack with this membership, or with none."""
        if membership is None:
            return cls(dict.fromkeys((*MEMBER, "member")))
        return cls._with(membership.id)

    @classmethod
    def _with(cls, name: str) -> "Spelling":
        return cls(
            {
                **{each: each.replace("member", name, 1) for each in MEMBER},
                "member": f"{name}_member",
            },
            {Kind.MEMBERSHIP: f"{name}_accession"},
        )

    @classmethod
    def guessed(cls, settings: Mapping[str, Any], header: str) -> "Spelling":
        """The spelling of a pack whose ``treaty.toml`` is wrong somewhere, from its settings as
        far as they could be read, else from the ``header`` of its table of states."""
        if "membership" in settings:
            try:
                return cls.of(Membership.model_validate(settings["membership"]))
            except ValidationError:
                pass  # It is said where it stands.
        elif settings:
            return cls.of(None)
        found = SINCE.search(header)
        return cls._with(found[1]) if found else cls.of(None)

    def fields(self, names: Iterable[str]) -> dict[str, str]:
        """The columns of a table whose fields have these names, each with the name of its field."""
        return {
            column: name for name in names if (column := self.columns.get(name, name)) is not None
        }

    def column(self, name: str) -> str:
        """The column of a field; of one that has none, what it is called in the program."""
        return self.columns.get(name) or name

    def keyword(self, word: str) -> str:
        """A keyword as the tables of the pack have it."""
        return self.keywords.get(word, word)
