"""Flankwatch: which states are bound by a treaty, on any day.

For analysts: ``from dashboard import Record``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.analysis.record import Record
    from dashboard.record.errors import PackError

__all__ = ["PackError", "Record", "__version__"]
__version__ = "0.1.0"

_HOMES = {"PackError": "dashboard.record.errors", "Record": "dashboard.analysis.record"}


def __getattr__(name: str) -> object:
    # Not at once: pandas and GeoPandas take two seconds, for which no command shall wait.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
