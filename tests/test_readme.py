"""The README stays true: what it lists is what the program has."""

import doctest
import re
import shlex
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from dashboard import Record
from dashboard.cli import parser
from dashboard.deploy.recipes import RECIPES
from dashboard.panels.screens import SCREENS
from dashboard.paths import DEFAULT_PACK
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.review.findings import Doubt
from dashboard.record.review.report import as_data, examine
from dashboard.web.settings import FILE_VARIABLE, SETTINGS, Setting

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_PYTHON = README.partition("\n## In Python\n")[2].partition("\n## ")[0]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_stands_in_the_table_as_it_is(setting: Setting) -> None:
    default = setting.default_in_words or f"`{setting.default}`"
    row = f"| `{setting.option}` | `{setting.variable}` | {default} | {setting.help} |"
    assert row in README


def test_no_setting_is_described_that_does_not_exist() -> None:
    described = set(re.findall(r"`(FLANKWATCH_\w+)`", README))
    beside = {FILE_VARIABLE, "FLANKWATCH_TEST_BROWSER"}
    assert described == {setting.variable for setting in SETTINGS} | beside


def test_every_command_is_described_and_no_other() -> None:
    described = set(re.findall(r"^\| `flankwatch (\w+)", README, flags=re.MULTILINE))
    (action,) = [action for action in parser()._actions if action.dest == "command"]
    assert action.choices is not None
    assert described == set(action.choices)


def test_a_million_visits_cost_what_the_bytes_measured_make() -> None:
    measured = README.partition("cold visits at full speed")[2]
    [size] = re.findall(r"^\| bytes of the first visit .*\| (\d+) kB \|", measured, re.M)[:1]
    [requests] = re.findall(r"^\| requests of the first visit .*\| (\d+) \|", measured, re.M)[:1]
    section = " ".join(README.partition("\n### Millions of readers\n")[2].split())
    [price] = re.findall(r"at a price of ([\d.]+) for a GB", section)
    assert f"A first visit takes {size} kB" in section
    assert f"in {requests} requests" in section
    # A million times a kB is a GB.
    assert f"a million first visits are {size} GB and {requests} million requests" in section
    assert f"the first cost {int(size) * float(price):.2f}," in section


def test_every_warning_stands_in_the_table_as_it_is_in_the_order_of_the_code() -> None:
    section = README.partition("| warning | is about |\n|---|---|\n")[2].partition("\n\n")[0]
    assert section.splitlines() == [f"| `{doubt}` | {doubt.meaning} |" for doubt in Doubt]


def test_the_keys_of_the_report_for_machines_are_named() -> None:
    section = README.partition("**`--format json`**")[2].partition("\n\n")[0]
    report = as_data(examine(DEFAULT_PACK))
    names = {*report, *report["warnings"][0], "error", "null"}
    assert set(re.findall(r"`(\w+)`", section)) == names


def test_every_option_of_check_is_named() -> None:
    (action,) = [action for action in parser()._actions if action.dest == "command"]
    assert isinstance(action.choices, dict)
    options = [name for name in action.choices["check"]._option_string_actions if name[:2] == "--"]
    row = next(line for line in README.splitlines() if line.startswith("| `flankwatch check"))
    assert [name for name in options if name not in row] == ["--help"]


def test_every_recipe_of_an_operator_is_told() -> None:
    row = next(line for line in README.splitlines() if line.startswith("| `flankwatch deploy "))
    kinds = r"\|".join(RECIPES)
    assert row.startswith(f"| `flankwatch deploy {kinds} [DIR]")
    section = README.partition("\n### Recipes\n")[2].partition("\n### ")[0]
    assert set(re.findall(r"^\*\*[^*]+\*\* \(`(\w+)`\): ", section, re.MULTILINE)) == set(RECIPES)


def test_the_commands_of_the_recipes_are_understood() -> None:
    section = README.partition("\n### Recipes\n")[2].partition("\n### ")[0]
    lines = re.findall(r"\.venv/bin/flankwatch (deploy [^&\n]+)", section)
    read = [parser().parse_args(shlex.split(line)) for line in lines]
    assert {options.kind for options in read} == set(RECIPES)


def test_every_dependency_has_its_reason() -> None:
    names = {re.split(r"[<>=]", requirement)[0] for requirement in PROJECT["dependencies"]}
    section = README.partition("| dependency | why |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| ([\w-]+) \| \w", section, flags=re.MULTILINE)) == names


def test_every_test_tool_is_named() -> None:
    section = README.partition("For the tests: ")[2].partition("\n\n")[0]
    for requirement in PROJECT["optional-dependencies"]["test"]:
        assert re.split(r"[<>=]", requirement)[0] in section


def test_the_numbers_are_those_of_the_shipped_record(ledger: Ledger) -> None:
    pack = ledger.pack
    text = " ".join(README.split())
    for number, noun in [
        (len(pack.states), "states"),
        (len(pack.events), "events"),
        (len(pack.quotes), "quotes"),
        (len(pack.sources), "sources"),
        (len(pack.claims), "claims"),
        (len(pack.borders), "land borders"),
    ]:
        assert f"{number} {noun}" in text
    assert f"verified through {day_in_words(pack.treaty.verified_through)}" in text


def test_the_python_that_it_shows_gives_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", IN_PYTHON, re.MULTILINE | re.DOTALL))
    examples = doctest.DocTestParser().get_doctest(shown, {}, "In Python", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    said: list[str] = []
    with pd.option_context("display.width", 80, "display.max_columns", 20):
        result = runner.run(examples, out=said.append)
    assert result.attempted > 10
    assert result.failed == 0, "".join(said)


def test_all_that_a_record_gives_is_told_and_no_more() -> None:
    table = IN_PYTHON.partition("| of a record | is |")[2].partition("\n\n")[0]
    cells = [line.split(" | ")[0] for line in table.splitlines()[2:]]
    told = [name for cell in cells for name in re.findall(r"`(\w+)", cell)]
    given = [name for name in dir(Record) if not name.startswith("_")]
    assert sorted([*told, "open"]) == given


def test_the_files_that_it_links_exist() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]
    assert links
    for link in links:
        assert (ROOT / link).exists(), link


def test_every_screen_is_named_and_no_other() -> None:
    row = next(line for line in README.splitlines() if line.startswith("| `view` |"))
    assert re.findall(r"`(\w+)`", row) == ["view", *SCREENS]
    packages = next(line for line in README.splitlines() if line.startswith("| `dashboard/panels`"))
    assert all(f"`{name}`" in packages for name in SCREENS)


def test_the_paths_that_developers_are_told_exist() -> None:
    section = README.partition("## Development\n")[2].partition("\n## ")[0]
    paths = set(re.findall(r"`((?:dashboard|assets|tests)/[^`\s]*)`", section))
    assert "dashboard/panels/screens.py" in paths
    for path in paths - {"assets/built/"}:  # That one is made with the wheel.
        assert any(ROOT.glob(path)), path


def test_ci_runs_the_line_that_users_are_told() -> None:
    (line,) = re.findall(r"^sh \.ci/setup test .*$", README, flags=re.MULTILINE)
    assert line.endswith("-m tests")
    assert "grep --max-count=1 '^sh .ci/setup test' README.md" in (ROOT / ".ci/run").read_text()


def test_the_top_level_holds_what_it_should() -> None:
    tracked = {"pyproject.toml", "README.md", "LICENSE", "dashboard", "assets", "geodata", "tests"}
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert visible - {"build", "dist", "flankwatch.egg-info"} == tracked
