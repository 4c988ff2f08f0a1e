"""The stage: opened by key and address, walked by keys, read from afar, without a server."""

from typing import Any

from brief_page import DAY, QUERY, BriefPage, presented
from browser.cut_line import Complaints
from browser.sites import Serving
from explore_page import ExplorePage, Reader
from legibility import unreadable, violations_in_both_themes
from playwright.sync_api import Browser, expect


def test_a_key_opens_it_and_esc_leads_back_to_the_same_day_and_state(reader: Reader) -> None:
    page = reader(f"?date={DAY}&state=FIN")
    page.page.keyboard.press("t")
    brief = presented(page)
    assert not page.is_dark()
    brief.press("ArrowRight", "PageDown")
    assert brief.scene.startswith("turn-")
    brief.press("End")
    brief.shows("sources")
    page.page.go_back()
    page.page.go_back()
    brief.shows("before")
    brief.press("Escape")
    expect(brief.stage).to_have_count(0)
    page.shows(DAY, "FIN")
    assert page.is_dark()


def test_an_address_chooses_and_orders_scenes_and_numbers_become_ids(reader: Reader) -> None:
    page = reader(f"{QUERY}&scenes=border,now,next,bordr&scene=2")
    brief = BriefPage(page.page)
    brief.shows("now")
    expect(brief.notice).to_contain_text("There is no scene “bordr”")
    expect(page.page.locator("#notice")).to_be_hidden()
    brief.press("ArrowLeft")
    brief.shows("border")
    expect(brief.notice).to_be_hidden()
    brief.press("3", "Enter")
    brief.shows("next")


def test_black_comes_back_to_the_same_scene_with_any_key(reader: Reader) -> None:
    brief = presented(reader(f"?date={DAY}"))
    brief.press("ArrowRight")
    for key in (".", "w"):
        brief.press(key)
        expect(brief.blank).to_be_visible()
        brief.press("ArrowRight")
        expect(brief.blank).to_be_hidden()
        brief.shows("before")


def test_the_list_and_the_bar_lead_to_scenes(reader: Reader) -> None:
    brief = presented(reader(f"?date={DAY}"))
    brief.press("o")
    brief.page.get_by_role("button", name="The border in figures").click()
    brief.shows("border")
    brief.page.mouse.move(300, 300)
    brief.page.mouse.move(310, 310)
    brief.page.get_by_role("button", name="Back", exact=True).click()
    assert brief.scene != "border"
    brief.press("?")
    expect(brief.page.get_by_role("dialog", name="Keys")).to_be_visible()
    brief.press("ArrowRight", "Escape")
    expect(brief.page.get_by_role("dialog", name="Keys")).to_be_hidden()
    brief.page.mouse.click(700, 200)
    brief.shows("border")


def test_on_a_phone_scenes_stack(reader: Reader) -> None:
    phone: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    brief = BriefPage(reader(QUERY, **phone).page)
    for scene in brief.walk():
        assert (scene, unreadable(brief.page)) == (scene, [])


def test_axe_finds_nothing_in_any_scene(reader: Reader) -> None:
    brief = BriefPage(reader(QUERY).page)
    for scene in brief.walk():
        assert (scene, violations_in_both_themes(brief.page)) == (scene, [])


def test_once_open_it_needs_no_server(browser: Browser, serving: Serving) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    complaints = Complaints().listen(tab := context.new_page())
    with serving() as address:
        page = ExplorePage(tab, address).open(f"?date={DAY}").is_whole()
        brief = presented(page)
        with context.expect_page() as opened:
            brief.press("s")
        notes = opened.value
        expect(notes.locator("#brief")).to_have_attribute("data-scene", "now")
        expect(notes.locator("body")).to_have_attribute("data-whole", "yes")
    scenes = list(brief.walk())
    assert scenes[0] == "now"
    assert scenes[-1] == "sources"
    expect(notes.locator("#brief")).to_have_attribute("data-scene", "sources")
    context.close()
    assert complaints.others == complaints.lost == []


def test_every_scene_is_a_page_on_paper(reader: Reader) -> None:
    brief = BriefPage(reader(QUERY).page)
    scenes = brief.page.locator("#stage-list li").count()
    paper = brief.page.pdf(prefer_css_page_size=True, print_background=True)
    assert paper.count(b"/Type /Page\n") == scenes
