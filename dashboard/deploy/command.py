"""``flankwatch deploy``: writes the files of a recipe, and says what to type next."""

import re
from pathlib import Path

from dashboard import __version__
from dashboard.deploy.site import DeployError, read_site
from dashboard.deploy.writing import Recipe, write
from dashboard.web.settings import Options

IMAGE = re.compile(
    r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?",
    re.ASCII,
)


def deploy(kind: str, folder: Path | None, image: str | None, options: Options) -> str:
    """Write the files of a recipe into ``folder``; what was written and the next commands.

    ``options`` are those of the settings on the command line; environment and settings file
    count, too.

    Raises:
        DeployError, SettingError: a value or the folder cannot be used.
    """
    if image is not None and not IMAGE.fullmatch(image):
        raise DeployError(
            f"--image: {image!r} is no name of an image (expected one such as "
            f"registry.example.org/flankwatch:{__version__})"
        )
    recipe = Recipe(kind, read_site(options), image or f"flankwatch:{__version__}")
    target = folder or Path(f"deploy-{kind}")
    written = write(recipe, target)
    return "\n".join(
        [
            f"Wrote, for {recipe.site.address}:",
            *(f"  {path}" for path in written),
            "Next:",
            *(f"  {command}" for command in recipe.commands(target)),
        ]
    )
