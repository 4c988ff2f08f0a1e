"""What ``flankwatch deploy`` can write: a recipe a kind of place, with the files that it has."""

from collections.abc import Mapping

RECIPES: Mapping[str, tuple[str, ...]] = {
    "docker": ("Dockerfile", ".dockerignore", "compose.yaml", "Caddyfile"),
    "systemd": ("flankwatch.service", "flankwatch.env"),
    "kubernetes": (
        "settings.yaml",
        "deployment.yaml",
        "service.yaml",
        "disruption.yaml",
        "autoscaling.yaml",
        "ingress.yaml",
    ),
    "caddy": ("Caddyfile",),
    "nginx": ("flankwatch.conf",),
    "pages": (".github/workflows/pages.yml", ".gitlab-ci.yml"),
}
"""The files of every recipe, by their paths in the folder that it is written into."""


def template_of(kind: str, name: str) -> str:
    """The template of a file, by its path in ``templates``: no folder, and never hidden."""
    return f"{kind}/{name.rpartition('/')[2].removeprefix('.')}.j2"


def template_of_commands(kind: str) -> str:
    """The template of the commands that an operator types next, one a line."""
    return f"{kind}/next.j2"
