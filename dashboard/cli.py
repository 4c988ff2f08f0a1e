"""The command ``flankwatch``: serve, check, new, compare, export, brief, picture and so on."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from dashboard import __version__
from dashboard.atlas import command as atlas
from dashboard.atlas.errors import AtlasError
from dashboard.deploy.recipes import RECIPES
from dashboard.depositary import options as depositary
from dashboard.depositary.errors import DepositaryError
from dashboard.garbage import look_seldom_for_garbage
from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK, WORLD
from dashboard.record.dates import day_in_words
from dashboard.record.errors import PackError, Problem
from dashboard.record.review import report
from dashboard.web.base_path import public_address
from dashboard.web.settings import (
    FILE,
    FILE_VARIABLE,
    SETTINGS,
    Options,
    in_lines,
    read_settings,
    settings_given,
)
from dashboard.web.settings_file import SettingError
from dashboard.web.signals import forget_interrupts, on_reload

DOUBT, FAILURE = 1, 2
ALL = (*(setting.name for setting in SETTINGS), FILE)
OF_PACK = ("pack",)
OF_EXPORT = ("pack", "public_url", "base_path", "embed_hosts", "hsts")


BRIEF_OPTIONS = (
    ("--date", "YYYY-MM-DD", "Day of the briefing. Default: the last that the record vouches for."),
    ("--state", "CODE", "A state that it is about, by its ISO code: FIN."),
    ("--scenes", "LIST", "Scenes in their order: now,border,next. Default: all usual ones."),
    ("--ratio", "16:9|4:3", "Shape of the slides. Default: 16:9."),
)


def parser() -> argparse.ArgumentParser:
    """The command line; the options of ``serve`` come from the table of settings."""
    top = argparse.ArgumentParser(
        prog="flankwatch",
        description="Which states are bound by a treaty on any day, and which source says so.",
    )
    top.add_argument("--version", action="version", version=f"flankwatch {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="serve the dashboard")
    _add_settings(serve, ALL)
    serve.add_argument(
        "--print-settings",
        action="store_true",
        help="print every setting, as a settings file, with where it comes from, and end",
    )
    check = commands.add_parser(
        "check", help="check a treaty pack: all that is wrong, all that is doubtful"
    )
    check.add_argument("pack", nargs="?", type=Path, default=DEFAULT_PACK, metavar="PACK")
    check.add_argument(
        "--format", choices=["text", "json"], default="text", help="for people or for machines"
    )
    check.add_argument(
        "--strict", action="store_true", help="exit with status 1 where there are warnings"
    )
    depositary.add_new(
        commands.add_parser("new", help="make a treaty pack from a depositary's table")
    )
    depositary.add_compare(
        commands.add_parser("compare", help="hold a treaty pack against a depositary's table")
    )
    export = commands.add_parser("export", help="write the whole site as files into a folder")
    export.add_argument("folder", type=Path, metavar="DIR")
    export.add_argument(
        "--data", action="store_true", help="only the data: tables, maps, calendar, feed"
    )
    export.add_argument(
        "--without",
        metavar="LIST",
        help="Kinds of files to leave out: slides,handouts,pictures,previews. Default: none.",
    )
    _add_settings(export, OF_EXPORT)
    _add_picture(commands.add_parser("picture", help="draw the picture of a day into a file"))
    brief = commands.add_parser("brief", help="write the slides or the handout of a day")
    brief.add_argument(
        "file", type=Path, metavar="FILE", help="ends in .pptx (slides) or .pdf (handout)"
    )
    for option, metavar, help_ in BRIEF_OPTIONS:
        brief.add_argument(option, metavar=metavar, help=help_)
    _add_settings(brief, OF_PACK)
    deploy = commands.add_parser("deploy", help="write the files that an operator needs")
    deploy.add_argument("kind", choices=RECIPES, help="where it is to be served")
    deploy.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="Default: deploy- and the word before."
    )
    deploy.add_argument(
        "--image",
        metavar="NAME",
        help="Name of the container's image. Default: flankwatch, with the version.",
    )
    _add_settings(deploy, ALL)
    atlas.add_options(commands.add_parser("geodata", help="build the map's boundaries anew"))
    return top


def _add_picture(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="ends in .svg, .png or .pdf")
    for name, metavar, text in [
        ("date", "YYYY-MM-DD", "The day; by default the last one that the record vouches for."),
        ("state", "ISO", "Code of a state to put in the middle, such as FIN."),
        ("form", "FORM", "wide (1200 x 630 pixels), square (1080 x 1080) or map (1920 x 1080)."),
        ("scale", "N", "1, 2 or 4 times as many pixels in width and height, for a PNG."),
        ("theme", "THEME", "light or dark."),
    ]:
        command.add_argument(f"--{name}", metavar=metavar, help=text)
    _add_settings(command, OF_PACK)


def _add_settings(command: argparse.ArgumentParser, names: Sequence[str]) -> None:
    """The settings of these names; the file of settings is one of them."""
    for setting in SETTINGS:
        if setting.name in names:
            default = f"Default: {setting.shown_default}. Environment: {setting.variable}."
            help_ = f"{setting.help} {default}"
            action = "append" if setting.repeatable and names != OF_PACK else "store"
            command.add_argument(setting.option, metavar=setting.metavar, help=help_, action=action)
    if FILE in names:
        command.add_argument(
            f"--{FILE}",
            metavar="FILE",
            help="TOML file with settings, by their names: public_url = "
            '"https://mines.example.org/". Options and environment win over it. '
            f"Environment: {FILE_VARIABLE}.",
        )


def _given(options: argparse.Namespace, names: Sequence[str]) -> Options:
    """What the command line gives for the settings of these names."""
    return {name: getattr(options, name) for name in names}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0, 2 where something is wrong, 1 where it asks for a look.

    That is ``check --strict`` with warnings, and ``compare`` with differences.
    """
    options = parser().parse_args(arguments)
    look_seldom_for_garbage()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that knows no en dash shall not hide what is wrong, nor stop the server.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status = COMMANDS[options.command](options)
        sys.stdout.flush()  # Here who reads along may be gone, and not when all is over.
        return status
    except PackError as error:
        _refuse(error.problems)
    except DepositaryError as error:
        print(*(f"flankwatch: {line}" for line in error.lines), sep="\n", file=sys.stderr)
    except (SettingError, AtlasError) as error:
        print(f"flankwatch: {error}", file=sys.stderr)
    except BrokenPipeError:
        # Who reads along, as head does, has read enough; the stream is flushed once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("flankwatch: stopped", file=sys.stderr)
    finally:
        forget_interrupts()
    return FAILURE


def _refuse(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)
    noun = "error" if len(problems) == 1 else "errors"
    print(f"flankwatch: the treaty pack was refused: {len(problems)} {noun}", file=sys.stderr)


def _check(options: argparse.Namespace) -> int:
    from dashboard.atlas.agreement import open_with_map

    checked = report.examine(options.pack, partial(open_with_map, boundaries=BOUNDARIES))
    if options.format == "json":
        print(json.dumps(report.as_data(checked), indent=2))
    elif checked.pack:
        print(
            *report.in_lines(checked.findings),
            *report.summary(checked.pack, checked.findings),
            sep="\n",
        )
    else:
        _refuse(checked.problems)
    if checked.problems:
        return FAILURE
    return DOUBT if options.strict and checked.findings else 0


def _new(options: argparse.Namespace) -> int:
    from dashboard.depositary.command import new

    return new(options, DEFAULT_PACK)


def _compare(options: argparse.Namespace) -> int:
    from dashboard.depositary.command import compare

    return compare(options)


def _serve(options: argparse.Namespace) -> int:
    on_reload(lambda: None)  # Nothing is loaded yet that could be loaded anew.

    from dashboard.web.listening import ListenError
    from dashboard.web.saying import say
    from dashboard.web.serving import serve
    from dashboard.web.workers import serve_with_workers

    given = settings_given(_given(options, ALL))
    if options.print_settings:
        print(*in_lines(given), sep="\n")
        return 0
    settings = {name: found.value for name, found in given.items()}

    run = serve if settings["workers"] == 1 else serve_with_workers
    try:
        run(settings, say)
    except ListenError as error:
        print(f"flankwatch: {error}", file=sys.stderr)
        return FAILURE
    return 0


def _export(options: argparse.Namespace) -> int:
    from dashboard.publish.export import ExportError

    try:
        print(_export_data(options) if options.data else _export_site(options))
    except ExportError as error:
        print(f"flankwatch: {error}", file=sys.stderr)
        return FAILURE
    return 0


def _export_site(options: argparse.Namespace) -> str:
    from dashboard.web.copy.command import export_site

    settings = read_settings(_given(options, OF_EXPORT))
    return export_site(options.folder, settings, options.without)


def _export_data(options: argparse.Namespace) -> str:
    from dashboard.analysis.record import Record
    from dashboard.publish.export import ExportError, export_data
    from dashboard.web.treaties import places, read_treaties

    if options.without is not None:
        raise ExportError("--without is for the whole site, not for --data")
    settings = read_settings(_given(options, OF_EXPORT))
    ledgers = read_treaties(settings["pack"], BOUNDARIES)
    lines, public = [], public_address(settings)
    for place, ledger in zip(places(ledgers), ledgers, strict=True):
        record = Record(ledger)
        takeaway, folder = (
            record.files(f"{public}{place}" if public else ""),
            options.folder / place,
        )
        written = export_data(takeaway, takeaway.kept_days, folder)
        size = sum(path.stat().st_size for path in written) / 1e6
        lines.append(f"Wrote {len(written)} files, {size:.1f} MB, to {folder / 'data'}")
    return "\n".join(lines)


def _file(make: Callable[[argparse.Namespace], str], options: argparse.Namespace) -> int:
    """Make the file that is asked for, and say that it is there, or what is wrong, in a line."""
    from dashboard.publish.written import FileError
    from dashboard.story.briefing.asked import AskedError

    try:
        print(make(options))
    except AskedError as error:
        print(f"flankwatch: --{error.name}: {error}", file=sys.stderr)
    except FileError as error:
        print(f"flankwatch: {error}", file=sys.stderr)
    else:
        return 0
    return FAILURE


def _picture(options: argparse.Namespace) -> str:
    from dashboard.publish.picture import Studio
    from dashboard.publish.picture_request import PARTS, RequestReader
    from dashboard.publish.written import format_of, write_whole

    settings = read_settings(_given(options, OF_PACK))
    form = format_of(options.file)
    studio = Studio.open(settings["pack"][0], BOUNDARIES, ASSETS / "tokens.css")
    given = {part: getattr(options, part) for part in PARTS}
    reader = RequestReader(studio.ledger)
    request = reader.request(options.date or str(studio.latest), form, given)
    made = studio.picture(request)
    write_whole(options.file, made.content)
    size = f"{len(made.content) / 1e3:.0f} kB"
    wrote = f"Wrote {options.file}, {size}, of {day_in_words(request.day)}"
    if not made.missing_letters:
        return wrote
    lacking = " ".join(made.missing_letters)
    return f"Its fonts lack {lacking}: the system's fonts were tried.\n{wrote}"


def _brief(options: argparse.Namespace) -> str:
    from dashboard.atlas.agreement import open_with_map
    from dashboard.publish.brief_file import Materials, Request, write_brief
    from dashboard.publish.tokens import all_colours
    from dashboard.record.ledger import Ledger

    settings = read_settings(_given(options, OF_PACK))
    ledger = Ledger(open_with_map(settings["pack"][0], BOUNDARIES).pack)
    materials = Materials.of(ledger, BOUNDARIES, all_colours(ASSETS / "tokens.css"))
    request = Request(options.date, options.state, options.scenes, options.ratio)
    size = write_brief(materials, options.file, request)
    return f"Wrote {options.file}, {size / 1e6:.2f} MB"


def _deploy(options: argparse.Namespace) -> int:
    from dashboard.deploy.command import deploy
    from dashboard.deploy.site import DeployError

    try:
        print(deploy(options.kind, options.folder, options.image, _given(options, ALL)))
    except DeployError as error:
        print(f"flankwatch: {error}", file=sys.stderr)
        return FAILURE
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "serve": _serve,
    "check": _check,
    "new": _new,
    "compare": _compare,
    "export": _export,
    "picture": partial(_file, _picture),
    "brief": partial(_file, _brief),
    "deploy": _deploy,
    "geodata": partial(atlas.geodata, pack=DEFAULT_PACK, boundaries=BOUNDARIES, world=WORLD),
}
