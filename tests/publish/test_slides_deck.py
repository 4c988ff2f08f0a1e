"""The slides of a briefing: the scenes' own words, editable shapes, and a file that opens."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from publish.decks import A, P, opened, said, sizes, text, tree

from dashboard.paths import DEFAULT_PACK, PACKAGE
from dashboard.publish.drawingml import POINT
from dashboard.publish.geometry import Geometry
from dashboard.publish.slides import ground
from dashboard.publish.slides.deck import Slides
from dashboard.publish.slides.paths import UNIT
from dashboard.publish.slides.template import RATIOS
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack
from dashboard.story.briefing.scene import KeyFigure, Scene, SceneQuote
from dashboard.story.briefing.scene import said as sentence_of
from dashboard.story.briefing.story import briefing
from dashboard.story.frames import Frame
from dashboard.story.headline import Segment
from dashboard.story.standings import standings as standings_of

STANDINGS = standings_of(read_pack(DEFAULT_PACK).treaty)
DAYS = [date(2004, 3, 1), date(2025, 12, 27), date(2026, 2, 20)]
DECKS = [(DAYS[0], "16:9"), (DAYS[1], "16:9"), (DAYS[1], "4:3"), (DAYS[2], "4:3")]
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@pytest.fixture(scope="module")
def slides(
    ledger: Ledger, frames: tuple[Frame, ...], geometry: Geometry, colours: dict[str, str]
) -> Slides:
    return Slides(ledger, frames, geometry.states, geometry.backdrop, geometry.labels, colours)


@pytest.fixture(scope="module")
def scenes(ledger: Ledger, frames: tuple[Frame, ...]) -> Callable[[date], tuple[Scene, ...]]:
    """Every scene of a day, told by default or not."""
    return lambda day: briefing(ledger, frames, day).all


@pytest.fixture(scope="module", params=DECKS, ids=lambda deck: f"{deck[0]} at {deck[1]}")
def deck(
    request: pytest.FixtureRequest,
    slides: Slides,
    scenes: Callable[[date], tuple[Scene, ...]],
) -> tuple[tuple[Scene, ...], bytes, str]:
    day, ratio = request.param
    return scenes(day), slides.pptx(day, scenes(day), ratio), ratio


@cache
def shown(content: bytes) -> list[Any]:
    """The slides of a deck; of the last decks they are read once."""
    return list(opened(content).slides)


def pages(deck: tuple[tuple[Scene, ...], bytes, str]) -> list[tuple[Scene, Any]]:
    return list(zip(deck[0], shown(deck[1]), strict=True))


def test_the_words_of_a_slide_are_those_of_its_scene(deck: Any) -> None:
    for scene, slide in pages(deck):
        assert list(said(slide)) == list(scene.texts), scene.id


def test_the_sentence_is_the_title_and_read_first(deck: Any) -> None:
    for scene, slide in pages(deck):
        assert slide.shapes[0] == slide.shapes.title
        assert slide.shapes.title.text_frame.text == scene.texts[0]
        assert [shape.name for shape in slide.shapes][1] == "Day and scene"


def test_states_in_the_sentence_have_the_ink_of_their_standing(
    deck: Any, colours: dict[str, str]
) -> None:
    for scene, slide in pages(deck):
        runs = slide.shapes.title.text_frame.paragraphs[0].runs
        found = {
            run.text: run._r.find(f".//{A}srgbClr").get("val")
            for run in runs
            if run._r.find(f".//{A}srgbClr") is not None
        }
        assert found == {
            segment.text: colours[f"{segment.standing}-ink"][1:].upper()
            for segment in scene.sentence
            if segment.standing
        }


def test_every_standing_drawn_is_named_in_a_legend(deck: Any) -> None:
    for scene, slide in pages(deck):
        legends = [shape for shape in slide.shapes if shape.name == "Legend"]
        named = [text(legend._element) for legend in legends]
        assert named == (
            ["".join(STANDINGS[one].label for one in scene.drawn)] if scene.drawn else []
        )


def test_every_slide_tells_day_number_and_sources(deck: Any, ledger: Ledger) -> None:
    number = len(deck[0])
    for index, (scene, slide) in enumerate(pages(deck), start=1):
        words = {
            shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
        }
        assert words["Day and scene"].endswith(f" · scene {index} of {number}")
        if scene.sources:
            assert ledger.pack.sources[scene.sources[0]].publisher in words["Sources"]


def test_notes_hold_what_is_said_the_sources_and_how_far_all_is_verified(deck: Any) -> None:
    for scene, slide in pages(deck):
        notes = slide.notes_slide.notes_text_frame.text
        for note in scene.notes:
            assert " ".join(note.split()) in notes
        assert "Record verified through 3 March 2026" in notes
        assert ("Sources: " in notes) is bool(scene.sources)


def test_a_map_is_one_group_with_a_freeform_a_state(deck: Any, slides: Slides) -> None:
    in_view = slides._ground(deck[2]).states
    for scene, slide in pages(deck):
        groups = [shape for shape in slide.shapes if shape.name == "Map"]
        assert len(groups) == (scene.map is not None)
        if scene.map:
            [drawn] = groups
            description = drawn._element.find(f".//{P}cNvPr").get("descr")
            assert description.startswith("On ")
            forms = [
                one for one in tree(slide).iter(f"{P}sp") if one.find(f".//{A}custGeom") is not None
            ]
            names = [one.find(f".//{P}cNvPr").get("name") for one in forms]
            states = [name for name in names if not name.startswith(("Hatching of ", "Other land"))]
            assert sorted(states) == sorted(slides.ledger.pack.states[iso].name for iso in in_view)
            hatched = {
                slides.ledger.pack.states[iso].name
                for iso, standing in scene.map.standings.items()
                if standing in (Standing.NOTIFIED, Standing.SUSPENSION)
            }
            assert {
                name.removeprefix("Hatching of ") for name in names if "Hatching" in name
            } == hatched


def test_paths_begin_with_a_move_and_have_whole_numbers(deck: Any) -> None:
    for _, slide in pages(deck):
        for path in tree(slide).iter(f"{A}path"):
            assert path[0].tag == f"{A}moveTo"
            for point in path.iter(f"{A}pt"):
                assert re.fullmatch(r"\d+", point.get("x"))
                assert re.fullmatch(r"\d+", point.get("y"))


def test_numbers_of_shapes_are_unique_and_there_are_not_too_many(deck: Any) -> None:
    for _, slide in pages(deck):
        numbers = [element.get("id") for element in tree(slide).iter(f"{P}cNvPr")]
        assert len(set(numbers)) == len(numbers)
        assert len(list(tree(slide).iter(f"{P}sp", f"{P}graphicFrame"))) <= 100


def test_what_has_no_text_has_an_alternative_or_is_decorative(deck: Any) -> None:
    for scene, slide in pages(deck):
        for shape in tree(slide).iter(f"{P}sp", f"{P}graphicFrame"):
            named = shape.find(f".//{P}cNvPr")
            is_decorative = named.find(f".//{DECORATIVE}") is not None
            assert text(shape) or named.get("descr") or is_decorative, (scene.id, named.attrib)


def test_there_are_no_pictures_and_colours_of_text_are_the_themes(deck: Any) -> None:
    with zipfile.ZipFile(BytesIO(deck[1])) as file:
        assert not [name for name in file.namelist() if re.search(r"\.(jpe?g|png|bin|emf)$", name)]
        assert "ppt/charts" in " ".join(file.namelist())
    for _, slide in pages(deck):
        assert list(tree(slide).iter(f"{P}pic")) == []
        for run in slide._element.iter(f"{A}rPr"):
            assert run.get("lang")


def test_letters_are_large_enough_to_be_read(deck: Any) -> None:
    for _, slide in pages(deck):
        for name, size in sizes(slide):
            assert size >= (12 if name == "Sources" else 14), name


def test_texts_fit_the_slide_and_do_not_meet(deck: Any) -> None:
    """Boxes are as large as their texts in the widest letters; so it is enough to look at boxes."""
    width, height = RATIOS[deck[2]]
    for scene, slide in pages(deck):
        texts = [box for box in boxes(slide) if box[0] not in ("Swatch",)]
        for name, (left, top, right, bottom) in texts:
            assert 0 <= left < right <= width + 0.1, (scene.id, name)
            assert 0 <= top < bottom <= height + 0.1, (scene.id, name)
        for index, (name, one) in enumerate(texts):
            for other_name, other in texts[index + 1 :]:
                apart = (
                    one[2] <= other[0] + 0.1
                    or other[2] <= one[0] + 0.1
                    or one[3] <= other[1] + 0.1
                    or other[3] <= one[1] + 0.1
                )
                assert apart, (scene.id, name, other_name)


def boxes(slide: Any) -> list[tuple[str, tuple[float, float, float, float]]]:
    """The boxes of everything with text, in points."""
    found = []
    for shape in tree(slide).iter(f"{P}sp", f"{P}graphicFrame"):
        name = shape.find(f".//{P}cNvPr").get("name")
        if text(shape) or name == "Chart":
            frame = next(shape.iter(f"{A}xfrm", f"{P}xfrm"))
            x, y = (int(frame[0].get(key)) / POINT for key in ("x", "y"))
            wide, high = (int(frame[1].get(key)) / POINT for key in ("cx", "cy"))
            found.append((name, (x, y, x + wide, y + high)))
    return found


def test_lanes_are_groups_that_say_their_sentence(deck: Any) -> None:
    for scene, slide in pages(deck):
        if scene.lanes:
            told = [
                group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr")
                for group in tree(slide).iter(f"{P}grpSp")
            ]
            assert [words for words in told if words] == [
                lane.sentence for lane in scene.lanes.lanes
            ]


def test_the_chart_steps_and_carries_its_workbook(deck: Any) -> None:
    [(scene, chart)] = [
        (scene, shape.chart)
        for scene, slide in pages(deck)
        for shape in slide.shapes
        if shape.has_chart
    ]
    numbers = list(chart.plots[0].series[0].values)
    assert max(numbers) == max(step.number for step in scene.steps)
    assert numbers[-1] == scene.steps[-1].number
    days = list(chart.plots[0].categories)
    assert len(days) == len(numbers) == 2 * len(scene.steps)
    assert chart.part.chart_workbook.xlsx_part is not None
    labelled = chart._chartSpace.findall(".//{*}dLbl")
    assert len(labelled) == (2 if max(numbers) > numbers[-1] else 1)


def test_the_template_is_clean(deck: Any) -> None:
    presentation = opened(deck[1])
    width, height = RATIOS[deck[2]]
    assert (presentation.slide_width, presentation.slide_height) == (width * POINT, height * POINT)
    assert [layout.name for layout in presentation.slide_layouts] == [
        "Title and Content",
        "Title Only",
    ]
    assert presentation.part._element.find(f"{P}notesMasterIdLst") is not None
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        for shape in holder.placeholders:
            assert shape.left + shape.width <= presentation.slide_width
    with zipfile.ZipFile(BytesIO(deck[1])) as file:
        theme = file.read("ppt/theme/theme1.xml").decode()
        relations = file.read("_rels/.rels") + file.read("ppt/_rels/presentation.xml.rels")
    assert "Georgia" in theme
    assert "Arial" in theme
    for standing in Standing:
        assert f'<a:custClr name="{STANDINGS[standing].label}">' in theme
    assert b"thumbnail" not in relations
    assert b"printerSettings" not in relations


def test_a_deck_is_small(deck: Any) -> None:
    assert len(deck[1]) < 1_000_000


@pytest.mark.parametrize(("day", "ratio"), [(DAYS[1], "16:9"), (DAYS[0], "4:3")])
def test_powerpoint_opens_it(
    day: date, ratio: str, slides: Slides, scenes: Callable[..., Any], tmp_path: Path
) -> None:
    told = [
        scene for scene in scenes(day) if scene.id in ("now", "leaves", "for", "border", "world")
    ]
    path = tmp_path / "deck.pptx"
    path.write_bytes(slides.pptx(day, told, ratio))
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, strict=True).validate(path)
    assert [str(error) for error in found.errors] == []
    assert found.is_valid


def test_titles_of_the_usual_slides_are_unique(
    slides: Slides, ledger: Ledger, frames: tuple[Frame, ...]
) -> None:
    for day in DAYS:
        told = briefing(ledger, frames, day)
        titles = [
            slide.shapes.title.text_frame.text
            for slide in opened(slides.pptx(day, told.chosen(told.told))).slides
        ]
        assert len(set(titles)) == len(titles)


def test_the_same_record_gives_the_same_bytes_in_another_process(
    slides: Slides, ledger: Ledger, frames: tuple[Frame, ...], tmp_path: Path
) -> None:
    told = briefing(ledger, frames, DAYS[1])
    chosen = told.chosen(["now", "leaves", "for", "border", "world"])
    is_same = slides.pptx(DAYS[1], chosen) == slides.pptx(DAYS[1], chosen)
    assert is_same
    path = tmp_path / "deck.pptx"
    command = [sys.executable, "-m", "dashboard", "brief", str(path), "--date", str(DAYS[1])]
    command += ["--scenes", "now,leaves,for,border,world"]
    subprocess.run(command, cwd=PACKAGE.parent, check=True, env={"PYTHONHASHSEED": "7"})
    is_same = path.read_bytes() == slides.pptx(DAYS[1], chosen)
    assert is_same


def test_paths_of_the_map_are_made_once(
    slides: Slides, scenes: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    maps = [scene for scene in scenes(DAYS[1]) if scene.map]
    slides.pptx(DAYS[1], maps)
    made: list[object] = []
    monkeypatch.setattr(ground, "path_of", lambda *given, **_: made.append(given))
    slides.pptx(DAYS[1], maps)
    assert len(maps) > 7
    assert made == []


NASTY = "<b>&\"' \x00\x07\ud800 # " + "endless words " * 400


def test_what_a_pack_may_hold_is_shortened_and_not_run(slides: Slides) -> None:
    quote = SceneQuote("q", NASTY, NASTY, NASTY, "1999", "where", "ru")
    scene = replace(
        briefing(slides.ledger, slides.frames, DAYS[1]).chosen(["now"])[0],
        sentence=sentence_of(Segment(NASTY, "FIN", Standing.NOTIFIED), " left."),
        figures=(KeyFigure(NASTY, NASTY),),
        lines=(NASTY,),
        quotes=(quote,),
    )
    alone = replace(scene, map=None)
    content = slides.pptx(DAYS[1], [scene, alone])
    for slide in opened(content).slides:
        for words in said(slide):
            assert words.endswith("…")
            assert words.startswith("<b>&\"' # endless")
        assert "endless words " * 300 in slide.notes_slide.notes_text_frame.text
        languages = {run.get("lang") for run in slide._element.iter(f"{A}rPr")}
        assert languages == {"en-GB", "ru-RU"}
        height = RATIOS["16:9"][1]
        assert all(bottom <= height for _, (_, _, _, bottom) in boxes(slide))


def test_hatching_lies_inside_its_state(slides: Slides) -> None:
    drawn = slides._ground("16:9")
    for turn in (45, -45):
        lines, state = drawn.hatching("UKR", turn), drawn.states["UKR"]
        assert lines is not None
        assert lines.box.left >= state.box.left - UNIT
        assert lines.box.right <= state.box.right + UNIT
        assert 'fill="none"' in lines.opening
