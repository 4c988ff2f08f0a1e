"""Footnotes of a table: their marks in cells, and their texts behind the table."""

import re
from collections.abc import Mapping, Sequence

from dashboard.record.plain import plain

MARK = re.compile(r"<sup(?:erscript)?>(.*?)</sup(?:erscript)?>", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BARE = re.compile(r"(?<=[^\d\s])\s?(\d{1,3}(?:\s*,\s*\d{1,3})*)$")
NUMBER = re.compile(r"\d+")
LONGEST = 600
"""The most characters of a footnote that a state's note keeps; the rest is at the depositary."""


def without_marks(text: str) -> tuple[str, tuple[int, ...]]:
    """The words of a cell, and the numbers of its footnotes; other markup is left out."""
    numbers = [int(each) for mark in MARK.findall(text) for each in NUMBER.findall(mark)]
    return plain(TAG.sub("", MARK.sub(" ", text))), tuple(numbers)


def without_bare_marks(name: str) -> tuple[str, tuple[int, ...]]:
    """A name pasted as plain text, where marks are digits at its end; no state's name has any."""
    found = BARE.search(name)
    if not found:
        return name, ()
    return name[: found.start()], tuple(int(each) for each in NUMBER.findall(found[1]))


def texts_of_notes(text: str) -> Mapping[int, str]:
    """The notes behind a table by their numbers: each begins with its number as a mark."""
    notes: dict[int, str] = {}
    pieces = MARK.split(text)
    for mark, words in zip(pieces[1::2], pieces[2::2], strict=True):
        number = mark.strip()
        # A mark within a note refers to another one: numbers of notes only go up, one by one.
        if number.isdecimal() and int(number) == len(notes) + 1:
            notes[int(number)] = words
        elif notes:
            notes[len(notes)] += f" {words}"
    return {number: plain(TAG.sub("", " ".join(words.split()))) for number, words in notes.items()}


def as_notes(numbers: Sequence[int], texts: Mapping[int, str]) -> tuple[str, ...]:
    """The notes of a participant, in words."""
    notes = []
    for number in dict.fromkeys(numbers):
        text = texts.get(number) or f"See note {number} of the depositary's table."
        notes.append(text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …")
    return tuple(notes)
