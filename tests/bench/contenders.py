"""What can serve the dashboard, or a plain Dash page, each at an address of this machine."""

import os
import sys
import sysconfig
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen
from time import monotonic, sleep
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from deploy.proxies import NGINX
from web.servers import COMMAND, environment, free_port

from dashboard.web.answers_of_before import ENCODINGS
from dashboard.web.setting_values import AUTO, workers

HERE = Path(__file__).parent
SCRIPTS = Path(sysconfig.get_path("scripts"))
AS_BROWSERS = {"Accept-Encoding": ENCODINGS[0]}
PATIENCE = 120
"""Seconds within which a server must answer."""
PROCESSES = workers(AUTO)
"""As many as ``flankwatch serve`` has by itself."""
WHITENOISE = """
from whitenoise import WhiteNoise

def nothing(environ, start_response):
    start_response("404 Not Found", [("Content-Length", "0")])
    return []

server = WhiteNoise(nothing, root={folder!r}, index_file=True, max_age=0)
"""
NGINX_FILE = """
{user}
daemon off; worker_processes {processes}; pid {folder}/pid; error_log stderr warn;
events {{ worker_connections 4096; }}
http {{
  access_log off; types {{ text/html html; }} gzip_static on; sendfile on;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {site}; }}
}}
"""


@dataclass(frozen=True)
class Contender:
    """A server: the command that serves at a port, and where what it needs is made."""

    name: str
    command: Callable[[int, Path], Sequence[str]]
    variables: Mapping[str, str] | None = None

    @contextmanager
    def served(self, folder: Path) -> Iterator[tuple[str, Popen[bytes]]]:
        """The address of the page and the process, once it answers; ``folder`` is its own."""
        folder.mkdir(parents=True, exist_ok=True)
        port = free_port()
        with Popen(
            self.command(port, folder),
            env=environment(self.variables),
            stdout=DEVNULL,
            stderr=(folder / "log").open("wb"),
        ) as server:
            try:
                address = f"http://127.0.0.1:{port}/"
                wait_for(address, server)
                yield address, server
            finally:
                server.terminate()


def wait_for(address: str, server: Popen[bytes]) -> None:
    """Wait until it gives a page."""
    begun = monotonic()
    while not answers(address):
        if server.poll() is not None or monotonic() - begun > PATIENCE:
            raise SystemExit(f"nothing is served at {address}: {server.args!r}")
        sleep(0.02)


def answers(address: str) -> bool:
    """Whether a page is there."""
    try:
        with urlopen(Request(address, headers=AS_BROWSERS), timeout=PATIENCE):
            return True
    except (HTTPError, URLError, OSError):
        return False


def own(processes: int, **variables: str) -> Contender:
    """``flankwatch serve`` in so many processes."""
    name = "one process" if processes == 1 else f"{processes} processes"
    return Contender(
        f"`flankwatch serve`, {name}",
        lambda port, _folder: [*COMMAND, "serve", f"--port={port}", f"--workers={processes}"],
        variables,
    )


def contenders(site: Path, pack: Path) -> list[Contender]:
    """All that can be measured here; ``site`` is the exported folder of ``pack``."""
    settings = {"FLANKWATCH_PACK": str(pack), "FLANKWATCH_CACHE_DIR": "none"}
    gunicorn = [sys.executable, "-m", "gunicorn", "--preload", f"--workers={PROCESSES}"]
    threads = ["--worker-class=gthread", "--threads=8"]

    def plain(port: int, _folder: Path) -> Sequence[str]:
        at = [f"--chdir={HERE.parent}", f"--bind=127.0.0.1:{port}"]
        return [*gunicorn, *threads, *at, "bench.plain_dash:server"]

    def behind_gunicorn(port: int, _folder: Path) -> Sequence[str]:
        return [*gunicorn, *threads, f"--bind=127.0.0.1:{port}", "dashboard.wsgi:server"]

    def whitenoise(port: int, folder: Path) -> Sequence[str]:
        (folder / "noise.py").write_text(WHITENOISE.format(folder=str(site)), encoding="utf-8")
        at = [f"--chdir={folder}", f"--bind=127.0.0.1:{port}"]
        return [*gunicorn, *threads, *at, "noise:server"]

    def granian(port: int, _folder: Path) -> Sequence[str]:
        how = ["--interface=wsgi", f"--port={port}", f"--workers={PROCESSES}", "--no-ws"]
        return [str(SCRIPTS / "granian"), *how, "--blocking-threads=4", "dashboard.wsgi:server"]

    def nginx(port: int, folder: Path) -> Sequence[str]:
        # Begun by root, it would send as somebody who may not read the folder.
        user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
        own = {"user": user, "processes": PROCESSES, "folder": folder, "port": port, "site": site}
        text = NGINX_FILE.format(**own)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        return [str(NGINX), "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]

    here = {"PYTHONPATH": str(HERE.parent.parent)}
    found = [
        Contender("plain Dash under gunicorn, its empty page", plain, here),
        own(1, **settings),
        *([own(PROCESSES, **settings)] if PROCESSES > 1 else []),
        Contender("gunicorn, `dashboard.wsgi:server`", behind_gunicorn, settings),
        Contender("gunicorn and WhiteNoise, the exported folder", whitenoise),
        Contender("Granian, `dashboard.wsgi:server`", granian, settings),
    ]
    if NGINX:
        found.append(Contender("nginx, the exported folder", nginx))
    return found
