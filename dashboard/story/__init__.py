"""What a reader is told: frames, headlines, counts, dates and profiles. Pure functions, no Dash."""
