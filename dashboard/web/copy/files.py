"""Every file of a copy, with what the server itself answers when it is asked for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import MappingProxyType

from werkzeug.test import Client
from werkzeug.utils import get_content_type

from dashboard.publish.day_files import MAKERS
from dashboard.publish.export import ExportError
from dashboard.web.compression import MIMETYPES
from dashboard.web.copy.opening import Copied
from dashboard.web.guard import shared_with
from dashboard.web.making import CACHED
from dashboard.web.pictures import MEDIA_TYPES as PICTURE_TYPES
from dashboard.web.refusal import PAGE, shaped
from dashboard.web.site import SCRIPT_HASHES
from dashboard.web.slides import MEDIA_TYPE as SLIDES

INDEX, NOT_FOUND = "index.html", "404.html"
TOLD = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Cache-Control")
"""The headers of an answer that a host of plain files is to send, beside those that guard it."""
MEDIA_TYPES = MappingProxyType(
    {
        ending: get_content_type(media_type, "utf-8")
        for ending, media_type in {**PICTURE_TYPES, "pptx": SLIDES}.items()
    }
)
"""The media types of what is made for single days, by the endings of the names."""


@dataclass(frozen=True)
class Sent:
    """How a host is to send a file: its media type, and headers by their names."""

    media_type: str
    headers: Mapping[str, str]

    @property
    def is_text(self) -> bool:
        """Whether it becomes smaller when it is compressed."""
        return self.media_type.partition(";")[0] in MIMETYPES


class MissingError(ExportError):
    """The server does not give a file that belongs to the site; the text says which."""


@dataclass(frozen=True)
class OfDay:
    """A file that is made for a single day: the key of its maker, the pack, how it is sent."""

    template: str
    pack: Path
    sent: Sent


def answers(copied: Copied) -> Iterator[tuple[str, bytes, Sent]]:
    """Every file but those that are made for single days: where it lies, its content, how it is
    sent. The pages themselves come last, that at the top after all others.

    Raises:
        MissingError: the server answers for one of them with anything but the file.
    """
    client = Client(copied.front)
    names = [*TOLD, *dict(copied.guard.of_page()), *dict(shared_with(""))]
    for part in reversed(copied.all):
        for below in part.inventory.addresses():
            address = f"{part.place}{below}"
            with client.get(f"/{address}") as answer:
                if answer.status_code != 200:
                    raise MissingError(f"/{address}: {answer.status} (expected the file)")
                told = {name: answer.headers[name] for name in names if name in answer.headers}
                content, sent = answer.get_data(), Sent(answer.headers["Content-Type"], told)
            yield _lies_at(address.partition("?")[0]), content, sent


def _lies_at(address: str) -> str:
    return f"{address}{INDEX}" if address.endswith("/") or not address else address


def made_of_days(copied: Copied) -> Mapping[str, OfDay]:
    """What is made for single days, by its address.

    The preview of the opening day is among them whatever a copy is without: the page names it.
    """
    found = {}
    for part, (template, (kind, _)) in product(copied.all, MAKERS.items()):
        media_type, kept = MEDIA_TYPES[template.rpartition(".")[2]], part.inventory.kept
        for day in kept.days:
            if kind in kept.without and (kind, day) != ("previews", kept.opening):
                continue
            address = part.place + template.format(day=day)
            guards = [*copied.guard.of_page(SCRIPT_HASHES), *shared_with(f"/{address}")]
            sent = Sent(media_type, {"Cache-Control": CACHED, **dict(guards)})
            found[address] = OfDay(template, part.pack, sent)
    return found


def not_found(base_path: str) -> bytes:
    """The page for addresses that lead nowhere, as the server would send it to people."""
    content, _ = shaped(404, "There is no such page.", PAGE, base_path)
    return content
