"""Writes the tables of a pack as text, with the columns that its own spelling gives them."""

import csv
import io
from collections.abc import Iterable, Mapping

from dashboard.record.models import Row
from dashboard.record.spelling import Spelling


def table_text(model: type[Row], rows: Iterable[Mapping[str, str]], spelling: Spelling) -> str:
    """The text of a table of these rows, which have their cells by column; what lacks is blank."""
    stream = io.StringIO(newline="")
    columns = list(spelling.fields(model.model_fields))
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()
