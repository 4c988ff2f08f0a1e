"""Imports run one way through the house, and the command line starts without the heavy half."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from dashboard import __version__
from dashboard.panels.screens import SCREENS
from dashboard.paths import PACKAGE

ORDER = [
    *("record", "atlas", "story", "publish", "analysis"),
    *("panels", "app", "web", "deploy", "depositary", "cli", "wsgi"),
]
TAKEN_AWAY = {"publish", "analysis"}
APART = {
    "panels": TAKEN_AWAY,
    "app": TAKEN_AWAY,
    "web": {"analysis"},
    "deploy": {"analysis"},
    "depositary": {"atlas", "story", "publish", "analysis", "panels", "app", "web", "deploy"},
    "wsgi": {"analysis", "deploy", "depositary", "cli"},
}
"""Parts that stand beside one another: the page and what is taken away from it, what makes a record
and what shows it, and two ways in."""
ANYWHERE = {
    "garbage": {"web", "cli", "wsgi"},
    "paths": {"analysis", "panels", "plotly_file", "web", "deploy", "cli", "wsgi"},
    "page_files": {"panels", "web"},
    "plotly_file": {"web", "cli"},
}
"""Modules beside the order, and who may import them."""
FIRST = {"__main__": {"cli"}, "__init__": {"analysis", "record"}}
"""Ways into the house: what runs, and what the package offers to other programs."""
FORBIDDEN = {
    "record": {"dash", "flask", "geopandas", "numpy", "pandas", "plotly", "shapely", "waitress"},
    "atlas": {"dash", "flask", "waitress"},
    "story": {"dash", "flask", "geopandas", "pandas", "plotly", "shapely", "waitress"},
    "publish": {"dash", "flask", "waitress"},
    "analysis": {"dash", "flask", "typst", "waitress"},
    "panels": {"PIL", "flask", "typst", "waitress"},
    "depositary": {"dash", "flask", "geopandas", "plotly", "shapely", "typst", "waitress"},
    "deploy": {"dash", "flask", "geopandas", "pandas", "plotly", "shapely", "typst", "waitress"},
    "web": {"PIL", "geopandas", "pandas", "plotly", "shapely", "typst"},
}
PROVIDERS = packages_distributions()
ASKED_FOR_BY_NAME = {"fontpkg-inter", "fontpkg-noto-serif"}
"""Packages that other libraries load: the fonts of fontpkg."""
PANELS = "dashboard.panels"
JOINING = {"document", "embed", "fragments", "page", "view_store"}
"""Modules of ``panels`` that put the panels of all screens together."""
MODULES = sorted(PACKAGE.rglob("*.py"))


def part(module: Path) -> str:
    """The part of the house that a module belongs to: its folder, or itself at the top."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """The full name of everything that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(module: Path) -> set[str]:
    """The parts of this project that a module imports, without itself."""
    names = {name.split(".")[1] for name in imported(module) if name.startswith("dashboard.")}
    return names - {part(module), "__version__"}


def test_every_part_of_the_house_has_its_place() -> None:
    assert {part(module) for module in MODULES} - {"__init__", "__main__"} == {*ORDER, *ANYWHERE}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_module_imports_only_what_comes_before_it(module: Path) -> None:
    own = part(module)
    before = set(ORDER[: ORDER.index(own)]) if own in ORDER else set()
    before -= APART.get(own, set())
    before |= {name for name, users in ANYWHERE.items() if own in users}
    before = FIRST.get(own, before)
    assert parts_imported(module) <= before


def test_every_screen_has_a_folder_for_its_panels_and_no_other_has() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("panels/*/*.py")}
    assert folders == set(SCREENS)


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("panels/**/*.py")), ids=lambda module: module.stem
)
def test_panels_of_a_screen_are_the_business_of_that_screen_alone(module: Path) -> None:
    names = {name.removeprefix(f"{PANELS}.").split(".")[0] for name in imported(module)}
    known = {module.parent.name} | (set(SCREENS) if module.stem in JOINING else set())
    assert names & set(SCREENS) <= known


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_a_module_keeps_away_from_libraries_that_are_not_its_business(module: Path) -> None:
    libraries = {name.split(".")[0] for name in imported(module)}
    assert not libraries & FORBIDDEN.get(part(module), set())


def test_the_version_is_told_without_what_draws_and_counts() -> None:
    code = (
        "import json, sys\nfrom dashboard.cli import main\n"
        "try:\n    main(['--version'])\n"
        "finally:\n    print(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, check=True
    )
    version, loaded = done.stdout.decode().splitlines()
    assert version == f"flankwatch {__version__}"
    heavy = {"dash", "geopandas", "numpy", "pandas", "plotly", "shapely"}
    assert heavy.isdisjoint(json.loads(loaded))


def test_every_library_that_is_imported_is_declared_and_no_other() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split("[<>=]", line)[0] for line in project["project"]["dependencies"]}
    names = {name.split(".")[0] for module in MODULES for name in imported(module)}
    libraries = names - {*sys.stdlib_module_names, PACKAGE.name}
    packages = {
        library: {name.lower().replace("_", "-") for name in PROVIDERS[library]}
        for library in libraries
    }
    assert [library for library in libraries if not packages[library] & declared] == []
    assert declared - set().union(*packages.values()) == ASKED_FOR_BY_NAME


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        (
            "dashboard",
            ["pandas", "geopandas", "numpy", "plotly", "pydantic", "shapely"],
        ),
        (
            "dashboard.cli",
            [
                *("PIL", "country_converter", "dash", "flask", "geopandas", "jinja2", "lxml"),
                *("pandas", "plotly", "shapely", "typst"),
            ],
        ),
        ("dashboard.story.frames", ["dash", "flask", "geopandas", "pandas", "shapely"]),
        ("dashboard.record.ledger", ["dash", "flask", "geopandas", "numpy", "pandas", "shapely"]),
    ],
)
def test_what_needs_no_heavy_library_loads_none(module: str, absent: list[str]) -> None:
    code = f"import {module}, json, sys; print(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, check=True
    )
    loaded = set(json.loads(done.stdout))
    assert module in loaded
    assert not loaded.intersection(absent)
