"""What the system asks of a running server: to end, or to load the record anew."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeAlias

RELOAD = getattr(signal, "SIGHUP", None)
"""What asks for the record to be loaded anew, where the system has it: ``systemctl reload``."""
ENDS = (signal.SIGINT, signal.SIGTERM)
"""What asks for the end: Ctrl-C, and whatever looks after processes."""
Handler: TypeAlias = Callable[[int, FrameType | None], None]


class End:
    """A handler of signals that knows whether the end was asked for.

    The first time, KeyboardInterrupt is raised wherever the main thread is. Python swallows that
    where nobody could catch it, as in a hook after a fork: who waits looks at ``asked`` as well.
    As long as it is ``patient``, what is being done is done first, unless Ctrl-C asks.
    """

    def __init__(self, patient: Callable[[], bool] = lambda: False) -> None:
        self.asked = False
        self._patient, self._raised = patient, False

    def __call__(self, which: int, _frame: FrameType | None) -> None:
        self.asked = True
        if not self._raised and (which == signal.SIGINT or not self._patient()):
            self._raised = True
            raise KeyboardInterrupt


def on_end(handler: Handler | signal.Handlers) -> None:
    """Let the signals that ask for the end be handled so."""
    for end in ENDS:
        signal.signal(end, handler)


def on_reload(handler: Callable[[], None]) -> None:
    """Do this when the system asks for the record to be loaded anew."""
    if RELOAD is not None:
        signal.signal(RELOAD, lambda *_: handler())


@contextmanager
def put_off() -> Iterator[None]:
    """Let signals come after this; a process that is made in it begins with them put off."""
    which = [*ENDS, *([RELOAD] if RELOAD else [])]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, which)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def no_longer_put_off() -> None:
    """Let signals come, in a process that began with them put off."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def forget_interrupts() -> None:
    """Let the exit status be the one that is returned.

    Python started with ``-m`` ends as by SIGINT where a KeyboardInterrupt has left code given to
    ``exec`` as a string, as that of dataclasses is while modules are imported, even if it was
    caught further out. Running another such string makes it forget that.
    """
    exec("")
