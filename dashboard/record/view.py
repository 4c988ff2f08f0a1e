"""The view of the map that a pack asks for (``[view]`` in ``treaty.toml``)."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.record.cells import Iso, Line
from dashboard.record.models import Row


class Projection(StrEnum):
    """How the globe is laid flat: as a cone for one hemisphere, or as a cylinder."""

    CONIC = "conic"
    MERCATOR = "mercator"


Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-85, le=85)]
Parallel = Annotated[int | float, Field(ge=-85, le=85)]


class Boundaries(Row):
    """What is said of the boundaries drawn: below the map, in fewer words, and in a sentence."""

    note: Line | None = None
    short: Line | None = None
    sentence: Line | None = None


class View(Row):
    """The part of the world that the map shows, and how.

    Degrees: the ``north`` and ``south`` ends on the central meridian, the ``centre`` as longitude
    and latitude; the map is as wide as there is room. ``parallels`` are those at which a cone
    touches the globe. ``detailed`` are states whose small islands are kept although they are not
    told of, ``labels`` the places of names that stand badly in the middle of their states.
    """

    projection: Projection
    centre: tuple[Longitude, Latitude]
    north: Latitude
    south: Latitude
    parallels: tuple[Parallel, Parallel] | None = None
    detailed: tuple[Iso, ...] = ()
    labels: dict[Iso, tuple[Longitude, Latitude]] = Field(default_factory=dict)
    boundaries: Boundaries = Boundaries()

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Self:
        if self.south >= self.north:
            raise ValueError(f"south {self.south:g} (expected less than north, {self.north:g})")
        if self.projection is Projection.CONIC and (
            self.parallels is None or self.parallels[0] * self.parallels[1] <= 0
        ):
            raise ValueError(
                "parallels: expected two degrees on one side of the equator for the projection "
                "conic (or the projection mercator)"
            )
        return self
