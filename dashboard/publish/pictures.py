"""All pictures of one record: made when they are asked for, by a workshop that they share."""

from dashboard.publish.picture import Studio
from dashboard.publish.picture_forms import Request
from dashboard.publish.workshop import Workshop

LARGE = 9_000_000
"""Pixels above which a picture takes so much memory that only one may be in work at a time."""


class Pictures:
    """The pictures that a ``studio`` makes, for many who ask at the same time."""

    def __init__(self, studio: Studio, workshop: Workshop | None = None) -> None:
        self.studio = studio
        self._workshop = workshop or Workshop()

    def file(self, request: Request) -> bytes:
        """The picture that is asked for.

        Raises:
            BusyError: it is not at hand, and too many others are in work.
        """
        settled = request.settled
        return self._workshop.file(
            settled, lambda: self.studio.picture(settled).content, settled.pixels > LARGE
        )
