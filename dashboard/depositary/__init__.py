"""Reads what depositaries publish of who is bound, makes packs of it, holds packs against it."""
