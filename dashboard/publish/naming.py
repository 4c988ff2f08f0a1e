"""What columns and keywords of published tables are called, and what is said of them, in the words
of the pack."""

from dataclasses import replace

from dashboard.publish.columns import Column, Value
from dashboard.record.kinds import Kind
from dashboard.record.pack import Pack
from dashboard.record.spelling import Spelling
from dashboard.story.terms import terms

MAIN, BORDER = "main_", "border_"
"""How the names of columns about the main group, and about the border, begin in the program."""


class Naming:
    """The names and descriptions of one pack's columns."""

    def __init__(self, pack: Pack) -> None:
        self._treaty = pack.treaty
        self._spelling = Spelling.of(pack.treaty.membership)
        self._terms = terms(pack)

    def has(self, name: str) -> bool:
        """Whether the pack has the column of a field."""
        if name.startswith(BORDER) and not self._treaty.key_figures.border:
            return False
        return self._spelling.columns.get(name, name) is not None

    def column(self, column: Column) -> Column:
        """A column as the pack has it."""
        name = self._spelling.column(column.name)
        if name.startswith(MAIN):
            name = f"{self._treaty.main_group}_{name.removeprefix(MAIN)}"
        values = tuple(self._spelling.keyword(word) for word in column.values)
        if column.name == "group":
            values = tuple(self._treaty.groups)
        description = column.description.format_map(self._terms)
        return replace(column, name=name, description=description, values=values)

    def value(self, value: Value) -> Value:
        """A value as the tables of the pack have it."""
        return self._spelling.keyword(value) if isinstance(value, Kind) else value
