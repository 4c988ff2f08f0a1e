"""The style sheets and scripts of the document: bundles where they were built, else each file."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

BUILT = "built"
"""The folder of what is made when the wheel is built (``assets/build.py``); a checkout has none."""
ENTRY = "js/main.js"
STAGE, STAGE_STYLE = "js/brief/brief.js", "brief.css"
STAGE_FOLDER = "js/brief/"
"""Script and style of the Brief screen, which are loaded when it is opened."""
WORLD = "js/world/world.js"
WORLD_FOLDER = "js/world/"
"""The script of the map of the world, likewise."""
TRENDS, TRENDS_STYLE = "js/trends/trends.js", "trends.css"
TRENDS_FOLDER = "js/trends/"
"""Those of the Trends screen, likewise."""
LATER = (STAGE_FOLDER, WORLD_FOLDER, TRENDS_FOLDER)
LATE_STYLES = frozenset({STAGE_STYLE, TRENDS_STYLE})


@dataclass(frozen=True)
class PageFiles:
    """Addresses of the files, relative to the page.

    ``styles`` in the order in which they count, the ``entry`` that is run, and the ``modules`` that
    it imports, which the browser may fetch before it knows that it needs them. The ``stage`` is
    script and style of the Brief screen, which imports the ``stage_modules``; ``trends`` are
    those of that screen, which imports the ``trends_modules``; ``world`` is the script of the map
    of the world, which imports the ``world_modules``. An ``icon`` that the browser could
    not keep, it would ask for again with every address that it shows. Of Dash's polyfills,
    supported browsers lack only ``generators``, which stands for all; empty where it was not built.
    """

    styles: tuple[str, ...]
    entry: str
    icon: str
    stage: tuple[str, str]
    trends: tuple[str, str]
    world: str
    modules: tuple[str, ...] = ()
    stage_modules: tuple[str, ...] = ()
    trends_modules: tuple[str, ...] = ()
    world_modules: tuple[str, ...] = ()
    generators: str = ""

    @property
    def versioned(self) -> tuple[str, ...]:
        """The files that are not modules by themselves; their addresses change with them."""
        return (
            *self.styles,
            self.entry,
            *self.stage,
            *self.trends,
            self.world,
            self.icon,
            self.generators,
        )

    def reached_by(self, way: str) -> "PageFiles":
        """The same files as seen from another place: ``way`` leads from there to the page."""
        moved = {field.name: _moved(getattr(self, field.name), way) for field in fields(self)}
        return PageFiles(**moved)  # type: ignore[arg-type]

    @classmethod
    def of(cls, assets: Path) -> "PageFiles":
        """The bundles where they were built, else every file by itself.

        Modules that import one another have no version in their addresses: under two addresses
        they would be loaded twice.
        """
        built, icon = assets / BUILT, _versioned(assets, "icon.svg")
        if (built / "main.js").is_file() and (built / "main.css").is_file():
            style, entry = (_versioned(assets, f"{BUILT}/main.{kind}") for kind in ("css", "js"))
            script, sheet = (_versioned(assets, f"{BUILT}/brief.{kind}") for kind in ("js", "css"))
            generators = _versioned(assets, f"{BUILT}/generators.js")
            trends, look = (_versioned(assets, f"{BUILT}/trends.{kind}") for kind in ("js", "css"))
            world = _versioned(assets, f"{BUILT}/world.js")
            stage = (script, sheet)
            return cls((style,), entry, icon, stage, (trends, look), world, generators=generators)
        modules = [name for name in _modules(assets) if name not in (ENTRY, STAGE, TRENDS, WORLD)]
        styles = sorted(path.name for path in assets.glob("*.css") if path.name not in LATE_STYLES)
        return cls(
            tuple(_versioned(assets, name) for name in styles),
            f"assets/{ENTRY}",
            icon,
            (f"assets/{STAGE}", _versioned(assets, STAGE_STYLE)),
            (f"assets/{TRENDS}", _versioned(assets, TRENDS_STYLE)),
            f"assets/{WORLD}",
            tuple(f"assets/{name}" for name in modules if not name.startswith(LATER)),
            tuple(f"assets/{name}" for name in modules if name.startswith(STAGE_FOLDER)),
            tuple(f"assets/{name}" for name in modules if name.startswith(TRENDS_FOLDER)),
            tuple(f"assets/{name}" for name in modules if name.startswith(WORLD_FOLDER)),
        )


def _moved(addresses: str | tuple[str, ...], way: str) -> str | tuple[str, ...]:
    if isinstance(addresses, str):
        return way + addresses if addresses else ""
    return tuple(way + address for address in addresses)


def _modules(assets: Path) -> Iterator[str]:
    return (path.relative_to(assets).as_posix() for path in sorted((assets / "js").rglob("*.js")))


def _versioned(assets: Path, name: str) -> str:
    digest = hashlib.sha256((assets / name).read_bytes()).hexdigest()
    return f"assets/{name}?v={digest[:12]}"
