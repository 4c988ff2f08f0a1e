"""Writes the files of a recipe into a folder that is new, empty or its own from before."""

import json
import re
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dashboard import __version__
from dashboard.deploy import quoting
from dashboard.deploy.recipes import RECIPES, template_of, template_of_commands
from dashboard.deploy.site import DeployError, Site
from dashboard.paths import PACKAGE
from dashboard.publish.written import FileError, write_whole
from dashboard.web.settings import SETTINGS

TEMPLATES = Path(__file__).with_name("templates")
PACK = "/pack"
"""The folder of the pack in a container."""
OF_PLACE_OF_FILES = {
    setting.option: setting.variable
    for setting in SETTINGS
    if setting.name in ("public_url", "base_path")
}
CLUSTER_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


def _digest(variables: Mapping[str, str]) -> str:
    """Another text for other variables."""
    return sha256(json.dumps(variables).encode()).hexdigest()[:12]


FILTERS = {
    "compose": quoting.compose,
    "digest": _digest,
    "env": quoting.env,
    "shell": quoting.shell,
    "unit": quoting.unit,
    "yaml": quoting.yaml,
}


@dataclass(frozen=True)
class Recipe:
    """One recipe, filled for a site. ``image`` is the name of the container's image."""

    kind: str
    site: Site
    image: str

    @property
    def mark(self) -> str:
        """How the first line of each of its files begins, in every version."""
        return f"# Written by `flankwatch deploy {self.kind}`"

    def files(self) -> dict[str, str]:
        """The text of every file, by its path in the folder."""
        return {name: self._fill(template_of(self.kind, name)) for name in RECIPES[self.kind]}

    def commands(self, folder: Path) -> list[str]:
        """What to type next, to set up what was written into ``folder``."""
        return self._fill(template_of_commands(self.kind), folder=str(folder)).splitlines()

    def _fill(self, template: str, **more: Any) -> str:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(FILTERS)
        checkout = PACKAGE.parent
        is_checkout = (checkout / "pyproject.toml").is_file()
        return environment.get_template(template).render(
            mark=f"{self.mark}, version {__version__}.",
            site=self.site,
            image=self.image,
            variables=self.site.in_container(PACK),
            pack_inside=PACK,
            settings=SETTINGS,
            version=__version__,
            export=_export(self.site),
            wheel=f"flankwatch-{__version__}-py3-none-any.whl",
            checkout=str(checkout) if is_checkout else "",
            python=sys.executable,
            **more,
        )


def _export(site: Site) -> str:
    """The command that makes the site as files, in a repository with the pack at its top."""
    pack = ["--pack", "pack"] if site.pack else []
    where = [
        part
        for option, variable in OF_PLACE_OF_FILES.items()
        if variable in site.given
        for part in (option, site.given[variable])
    ]
    return shlex.join(["flankwatch", "export", "public", *pack, *where])


def write(recipe: Recipe, folder: Path) -> list[Path]:
    """Write the files of a recipe, and return their paths.

    Those of an earlier run are replaced; whatever else lies there then stays.

    Raises:
        DeployError: the folder holds something else, or cannot be written to; or the recipe has
            no use for such a host.
    """
    if recipe.kind == "kubernetes":
        _refuse_for_cluster(recipe.site)
    files = recipe.files()
    try:
        _refuse_foreign(recipe, folder, files)
        return [_write(folder / name, text) for name, text in files.items()]
    except FileError as error:
        raise DeployError(str(error)) from None
    except OSError as error:
        where = error.filename or folder
        raise DeployError(f"{where}: cannot be written: {error.strerror or error}") from None


def _refuse_foreign(recipe: Recipe, folder: Path, files: Mapping[str, str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise DeployError(f"{folder}: is not a folder (expected one to write to, or none yet)")
    if not folder.exists() or not any(folder.iterdir()):
        return
    there = [path for path in (folder / name for name in files) if path.exists()]
    other = next((path for path in there if not _begins(path, recipe.mark)), None)
    if other or not there:
        raise DeployError(
            f"{other or folder}: is not of `flankwatch deploy {recipe.kind}` (expected a new or an "
            "empty folder, or one that it wrote before)"
        )


def _refuse_for_cluster(site: Site) -> None:
    if site.is_number or not CLUSTER_HOST.fullmatch(site.host):
        raise DeployError(
            f"kubernetes: an Ingress cannot serve {site.host} (expected a --public-url with a "
            "name, of letters, digits and hyphens)"
        )


def _begins(path: Path, mark: str) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark.encode()


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
    return path
