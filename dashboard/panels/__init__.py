"""What a reader sees: one module a panel, each built from the story with Dash components."""
