"""Writes a line of a settings file: a value, or a marked blank."""

import json
from datetime import date

from dashboard.record.review.blanks import FILL_IN


def setting(name: str, value: object, what: str = "") -> str:
    """``name = value`` as TOML has it; a marked blank that asks for ``what`` in place of None."""
    match value:
        case None:
            return f'{name} = ""  # {FILL_IN}: {what}'
        case bool():
            return f"{name} = {str(value).lower()}"
        case int() | float() | date():
            return f"{name} = {value}"
        case tuple():
            return f"{name} = {json.dumps(value, ensure_ascii=False)}"
        case _:
            return f"{name} = {json.dumps(str(value), ensure_ascii=False)}"
