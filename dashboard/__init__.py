"""Flankwatch: who on NATO's eastern flank is bound by the Ottawa Convention, on any day."""

__version__ = "0.1.0"
