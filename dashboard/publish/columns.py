"""The columns of published tables, taken from the models of their rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin

from pydantic import ValidationError

from dashboard.record.dates import PartialDate
from dashboard.record.models import Row

Value: TypeAlias = str | int | bool | date | PartialDate | tuple[str, ...] | None


@dataclass(frozen=True)
class Column:
    """One column: the type of its values, what they mean, and whether every row has one.

    ``type`` is ``tuple`` where a cell holds several values; ``values`` are all that there can be
    where the vocabulary is closed.
    """

    name: str
    type: type
    description: str
    required: bool
    values: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether a cell holds words that somebody wrote, not a number, a day or a keyword."""
        return self.type in (str, tuple) and not self.values


def columns_of(model: type[Row], names: Iterable[str] = ()) -> tuple[Column, ...]:
    """The columns of a model in its order, or only those that are named."""
    refused = _refused_when_empty(model)
    columns = []
    for name in names or model.model_fields:
        field = model.model_fields[name]
        kind, optional = _type(field.annotation)
        description = " ".join((field.description or "").split())
        words = tuple(map(str, kind)) if issubclass(kind, StrEnum) else ()
        required = name in refused and not optional
        columns.append(Column(name, kind, description, required, words))
    return tuple(columns)


def _refused_when_empty(model: type[Row]) -> set[str]:
    """The columns whose cells may not be empty."""
    try:
        model.model_validate(dict.fromkeys(model.model_fields, ""))
    except ValidationError as error:
        return {str(detail["loc"][0]) for detail in error.errors()}
    return set()


def _type(annotation: Any) -> tuple[type, bool]:
    """The type of a value, and whether there may be none."""
    if isinstance(annotation, UnionType):
        [kind] = [kind for kind in get_args(annotation) if kind is not NoneType]
        return kind, True
    return get_origin(annotation) or annotation, False
