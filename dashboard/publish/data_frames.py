"""Tables as pandas DataFrames, each column of the type that its values have."""

from collections.abc import Iterable
from datetime import date

import pandas as pd

from dashboard.publish.columns import Column, Value
from dashboard.publish.spreadsheet import text
from dashboard.publish.table import Table

DAYS = "datetime64[s]"
"""The dtype of days; pandas counts them at midnight and knows no dtype without a time."""


def data_frame(table: Table) -> pd.DataFrame:
    """The table, indexed by the columns of its key, with the others in their order.

    Days are ``datetime64[s]``; dates that may be known to the month or year only are text, as in
    the published files (``2025``, ``2025-04``, ``2025-04-01``). Numbers are ``Int64``, yes and no
    ``bool``, closed vocabularies ``category`` with all their words, several values in a cell an
    ``object``: a tuple of texts. All else is ``string``. What is unknown is missing, as ``isna``
    tells it.
    """
    cells = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    series = {
        column.name: _series(column, values)
        for column, values in zip(table.columns, cells, strict=True)
    }
    return pd.DataFrame(series).set_index(list(table.key))


def days_as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its days as ISO 8601 texts, for files whose other dates are texts too."""
    return frame.assign(
        **{
            name: days.dt.strftime("%Y-%m-%d").where(days.notna(), None)
            for name, days in frame.select_dtypes("datetime").items()
        }
    )


def _series(column: Column, values: Iterable[Value]) -> pd.Series:
    kind = column.type
    if kind is tuple:
        return pd.Series(list(values), dtype=object)
    if kind is bool:
        return pd.Series(values, dtype=bool)
    if kind is int:
        return pd.Series(values, dtype="Int64")
    if kind is date:
        return pd.Series(values, dtype=DAYS)
    words = [text(value) or None for value in values]
    if column.values:
        return pd.Series(pd.Categorical(words, column.values))
    return pd.Series(words, dtype="string")
