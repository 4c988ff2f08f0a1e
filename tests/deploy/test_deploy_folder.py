"""The folder that ``flankwatch deploy`` writes into, and what it refuses."""

from pathlib import Path

import pytest
from deploy.written import Written, deployed
from web.servers import run

from dashboard import cli
from dashboard.deploy.recipes import RECIPES, template_of, template_of_commands

WHEEL = "flankwatch-0.1.0-py3-none-any.whl"


@pytest.fixture(params=RECIPES)
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line with which the command refuses to write."""
    assert cli.main(["deploy", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    [line] = err.splitlines()
    return line


def test_a_recipe_writes_its_files_and_names_them_and_three_commands(
    kind: str, tmp_path: Path
) -> None:
    written = deployed(kind, tmp_path / "new", "--public-url", "https://mines.example.org/")
    assert set(written.contents) == set(RECIPES[kind])
    said = written.said.splitlines()
    assert said[0] == "Wrote, for https://mines.example.org/:"
    assert said[1 : said.index("Next:")] == [f"  {written.folder / n}" for n in RECIPES[kind]]
    assert len(written.commands) == 3


def test_the_same_settings_give_the_same_bytes(kind: str, tmp_path: Path) -> None:
    options = "--hosts", "a.example.org,b.example.org", "--pack", "mines"
    here = deployed(kind, tmp_path / "here", *options)
    ended = run("deploy", kind, str(tmp_path / "there"), *options)
    assert (ended.status, ended.err) == (0, "")
    assert Written(tmp_path / "there", ended.out).contents == here.contents


def test_files_of_an_earlier_run_are_replaced_and_others_stay(kind: str, tmp_path: Path) -> None:
    before = deployed(kind, tmp_path, "--public-url", "https://old.example.org/").contents
    (tmp_path / WHEEL).write_text("the wheel")
    after = deployed(kind, tmp_path, "--public-url", "https://new.example.org/").contents
    assert after.pop(WHEEL) == b"the wheel"
    assert after.keys() == before.keys()
    assert b"old.example.org" not in b"".join(after.values())
    assert b"new.example.org" in b"".join(after.values())


def test_the_folder_is_by_default_named_for_the_recipe(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["deploy", kind]) == 0
    assert capsys.readouterr().err == ""
    assert [path.name for path in tmp_path.iterdir()] == [f"deploy-{kind}"]


def test_a_folder_of_something_else_is_refused(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    line = refused(capsys, kind, str(tmp_path))
    assert line.startswith(
        f"flankwatch: {tmp_path}: is not of `flankwatch deploy {kind}` (expected"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_of_another_recipe_is_refused_though_its_file_has_that_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deployed("docker", tmp_path)
    line = refused(capsys, "caddy", str(tmp_path))
    assert line.startswith(f"flankwatch: {tmp_path / 'Caddyfile'}: is not of `flankwatch deploy c")


def test_a_file_that_someone_wrote_himself_is_never_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deployed("docker", tmp_path)
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert "compose.yaml: is not of" in refused(capsys, "docker", str(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("below", ["", "below"])
def test_what_cannot_be_a_folder_is_refused(
    below: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    place = tmp_path / "file" / below
    assert refused(capsys, "nginx", str(place)).startswith(f"flankwatch: {tmp_path / 'file'}")


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("nginx", ["--port", "0"], "--port: '0' cannot be written into a file"),
        (
            "nginx",
            ["--port", "80"],
            "'80' cannot be written into a file (expected a number from 10",
        ),
        ("nginx", ["--port", "x"], "--port: 'x' cannot be used"),
        ("caddy", ["--host", "a;b{"], "'a;b{' cannot be written into a file (expected a name or"),
        ("systemd", ["--pack", "a\nUser=root"], "cannot be written into a file (expected print"),
        ("systemd", ["--hosts", "a,\nb"], "cannot be written into a file (expected printable"),
        ("docker", ["--image", "a b"], "--image: 'a b' is no name of an image (expected one such"),
        ("docker", ["--image", "a\n"], "is no name of an image"),
        ("kubernetes", ["--public-url", "http://10.0.0.1/"], "an Ingress cannot serve 10.0.0.1"),
        ("kubernetes", ["--public-url", "http://a_b/"], "an Ingress cannot serve a_b (expected"),
        ("kubernetes", ["--public-url", "http://[::1]/"], "an Ingress cannot serve [::1] (expe"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_line(
    kind: str,
    options: list[str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = tmp_path / "new"
    assert said in refused(capsys, kind, str(place), *options)
    assert not place.exists()


def test_what_a_settings_file_says_in_vain_is_refused_by_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mines.toml").write_text("port = 80\n")
    options = "--settings", str(tmp_path / "mines.toml")
    line = refused(capsys, "nginx", str(tmp_path / "new"), *options)
    assert line.startswith(f"flankwatch: port in {tmp_path / 'mines.toml'}: '80' cannot be written")


def test_what_is_no_recipe_is_refused_with_all_that_are(tmp_path: Path) -> None:
    ended = run("deploy", "heroku", str(tmp_path))
    assert (ended.status, ended.out) == (2, "")
    assert all(name in ended.err for name in RECIPES)


def test_every_template_belongs_to_a_recipe() -> None:
    templates = Path(cli.__file__).parent / "deploy" / "templates"
    found = {path.relative_to(templates).as_posix() for path in templates.rglob("*.*")}
    wanted = {template_of(kind, name) for kind, names in RECIPES.items() for name in names}
    assert found == wanted | {template_of_commands(kind) for kind in RECIPES}
