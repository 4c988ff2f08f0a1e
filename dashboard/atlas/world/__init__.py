"""The map of the whole world: building it, reading it, drawing it."""
