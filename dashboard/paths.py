"""Where the program's own files lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def own_folder(name: str) -> Path:
    """The folder ``assets`` or ``geodata`` that belongs to this installation."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


ASSETS = own_folder("assets")
GEODATA = own_folder("geodata")
BOUNDARIES = GEODATA / "boundaries"
DEFAULT_PACK = GEODATA / "treaties" / "mine-ban"
