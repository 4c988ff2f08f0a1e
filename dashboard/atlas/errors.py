"""The one error of the atlas."""


class AtlasError(Exception):
    """A map file, the package it is built from, or a join is not as expected; the text says how."""
