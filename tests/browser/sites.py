"""The ways in which the dashboard is served to the browsers of the tests (``pytest --site``)."""

import hashlib
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeAlias

from deploy.proxies import NGINX, Proxy
from once import Once
from web.copies import QUICK
from web.servers import LIGHT, environment, free_port

BASE_PATH = "/mines/"
NGINX_FILE = """
daemon off; master_process off; pid {own}/pid; error_log stderr warn;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {own}; proxy_temp_path {own}; fastcgi_temp_path {own};
  uwsgi_temp_path {own}; scgi_temp_path {own};
  server {{
    listen 127.0.0.1:{port};
    root {root};
    include {root}{path}hosting/nginx.conf;
  }}
}}
"""
IN_A_HURRY = f"""
from dashboard.publish import precompressed
precompressed.BEST.update({QUICK})
from dashboard.cli import main
raise SystemExit(main())
"""
"""``flankwatch``, which takes most of an export's time to make files as small as can be."""
ENVIRONMENT = environment({**LIGHT, "PYTHONPATH": ""})
Serving: TypeAlias = Callable[..., AbstractContextManager[str]]


@contextmanager
def live(command: Sequence[str], *arguments: str, cache: Path) -> Iterator[str]:
    """The address of a dashboard that is served as ``flankwatch serve`` does.

    All servers of a run have the same folder for what makes a start quick.
    """
    own = ["--host", "127.0.0.1", "--port", "0", "--cache-dir", str(cache)]
    full = [*command, "serve", *own, *arguments]
    with subprocess.Popen(full, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = ""
        while not (found := re.search(r"listens on (http://\S+)", said)):
            line = server.stdout.readline()
            assert line, f"the server ended before it listened: {said}"
            said += line
        try:
            yield found[1]
        finally:
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=30)
    assert server.returncode == 0


@contextmanager
def below(command: Sequence[str], *arguments: str, cache: Path) -> Iterator[str]:
    """The same below a path of its host."""
    with live(command, *arguments, "--base-path", BASE_PATH, cache=cache) as address:
        yield address.removesuffix("/") + BASE_PATH


@contextmanager
def folder(command: Sequence[str], *arguments: str, once: Once) -> Iterator[str]:
    """The address of an exported folder at the top of a host that only sends files."""
    root = _exported("/", command, arguments, once)
    with _own() as own:
        port = free_port()
        where = ["--bind", "127.0.0.1", "--directory", str(root)]
        host = Proxy([sys.executable, "-m", "http.server", str(port), *where], own, port)
        with host.start():
            yield f"http://127.0.0.1:{port}/"


@contextmanager
def folder_nginx(command: Sequence[str], *arguments: str, once: Once) -> Iterator[str]:
    """The address of an exported folder below a path, behind nginx with the rules in it."""
    assert NGINX, "nginx is not installed"
    root = _exported(BASE_PATH, command, arguments, once)
    with _own() as own:
        port = free_port()
        file = own / "nginx.conf"
        text = NGINX_FILE.format(own=own, port=port, root=root, path=BASE_PATH)
        file.write_text(text, encoding="utf-8")
        host = Proxy([NGINX, "-e", "stderr", "-p", str(own), "-c", str(file)], own, port)
        with host.start():
            yield f"http://127.0.0.1:{port}{BASE_PATH}"


def sites(once: Once) -> dict[str, Serving]:
    """How the dashboard is served, by the words of ``--site``; exports are made ``once``."""
    cache = once.folder / "cache"
    return {
        "live": partial(live, cache=cache),
        "base-path": partial(below, cache=cache),
        "folder": partial(folder, once=once),
        "folder-nginx": partial(folder_nginx, once=once),
    }


@contextmanager
def _own() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as own:
        yield Path(own)


def _exported(path: str, command: Sequence[str], arguments: Sequence[str], once: Once) -> Path:
    """A folder that a host serves, with the dashboard at a path of it.

    It takes minutes to make, so that all processes of a run share it.
    """

    def export(root: Path) -> None:
        site = root / path.strip("/")
        # What is installed, not what lies in the present folder, as of the checkout itself.
        program, *module = command
        python = [str(Path(program).with_name("python")), *([] if module else ["-P"])]
        full = [*python, "-c", IN_A_HURRY, "export", str(site), "--base-path", path, *arguments]
        done = subprocess.run(full, env=ENVIRONMENT, check=False, text=True, capture_output=True)
        assert done.returncode == 0, done.stderr

    asked = repr((path, command, arguments))
    return once.make(f"site-{hashlib.sha256(asked.encode()).hexdigest()[:12]}", export)
