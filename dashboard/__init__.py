"""Flankwatch: which states are bound by a treaty, on any day."""

__version__ = "0.1.0"
