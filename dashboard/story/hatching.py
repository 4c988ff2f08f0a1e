"""Which standings are hatched, so that no meaning rests on colour alone."""

from collections.abc import Mapping
from types import MappingProxyType

from dashboard.record.kinds import Standing

HATCHED: Mapping[Standing, int] = MappingProxyType(
    {Standing.NOTIFIED: 45, Standing.SUSPENSION: -45}
)
"""What is running out or disputed, and the degrees by which the lines of its hatching are turned
from the vertical: 45 rises to the right, -45 falls."""
