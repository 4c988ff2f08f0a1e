"""The values of the settings in the files that are written, as their readers take them."""

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from deploy.written import deployed

from dashboard import cli
from dashboard.deploy.site import DeployError, read_site
from dashboard.web.settings import SETTINGS, read_settings

AWKWARD = '/srv/a "b" $HOME `c` 100% \\ é: #x'
"""A folder with all that could mean something else in one of the files."""
ADDRESS = "https://mines.example.org:8443/"


def shown(text: str) -> dict[str, str]:
    """The variables of an environment file, of which systemd reads quotes as a shell does."""
    script = f"set -a\n{text}\nexec env -0"
    done = subprocess.run(
        ["/bin/sh", "-c", script], env={}, capture_output=True, text=True, check=True
    )
    pairs = [pair.partition("=") for pair in done.stdout.split("\0")]
    return {name: value for name, _, value in pairs if name.startswith("FLANKWATCH_")}


def compose(tmp_path: Path, *options: str) -> Any:
    return yaml.safe_load(deployed("docker", tmp_path, *options).text("compose.yaml"))


def test_options_win_over_the_environment_which_is_taken_too(tmp_path: Path) -> None:
    options = "--port", "9000"
    variables = {"FLANKWATCH_PORT": "9001", "FLANKWATCH_HSTS": "60"}
    text = deployed("systemd", tmp_path, *options, **variables).text("flankwatch.env")
    assert shown(text) == {"FLANKWATCH_PORT": "9000", "FLANKWATCH_HSTS": "60"}


def test_a_settings_file_is_taken_after_both(tmp_path: Path) -> None:
    (tmp_path / "mines.toml").write_text("port = 9002\nhsts = 90\nlog = 'json'\n")
    options = "--port", "9000", "--settings", str(tmp_path / "mines.toml")
    written = deployed("systemd", tmp_path / "new", *options, FLANKWATCH_HSTS="60")
    assert shown(written.text("flankwatch.env")) == {
        "FLANKWATCH_PORT": "9000",
        "FLANKWATCH_HSTS": "60",
        "FLANKWATCH_LOG": "json",
    }


def test_the_environment_file_names_every_setting_and_sets_none_by_itself(tmp_path: Path) -> None:
    text = deployed("systemd", tmp_path).text("flankwatch.env")
    assert shown(text) == {}
    assert re.findall(r"^#(FLANKWATCH_\w+)=$", text, re.MULTILINE) == [s.variable for s in SETTINGS]


def test_a_service_reads_from_its_file_what_was_given(tmp_path: Path) -> None:
    given = {"public_url": ADDRESS, "pack": AWKWARD, "embed_hosts": "*.example.org,b.example"}
    options = [f"--{name.replace('_', '-')}={value}" for name, value in given.items()]
    written = deployed("systemd", tmp_path, *options)
    nothing: dict[str, str | None] = {setting.name: None for setting in SETTINGS}
    variables = shown(written.text("flankwatch.env"))
    # A folder that is not here is read as several where its name has what parts paths.
    assert variables.pop("FLANKWATCH_PACK") == given.pop("pack")
    found = read_settings(nothing, variables)
    assert found == read_settings(nothing | given | {"hosts": "mines.example.org"}, {})


def test_several_packs_are_not_written_into_a_file() -> None:
    with pytest.raises(DeployError, match="expected one pack, or none for those that ship"):
        read_site({"pack": ["a", "b"]}, {})


def test_a_container_has_its_own_host_and_the_pack_in_its_place(tmp_path: Path) -> None:
    options = "--host", "127.0.0.1", "--port", "9000", "--pack", AWKWARD, "--hsts", "60"
    service = compose(tmp_path, *options)["services"]["flankwatch"]
    assert service["environment"] == {
        "FLANKWATCH_HOST": "0.0.0.0",
        "FLANKWATCH_PORT": "9000",
        "FLANKWATCH_PACK": "/pack",
        "FLANKWATCH_HSTS": "60",
    }
    [mount] = service["volumes"]
    assert (mount["target"], mount["read_only"]) == ("/pack", True)
    assert mount["source"].replace("$$", "$") == AWKWARD
    assert "$" not in mount["source"].replace("$$", "")


def test_without_a_pack_of_ones_own_nothing_is_mounted(tmp_path: Path) -> None:
    service = compose(tmp_path)["services"]["flankwatch"]
    assert "volumes" not in service
    assert "FLANKWATCH_PACK" not in service["environment"]


def test_a_pack_is_named_by_its_whole_path(tmp_path: Path) -> None:
    text = deployed("systemd", tmp_path, "--pack", "mines").text("flankwatch.env")
    assert shown(text)["FLANKWATCH_PACK"] == str(Path("mines").absolute())


@pytest.mark.parametrize(
    ("pack", "line"),
    [
        ("/srv/mines", "ProtectHome=yes"),
        ("/home/ann/100% a", 'BindReadOnlyPaths="/home/ann/100%% a"'),
    ],
)
def test_a_service_sees_a_pack_in_somebodys_home_and_nothing_else_there(
    pack: str, line: str, tmp_path: Path
) -> None:
    lines = deployed("systemd", tmp_path, "--pack", pack).text("flankwatch.service").splitlines()
    assert line in lines
    assert ("ProtectHome=tmpfs" in lines) == any(each.startswith("BindReadOnly") for each in lines)


def test_only_a_service_for_this_machine_is_shut_off_from_all_others(tmp_path: Path) -> None:
    local = deployed("systemd", tmp_path / "local").text("flankwatch.service")
    wide = deployed("systemd", tmp_path / "wide", "--host", "::").text("flankwatch.service")
    assert "\nIPAddressDeny=any\nIPAddressAllow=localhost\n" in local
    assert "IPAddress" not in wide


@pytest.mark.parametrize(
    ("options", "address", "listen"),
    [
        ([], "https://localhost", "443 ssl http2"),
        (["--hosts", "A.example.org,b.example.org"], "https://a.example.org", "443 ssl http2"),
        (["--public-url", ADDRESS], ADDRESS.rstrip("/"), "8443 ssl http2"),
        (["--public-url", "http://mines.example.org"], "http://mines.example.org", "80"),
        (["--public-url", "http://[::1]:8080/"], "http://[::1]:8080", "8080"),
        (["--public-url", "http://mines.example.org/a/"], "http://mines.example.org", "80"),
    ],
)
def test_proxies_answer_at_the_public_address(
    options: list[str], address: str, listen: str, tmp_path: Path
) -> None:
    caddy = deployed("caddy", tmp_path / "caddy", *options).text("Caddyfile")
    assert f"\n{address} {{\n" in caddy
    nginx = deployed("nginx", tmp_path / "nginx", *options).text("flankwatch.conf")
    assert f"    listen {listen};\n" in nginx
    assert ("ssl_certificate " in nginx) == address.startswith("https:")
    [name, *_] = re.findall(r"server_name (.+);", nginx)
    assert address.partition("://")[2].startswith(name)


@pytest.mark.parametrize(
    ("host", "upstream"),
    [("127.0.0.1", "127.0.0.1:9000"), ("0.0.0.0", "127.0.0.1:9000"), ("::1", "[::1]:9000")],
)
def test_proxies_ask_the_server_where_it_listens(host: str, upstream: str, tmp_path: Path) -> None:
    options = "--host", host, "--port", "9000"
    caddy = deployed("caddy", tmp_path / "caddy", *options).text("Caddyfile")
    assert f"reverse_proxy {upstream} {{" in caddy
    nginx = deployed("nginx", tmp_path / "nginx", *options).text("flankwatch.conf")
    assert f"server {upstream};" in nginx


def test_the_site_as_files_is_made_of_the_pack_in_the_repository(tmp_path: Path) -> None:
    options = "--pack", AWKWARD, "--public-url", "https://mines.example.org/"
    written = deployed("pages", tmp_path, *options)
    hub = yaml.safe_load(written.text(".github/workflows/pages.yml"))
    [here] = [step["run"] for step in hub["jobs"]["export"]["steps"] if "export" in str(step)]
    lab = yaml.safe_load(written.text(".gitlab-ci.yml"))["pages"]["script"]
    assert here == lab[-1]
    program, *arguments = shlex.split(here)
    read = cli.parser().parse_args(arguments)
    assert (program, read.command, str(read.folder)) == ("flankwatch", "export", "public")
    assert (read.pack, read.public_url) == (["pack"], "https://mines.example.org/")
    assert shlex.split(written.commands[0])[-3:-1] == ["-R", AWKWARD]


def test_below_a_path_the_rest_of_the_host_is_left_alone(tmp_path: Path) -> None:
    options = "--public-url", "https://example.org/mines/", "--metrics", "yes"
    nginx = deployed("nginx", tmp_path / "nginx", *options).text("flankwatch.conf")
    assert "location /mines/ {" in nginx
    assert "location /mines/metrics {" in nginx.replace("= ", "")
    assert "\n    location / {\n        proxy_pass" not in nginx
    caddy = deployed("caddy", tmp_path / "caddy", *options).text("Caddyfile")
    assert "\t@dashboard path /mines /mines/*\n\treverse_proxy @dashboard " in caddy
    ingress = deployed("kubernetes", tmp_path / "cluster", *options).text("ingress.yaml")
    [rule] = yaml.safe_load(ingress)["spec"]["rules"]
    assert [path["path"] for path in rule["http"]["paths"]] == ["/mines"]
    service = deployed("systemd", tmp_path / "unit", *options).text("flankwatch.env")
    assert shown(service)["FLANKWATCH_PUBLIC_URL"] == "https://example.org/mines/"


def test_a_path_that_a_proxy_would_have_to_change_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--public-url", "https://example.org/mines/", "--base-path", "/other/"]
    assert cli.main(["deploy", "nginx", str(tmp_path / "n"), *options]) == 2
    assert "--base-path: '/other/' cannot be written" in capsys.readouterr().err
    assert not (tmp_path / "n").exists()
