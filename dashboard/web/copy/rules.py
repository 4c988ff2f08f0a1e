"""How a host is to send the files of a copy: as few rules as say it of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dashboard.web.copy.files import INDEX, Sent


@dataclass(frozen=True)
class Rule:
    """The headers of one file, or of all that are in a folder: no two rules are about one file.

    ``path`` is the address of the file, or that of the folder with a slash at its end; so is that
    of a page, which is the file in a folder that is sent for the folder itself. A
    ``media_type`` stands only where the name of a file does not tell it.
    """

    path: str
    headers: Mapping[str, str]
    media_type: str = ""
    is_page: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether it is about all that is in a folder."""
        return self.path.endswith("/") and not self.is_page


def rules_for(sent: Mapping[str, Sent]) -> Sequence[Rule]:
    """The rules for all files, by their addresses; each page has two."""
    pages = {name: each for name, each in sent.items() if PurePosixPath(name).name == INDEX}
    return [
        *_rules("", dict(sorted(sent.items()))),
        *(Rule(name.removesuffix(INDEX), pages[name].headers, "", True) for name in sorted(pages)),
    ]


def _rules(folder: str, files: Mapping[str, Sent]) -> Iterator[Rule]:
    """The rules for what is in a folder: one, if all of it is sent alike."""
    below: dict[str, dict[str, Sent]] = {}
    for address, sent in files.items():
        first, slash, _ = address.removeprefix(folder).partition("/")
        below.setdefault(f"{folder}{first}{slash}", {})[address] = sent
    for path, inside in below.items():
        alike = {(*sent.headers.items(), _untold(name, sent)) for name, sent in inside.items()}
        if path.endswith("/") and len(alike) > 1:
            yield from _rules(path, inside)
        else:
            name, sent = next(iter(inside.items()))
            yield Rule(path, sent.headers, _untold(name, sent))


def _untold(name: str, sent: Sent) -> str:
    return "" if PurePosixPath(name).suffix else sent.media_type


def types_of(sent: Mapping[str, Sent]) -> Mapping[str, str]:
    """The media type of every ending of a name."""
    found = {PurePosixPath(name).suffix: each.media_type for name, each in sent.items()}
    return {ending: found[ending] for ending in sorted(found) if ending}
