"""A settings file: what it says, what wins over it, and what is wrong with it."""

from pathlib import Path

import pytest
from web.servers import run

from dashboard.web.settings import read_settings, settings_given
from dashboard.web.settings_file import SettingError


def written(folder: Path, text: str) -> str:
    path = folder / "flankwatch.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_it_gives_what_neither_option_nor_environment_gives(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'port = 8080\npublic-url = "https://mines.example.org"\nhosts = ["a.example", "b.example"]',
    )
    found = settings_given({"settings": path, "port": "1"}, {})
    assert found["port"].value == 1
    assert found["public_url"].value == "https://mines.example.org/"
    assert found["hosts"].value == ("a.example", "b.example")
    assert [found[name].origin for name in ("port", "public_url", "host")] == [
        "--port",
        f"public-url in {path}",
        "default",
    ]


def test_the_environment_may_name_it_and_wins_over_it(tmp_path: Path) -> None:
    path = written(tmp_path, 'port = 8080\nhsts = "60"')
    variables = {"FLANKWATCH_SETTINGS": path, "FLANKWATCH_PORT": "8081"}
    found = read_settings({}, variables)
    assert (found["port"], found["hsts"]) == (8081, 60)


def test_a_list_of_packs_is_several_packs(tmp_path: Path) -> None:
    path = written(tmp_path, 'pack = ["a", "b,c"]')
    assert read_settings({"settings": path}, {})["pack"] == (Path("a"), Path("b,c"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("port = ", "is no TOML"),
        ("prot = 1", "'prot' is no setting .did you mean 'port'?"),
        ("zzz = 1", "'zzz' is no setting .expected one of host, port, workers, pack"),
        ("port = true", "port: expected a text, a whole number or a list of texts"),
        ("port = 1.5", "port: expected a text"),
        ("[port]\na = 1", "port: expected a text"),
        ("hosts = [1]", "hosts: expected a text"),
        ("port = 99999", "port in .*flankwatch.toml: '99999' cannot be used .expected a number"),
    ],
)
def test_what_is_wrong_in_it_is_said_with_its_place(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(SettingError, match=expected) as caught:
        read_settings({"settings": written(tmp_path, text)}, {})
    assert "flankwatch.toml" in str(caught.value)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none.toml: cannot be read .No such file"):
        read_settings({"settings": str(tmp_path / "none.toml")}, {})
    (tmp_path / "latin.toml").write_bytes(b'host = "\xe9"')
    with pytest.raises(SettingError, match=r"latin.toml: cannot be read .expected text in UTF-8"):
        read_settings({"settings": str(tmp_path / "latin.toml")}, {})


def test_what_is_printed_is_a_file_that_gives_the_same_settings(tmp_path: Path) -> None:
    own = written(tmp_path, 'embed_hosts = ["https://news.example.org", "*.example.net"]')
    ended = run("serve", "--print-settings", "--settings", own, "--port", "0")
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert any(line.startswith('port = "0"') and line.endswith("# --port") for line in lines)
    assert any(line.endswith(f"# embed_hosts in {own}") for line in lines)
    again = written(tmp_path, ended.out)
    assert read_settings({"settings": again}, {}) == read_settings(
        {"port": "0", "embed_hosts": "https://news.example.org,*.example.net"}, {}
    )


def test_a_wrong_file_ends_the_command_with_a_line(tmp_path: Path) -> None:
    ended = run("serve", "--settings", written(tmp_path, "prot = 1"))
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("flankwatch: ")
    assert "Traceback" not in ended.err
