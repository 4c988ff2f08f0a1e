"""How it went over the years: the trends, a module each, and what all of them have in common."""
