"""Runs the real nginx and Caddy with a file that ``flankwatch deploy`` wrote, on this machine."""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from deploy.written import Written
from web.servers import PATIENCE, Answer

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CADDY = shutil.which("caddy")


@dataclass(frozen=True)
class Proxy:
    """A command that runs a proxy at a port, with the folder that it writes to."""

    command: Sequence[str]
    folder: Path
    port: int
    is_secure: bool = False

    def start(self) -> "Running":
        return Running(self)


class Running:
    """A proxy while it runs."""

    def __init__(self, proxy: Proxy) -> None:
        self._proxy = proxy
        self._log = (proxy.folder / "log").open("wb")

    def __enter__(self) -> "Running":
        variables = {**os.environ, "HOME": str(self._proxy.folder)}
        self._process = subprocess.Popen(
            self._proxy.command, env=variables, stdout=self._log, stderr=self._log
        )
        limit = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self._proxy.port)).close()
                return self
            except OSError:
                if self._process.poll() is not None or time.monotonic() > limit:
                    self.__exit__(None, None, None)
                    said = (self._proxy.folder / "log").read_text()
                    raise AssertionError(f"the proxy does not listen: {said}") from None
                time.sleep(0.05)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        self._log.close()

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """One request, by the name localhost unless ``host`` is another."""
        connection = http.client.HTTPConnection("127.0.0.1", self._proxy.port, timeout=PATIENCE)
        if self._proxy.is_secure:
            connection = http.client.HTTPSConnection(
                "127.0.0.1", self._proxy.port, timeout=PATIENCE, context=_trusting()
            )
        named = {"host": "localhost", **headers}
        try:
            connection.request(
                method, path, body, {name.replace("_", "-"): text for name, text in named.items()}
            )
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


def _trusting() -> ssl.SSLContext:
    """For a certificate that the test made for itself."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def nginx(written: Written, port: int) -> Proxy:
    """nginx with the file that was written, but for this machine alone.

    A certificate is made with the command that was said.
    """
    folder = written.folder / "run"
    folder.mkdir()
    text = written.text("flankwatch.conf")
    secure = " ssl " in text
    if secure:
        here = written.commands[0].removeprefix("sudo ").replace("/etc/nginx/", f"{folder}/")
        subprocess.run(["/bin/sh", "-c", here], capture_output=True, check=True)
        text = text.replace("/etc/nginx/", f"{folder}/")
        # The part at port 80 only sends on to the other one; it would need the port of a service.
        text = re.sub(
            r"^server \{\n    listen 80;.*?^}\n", "", text, flags=re.MULTILINE | re.DOTALL
        )
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.MULTILINE)
    own = re.sub(r"listen (\d+)", r"listen 127.0.0.1:\1", text)
    temporary = "".join(
        f"{kind}_temp_path {folder};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr warn;\n"
        f"events {{ }}\nhttp {{\naccess_log off;\n{temporary}{own}\n}}\n",
        encoding="utf-8",
    )
    command = [str(NGINX), "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    return Proxy(command, folder, port, secure)


def caddy(written: Written, port: int) -> Proxy:
    """Caddy with the file that was written, but for this machine alone and without its own door."""
    folder = written.folder / "run"
    folder.mkdir()
    text = written.text("Caddyfile")
    assert "\n{\n" in text
    own = text.replace("\n{\n", "\n{\n\tadmin off\n\tdefault_bind 127.0.0.1\n", 1)
    (folder / "Caddyfile").write_text(own, encoding="utf-8")
    command = [str(CADDY), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    return Proxy(command, folder, port)
