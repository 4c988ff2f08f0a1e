"""Says what a server has to say, line by line."""


def say(line: str) -> None:
    """Write a line at one go: neither a signal nor another thread comes between it and its end."""
    print(f"{line}\n", end="", flush=True)
