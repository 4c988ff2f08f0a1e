"""Reads a depositary's file, whichever of the formats it is in."""

import json
from pathlib import Path
from typing import Any

from dashboard.depositary import council_of_europe, pasted, unoda, untc_html, untc_xml
from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.status import StatusTable
from dashboard.record.tables import LARGEST, UnreadableError, read_text


def read_status(path: Path) -> StatusTable:
    """The table of participants in a file: HTML, XML, JSON, or a table as CSV or TSV.

    Raises:
        DepositaryError: the file cannot be read, is none of these, or is wrong in a row; every
            line names the file.
    """
    if not path.exists():
        raise DepositaryError(f"{path}: there is no such file")
    try:
        table = _read(path)
        if not table.participants:
            raise DepositaryError("names no participant")
    except DepositaryError as error:
        raise DepositaryError([f"{path}: {line}" for line in error.lines]) from None
    except (UnreadableError, OSError) as error:
        raise DepositaryError(f"{path}: {error}") from None
    return table


def _read(path: Path) -> StatusTable:
    if path.is_file() and path.stat().st_size <= LARGEST:
        data = path.read_bytes().lstrip(b"\xef\xbb\xbf \t\r\n")
        begins = data[:2000].lower()
        if begins.startswith(b"<?xml") and b"<html" not in begins:
            return untc_xml.read(data)
        if begins.startswith(b"<"):
            is_page = b"<html" in begins or b"<!doctype html" in begins or b"<table" in begins
            return untc_html.read(data) if is_page else untc_xml.read(data)
    text = read_text(path)
    return _json(text) if text.lstrip()[:1] in ("{", "[") else pasted.read(text)


def _json(text: str) -> StatusTable:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DepositaryError(f"is no JSON: {error}") from None
    if isinstance(value, list):
        return council_of_europe.read(value)
    if treaty := _treaty(value):
        return unoda.read(treaty)
    raise DepositaryError(
        "is JSON, but no table (expected the treaty_ with its actions_ of UNODA, or the signatures "
        "of the Council of Europe)"
    )


def _treaty(value: Any) -> dict[str, Any] | None:
    """The one object with ``actions_``, however it is wrapped; None where there is none."""
    if isinstance(value, list):
        return next(filter(None, map(_treaty, value)), None)
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("actions_"), list):
        return value
    return _treaty(value.get("data") or value.get("treaty_"))
