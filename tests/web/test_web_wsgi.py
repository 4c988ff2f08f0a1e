"""The dashboard under another WSGI server, which knows nothing of it but a name."""

import subprocess
import sys
from pathlib import Path

from web.servers import environment

ASK = """
from werkzeug.test import Client
from dashboard.wsgi import server
page = Client(server).get("/?date=2025-12-27")
print(page.status, "On 27 December 2025" in page.text, page.headers["X-Content-Type-Options"])
print(Client(server).get("/data/datapackage.json").status)
print(Client(server).get("/metrics").text.count('flankwatch_loads_total{result="loaded"} 1.0'))
"""


def asked(**variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ASK],
        env=environment(variables),
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_answers_as_it_does_by_itself() -> None:
    done = asked(FLANKWATCH_HOSTS="localhost")
    assert done.stdout.splitlines() == ["200 OK True nosniff", "200 OK", "0"]


def test_its_settings_are_those_of_the_environment(tmp_path: Path) -> None:
    done = asked(FLANKWATCH_PACK=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith(f"flankwatch: {tmp_path} cannot be served:\n")
    assert "treaty.toml: is missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_is_observed_where_the_settings_ask_for_it() -> None:
    lines = asked(FLANKWATCH_METRICS="yes", FLANKWATCH_LOG="text").stdout.splitlines()
    assert lines[-1] == "1"
    assert any('"GET /data/datapackage.json" 200 ' in line for line in lines)


def test_a_wrong_setting_ends_it_with_a_line() -> None:
    done = asked(FLANKWATCH_HSTS="for ever")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("flankwatch: FLANKWATCH_HSTS: 'for ever' cannot be used")
    assert done.stderr.count("\n") == 1
