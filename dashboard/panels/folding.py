"""Texts as a search and an order of names see them: without accents and kinds of dashes."""

import unicodedata

FOLDING = {
    **{"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'"},
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
"""Letters and signs that are typed otherwise, and that Unicode does not take apart: dashes of every
length are hyphens, and what has no width is nothing."""


def folded(text: str) -> str:
    """Text as the search sees it: small letters without accents; the browser folds alike."""
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(FOLDING.get(part, part) for part in parts if not unicodedata.combining(part))
