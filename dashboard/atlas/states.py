"""The states that a map draws, those whose outlines are kept in more detail, and its borders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.atlas.view import MapView
from dashboard.record.kinds import OnMap
from dashboard.record.pack import Pack
from dashboard.record.treaty import Purpose


@dataclass(frozen=True, slots=True)
class MapState:
    """A state to draw.

    `iso_a3` is the key that the whole dashboard uses (`XKX` for Kosovo). `atlas_id` finds the state
    in world-atlas: the ISO 3166 numeric code as zero-padded text (`"246"`), or the feature's name
    where it has no code (`"Kosovo"`).
    """

    iso_a3: str
    atlas_id: str


@dataclass(frozen=True)
class MapPlan:
    """What a map is to hold, by the codes of states.

    The land borders of ``near`` with ``far`` are drawn. Small islands of the ``detailed`` are kept.
    ``labels`` are the places of names that stand badly in the middle of their states, in degrees.
    """

    view: MapView
    states: Sequence[MapState]
    near: frozenset[str] = frozenset()
    far: frozenset[str] = frozenset()
    detailed: frozenset[str] = frozenset()
    labels: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack) -> "MapPlan":
        """The map of a pack: its drawn states, with the borders and details of those told of."""
        treaty = pack.treaty
        told = frozenset(state.iso_a3 for state in pack.states_for(Purpose.TOLD))
        far = frozenset(treaty.border_states)
        return cls(
            MapView.of(treaty.view),
            [
                MapState(state.iso_a3, state.atlas_id)
                for state in pack.states.values()
                if state.map is OnMap.DRAWN
            ],
            near=told - far,
            far=far,
            detailed=told.union(treaty.view.detailed),
            labels=treaty.view.labels,
        )
