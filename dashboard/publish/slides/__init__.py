"""A briefing as slides that colleagues can edit: shapes, charts and notes, no pictures."""
