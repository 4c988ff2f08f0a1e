"""Flankwatch: which states on NATO's eastern flank are bound by the Ottawa Convention, on any day."""

__version__ = "0.1.0"
