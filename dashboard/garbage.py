"""How often Python looks for garbage that refers to itself."""

import gc

THRESHOLDS = (50_000, 10, 10)
"""After how many new things it looks, and when also among older ones; by itself after 700."""


def look_seldom_for_garbage() -> None:
    """Look for it seldom in this process.

    Records and maps stay once they are loaded. To look through them over and over took a third of
    the time that it takes to open one, a quarter of a start in all; hardly anything was found.
    """
    gc.set_threshold(*THRESHOLDS)
