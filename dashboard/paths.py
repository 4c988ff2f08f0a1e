"""Where the program's own files lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path, PurePath

PACKAGE = Path(__file__).resolve().parent


def own_folder(name: str) -> Path:
    """The folder ``assets`` or ``geodata`` that belongs to this installation."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


ASSETS = own_folder("assets")
GEODATA = own_folder("geodata")
BOUNDARIES = GEODATA / "boundaries"
WORLD = GEODATA / "world"
SHIPPED = tuple(GEODATA / "treaties" / name for name in ("mine-ban", "cluster-munitions"))
"""The packs that ship with the program, in the order in which a site shows them."""
DEFAULT_PACK = SHIPPED[0]

BUILT = "built"
"""The folder of the assets that holds what was built from the others, in a wheel."""
PUBLIC = frozenset({".css", ".js", ".svg"})
TOOLING = frozenset({"node_modules", "test", "tests"})


def is_public(name: PurePath) -> bool:
    """Whether a file of the assets, by its path in them, is one that the page may load.

    The others make or test the page: they are neither served nor in a wheel.
    """
    hidden = any(part.startswith(".") or part in TOOLING for part in name.parts)
    tool = name.name.endswith((".config.js", ".test.js"))
    return name.suffix in PUBLIC and not hidden and not tool
