"""A briefing: the scenes in which the record of one day is told, from what was known by then."""
