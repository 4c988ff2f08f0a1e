"""The record in Python, for analysts; made by the same functions as the files under /data/."""
