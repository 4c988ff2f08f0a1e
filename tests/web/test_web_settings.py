"""One row of the table is one setting: an option, a variable, a default and a help text."""

import os
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from dashboard.paths import SHIPPED
from dashboard.web.base_path import BasePath, public_address
from dashboard.web.setting_values import AUTO
from dashboard.web.setting_values import workers as number_of_workers
from dashboard.web.settings import SETTINGS, Setting, read_settings
from dashboard.web.settings_file import SettingError

VALUES = {
    "host": ("0.0.0.0", "::1"),
    "port": ("8080", "0"),
    "workers": ("1", "64"),
    "pack": ("one", f"two{os.pathsep}three"),
    "cache_dir": ("cache", "/var/cache/flankwatch"),
    "public_url": ("https://mines.example.org/", "http://[::1]:8050/"),
    "base_path": ("/mines/", "/a/b"),
    "trusted_proxies": ("127.0.0.1", "10.0.0.0/8, ::1"),
    "hosts": ("mines.example.org", "localhost, [::1]"),
    "embed_hosts": ("https://news.example.org", "none"),
    "hsts": ("31536000", "60"),
    "log": ("text", "json"),
    "metrics": ("yes", "YES"),
}
"""Two good values of every setting."""


def nothing() -> dict[str, str | None]:
    """What the command line gives where no option is given."""
    return {setting.name: None for setting in SETTINGS}


@pytest.fixture(params=SETTINGS, ids=lambda setting: setting.name)
def setting(request: pytest.FixtureRequest) -> Setting:
    row: Setting = request.param
    return row


def test_the_settings_are_these() -> None:
    assert [setting.name for setting in SETTINGS] == list(VALUES)


def test_names_follow_from_the_setting(setting: Setting) -> None:
    assert setting.option == "--" + setting.name.replace("_", "-")
    assert setting.variable == f"FLANKWATCH_{setting.name.upper()}"


def test_without_anything_the_defaults_hold() -> None:
    assert read_settings(nothing(), {}) == {
        "host": "127.0.0.1",
        "port": 8050,
        "workers": number_of_workers(AUTO),
        "pack": SHIPPED,
        "cache_dir": user_cache_path("flankwatch", appauthor=False),
        "public_url": "",
        "base_path": "",
        "trusted_proxies": (),
        "hosts": (),
        "embed_hosts": ("*",),
        "hsts": 0,
        "log": "none",
        "metrics": False,
    }


def test_the_environment_wins_over_the_default(setting: Setting) -> None:
    value, _ = VALUES[setting.name]
    found = read_settings(nothing(), {setting.variable: value})
    assert found == read_settings(nothing(), {}) | {setting.name: setting.read(value)}


def test_the_option_wins_over_the_environment(setting: Setting) -> None:
    option, variable = VALUES[setting.name]
    found = read_settings(nothing() | {setting.name: option}, {setting.variable: variable})
    assert found[setting.name] == setting.read(option)


def test_an_empty_variable_is_as_good_as_none(setting: Setting) -> None:
    assert read_settings(nothing(), {setting.variable: ""}) == read_settings(nothing(), {})


def test_a_good_option_makes_up_for_a_bad_variable() -> None:
    found = read_settings(nothing() | {"port": "1"}, {"FLANKWATCH_PORT": "x"})
    assert found["port"] == 1


@pytest.mark.parametrize("port", ["-1", "65536", "80 ", "0x50", "٣", "²", "1e3", "9" * 5000])
def test_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(SettingError, match="--port: "):
        read_settings(nothing() | {"port": port}, {})


@pytest.mark.parametrize("port", ["0", "1", "65535", "08050"])
def test_what_is_a_port_is_a_number(port: str) -> None:
    assert read_settings(nothing() | {"port": port}, {})["port"] == int(port)


@pytest.mark.parametrize(
    ("given", "folders"),
    [
        ("a/b", [Path("a", "b")]),
        ("a:b", [Path("a:b")]),
        (["a"], [Path("a")]),
        (["a", "b/c"], [Path("a"), Path("b", "c")]),
    ],
)
def test_packs_are_folders(given: str | list[str], folders: list[Path]) -> None:
    assert read_settings({**nothing(), "pack": given}, {})["pack"] == tuple(folders)


def test_in_the_environment_what_parts_paths_parts_them() -> None:
    variables = {"FLANKWATCH_PACK": os.pathsep.join(["a", "b"])}
    assert read_settings(nothing(), variables)["pack"] == (Path("a"), Path("b"))


def test_a_folder_that_is_there_is_one_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / f"a{os.pathsep}b"
    folder.mkdir()
    assert read_settings({**nothing(), "pack": [str(folder)]}, {})["pack"] == (folder,)
    assert read_settings(nothing(), {"FLANKWATCH_PACK": str(folder)})["pack"] == (folder,)


def test_no_pack_at_all_is_refused() -> None:
    with pytest.raises(SettingError, match=r"--pack: ' ' cannot be used .expected a folder"):
        read_settings({**nothing(), "pack": [" "]}, {})


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://mines.example.org/", "https://mines.example.org/"),
        ("https://mines.example.org", "https://mines.example.org/"),
        ("http://127.0.0.1:8050", "http://127.0.0.1:8050/"),
        ("https://example.org/mines", "https://example.org/mines/"),
        ("https://example.org/a/b-c/", "https://example.org/a/b-c/"),
        ("", ""),
    ],
)
def test_a_public_address_ends_with_a_slash(given: str, address: str) -> None:
    assert read_settings(nothing() | {"public_url": given}, {})["public_url"] == address


@pytest.mark.parametrize(
    "given",
    [
        "mines.example.org",
        "//mines.example.org/",
        "ftp://mines.example.org/",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://:8050/",
        "https://mines.example.org:99999/",
        "https://[::1/",
        "https://user:secret@mines.example.org/",
        "https://example.org//",
        "https://example.org/mines//",
        "https://example.org/mines/../other/",
        "https://example.org/%2e",
        "https://mines.example.org?date=2025-12-27",
        "https://mines.example.org/?date=2025-12-27",
        "https://mines.example.org/#map",
        'https://mines.example.org/"><script>',
        "https://mines.example.org/a b",
        "https://mines.example.org/\n",
        " https://mines.example.org/",
    ],
)
def test_what_is_no_public_address_is_refused(given: str) -> None:
    with pytest.raises(SettingError, match=r"--public-url: .*expected an address such as https"):
        read_settings(nothing() | {"public_url": given}, {})
    with pytest.raises(SettingError, match="FLANKWATCH_PUBLIC_URL: "):
        read_settings(nothing(), {"FLANKWATCH_PUBLIC_URL": given})


@pytest.mark.parametrize(("given", "path"), [("/mines", "/mines/"), ("/a/b/", "/a/b/"), ("/", "/")])
def test_a_base_path_ends_with_a_slash(given: str, path: str) -> None:
    assert read_settings(nothing() | {"base_path": given}, {})["base_path"] == path


@pytest.mark.parametrize(
    "given", ["mines", "//", "/mines//", "/../", "/a b/", "/%2e/", "/a?b/", "/é/"]
)
def test_what_is_no_base_path_is_refused(given: str) -> None:
    with pytest.raises(SettingError, match=r"--base-path: .*expected a path such as /mines/"):
        read_settings(nothing() | {"base_path": given}, {})


@pytest.mark.parametrize(
    ("public_url", "base_path", "served_at", "address"),
    [
        ("", "", "/", ""),
        ("", "/mines/", "/mines/", ""),
        ("https://example.org/", "", "/", "https://example.org/"),
        ("https://example.org/mines/", "", "/mines/", "https://example.org/mines/"),
        ("https://example.org/", "/mines/", "/mines/", "https://example.org/mines/"),
        # A proxy takes the path away, or puts another one in its place.
        ("https://example.org/mines/", "/", "/", "https://example.org/mines/"),
        ("https://example.org/mines/", "/inner/", "/inner/", "https://example.org/mines/"),
    ],
)
def test_where_the_dashboard_is_follows_from_both(
    public_url: str, base_path: str, served_at: str, address: str
) -> None:
    settings = read_settings(nothing() | {"public_url": public_url, "base_path": base_path}, {})
    assert (BasePath.of(settings).path, public_address(settings)) == (served_at, address)


@pytest.mark.parametrize("given", ["proxy.example.org", "10.0.0.0/33", "1.2.3", "*", "127.0.0.1;"])
def test_what_is_no_address_of_a_proxy_is_refused(given: str) -> None:
    with pytest.raises(SettingError, match=r"--trusted-proxies: .*expected addresses or networks"):
        read_settings(nothing() | {"trusted_proxies": given}, {})
