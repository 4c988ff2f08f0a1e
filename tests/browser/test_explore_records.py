"""A server begun anew with another record: what is seen is of one of the two, and it is said."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser.cut_line import Complaints
from browser.sites import Serving
from playwright.sync_api import Browser, Route, expect
from samples import PackCopy

from dashboard.panels.screens import RECORD

THREE_OUT = "?date=2025-12-27"
FOLDER = "document.getElementById('record-link').dataset.fragments"
CHANGED = "The record has changed"


def test_a_page_of_another_record_does_not_start(
    browser: Browser, address: str, document_day: str
) -> None:
    """As where the document comes out of a cache, and nothing else of its record is left."""
    context = browser.new_context()
    page = context.new_page()

    def old(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub(r"page/\w{16}/", "page/0/", answer.text()))

    page.route(address + THREE_OUT, old)
    page.goto(address + THREE_OUT)
    trouble = page.locator("#trouble")
    expect(trouble).to_contain_text(CHANGED)
    expect(page.locator("html")).to_have_attribute("data-start", "changed")
    expect(page.locator("#headline")).to_contain_text(f"On {document_day}")
    page.unroute_all()
    trouble.get_by_role("link").click()
    expect(page.locator("html")).to_have_attribute("data-start", "done")
    expect(trouble).to_be_hidden()
    context.close()


@pytest.mark.live  # A host of files says no more of what a newer copy has replaced.
def test_a_file_that_a_proxy_has_lost_is_no_other_record(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/page/**/dates.html", lambda route: route.fulfill(status=404, body="Not here"))
    page.goto(address + THREE_OUT)
    page.locator('#state-list [data-iso="FIN"]').click()
    failed = page.locator("#dates-panel [role=alert]")
    expect(failed).to_contain_text("could not be")
    expect(page.locator("html")).to_have_attribute("data-start", "done")
    page.unroute_all()
    # Unless it was tried again already, because another fragment came.
    page.evaluate("document.querySelector('#dates-panel .awaited-note button')?.click()")
    expect(failed).to_have_count(0)
    expect(page.locator("#trouble")).to_be_hidden()
    context.close()


@pytest.mark.live
def test_a_record_that_a_proxy_has_lost_is_no_other_record(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/page/*/view.json", lambda route: route.fulfill(status=404, body="Not here"))
    page.goto(address + THREE_OUT)
    expect(page.locator("html")).to_have_attribute("data-start", "failed")
    expect(page.locator("#trouble")).to_contain_text("did not arrive")
    context.close()


@pytest.mark.live
def test_two_records_never_mix_on_one_page(
    browser: Browser, serving: Serving, tmp_path: Path
) -> None:
    pack = PackCopy(tmp_path / "pack")
    pack.edit("events.csv", "fin-2025-07-10-notification", title="Told by the other record")
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    complaints = Complaints().listen(page)
    root, trouble = page.locator("html"), page.locator("#trouble")
    waiting: list[Route] = []
    page.route("**/_dash-layout", lambda route: waiting.append(route))
    page.route("**/page/*/**/*.html", lambda route: route.abort())
    page.route("**/page/*/*.html", lambda route: route.abort())
    with serving() as address:
        page.goto(address + THREE_OUT)
        expect(root).to_have_attribute("data-start", "done")
        while not waiting:  # It may have been asked for before all else was done, or after.
            page.wait_for_timeout(100)
        before = page.evaluate(FOLDER)
    port = str(urlsplit(address).port)
    with serving("--pack", str(pack.folder), "--port", port):
        # Dash asks for its layout only now, and gets that of the other record.
        for route in waiting:
            route.continue_()
        page.unroute_all()
        expect(trouble).to_contain_text(CHANGED)
        expect(page.locator("#map")).to_have_attribute("data-layer", "svg")
        page.locator('#state-list [data-iso="FIN"]').click()
        expect(page.locator("#profiles [role=alert]")).to_be_visible()
        expect(page.locator("#dates-panel [role=alert]")).to_be_visible()
        page.get_by_role("link", name="Record", exact=True).click()
        expect(page.locator("#record-screen [role=alert]")).to_have_count(len(RECORD.fragments))
        expect(page.locator("body")).not_to_contain_text("Told by the other record")
        expect(root).to_have_attribute("data-start", "changed")
        page.get_by_role("link", name="Explore", exact=True).click()
        trouble.get_by_role("link").click()
        expect(root).to_have_attribute("data-start", "done")
        expect(trouble).to_be_hidden()
        assert page.evaluate(FOLDER) != before
        expect(page.locator("#dates-panel")).to_contain_text("Told by the other record")
        expect(page.locator("body")).to_have_attribute("data-whole", "yes")
        expect(page.locator("#map")).to_have_attribute("data-layer", "plotly")
        context.close()
    assert complaints.others == []


@pytest.mark.live
def test_back_to_a_page_whose_server_now_has_another_record(
    browser: Browser, serving: Serving, tmp_path: Path
) -> None:
    pack = PackCopy(tmp_path / "pack")
    pack.write("events.csv", pack.text("events.csv") + "\n")
    context = browser.new_context()
    page = context.new_page()
    root = page.locator("html")
    with serving() as address:
        page.goto(address + THREE_OUT)
        expect(root).to_have_attribute("data-start", "done")
        before = page.evaluate(FOLDER)
        page.goto(f"{address}healthz")
    port = str(urlsplit(address).port)
    with serving("--pack", str(pack.folder), "--port", port):
        page.go_back()
        expect(root).to_have_attribute("data-start", re.compile("done|changed"))
        if page.evaluate(FOLDER) == before:  # All of it came out of a cache, or the page says so.
            page.reload()
        expect(root).to_have_attribute("data-start", "done")
        assert page.evaluate(FOLDER) != before
        context.close()
