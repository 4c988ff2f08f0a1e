"""What a visit costs a reader's line, as the installed wheel is served: bytes and requests."""

from collections.abc import Iterator

import pytest
from browser.visit import Visit, visit
from explore_page import DESKTOP
from playwright.sync_api import Browser
from web.servers import ALONE, Server

FIRST_VISIT = 860_000
"""Bytes of everything, of which plotly has 385,000, Dash 200,000 and the geometry 71,000."""


@pytest.fixture(scope="module")
def served(command: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard out of a wheel, far from any checkout."""
    folder = tmp_path_factory.mktemp("budgets")
    with Server(command=command, folder=folder, variables=ALONE) as server:
        yield server.address


@pytest.fixture(scope="module")
def visits(browser: Browser, served: str) -> tuple[Visit, Visit]:
    """The first visit of a reader, and the second."""
    context = browser.new_context(viewport=DESKTOP)
    first, second = (visit(context, f"{served}?date=2025-12-27") for _ in range(2))
    context.close()
    return first, second


def told(visit: Visit) -> str:
    """Every load, for whoever has to find out why there are too many."""
    return "\n".join(f"{load.size:9.0f} {load.url}" for load in visit.loads)


def test_everything_answers_after_few_bytes_in_few_requests(visits: tuple[Visit, Visit]) -> None:
    first, _ = visits
    assert sum(load.size for load in first.at_start) <= 180_000, told(first)
    assert len(first.at_start) <= 8, told(first)


def test_a_first_visit_is_small_with_plotlys_map_and_all_that_is_fetched_ahead(
    visits: tuple[Visit, Visit],
) -> None:
    first, _ = visits
    assert sum(load.size for load in first.loads) <= FIRST_VISIT, told(first)


def test_a_second_visit_is_almost_nothing(visits: tuple[Visit, Visit]) -> None:
    _, second = visits
    assert sum(load.size for load in second.loads) <= 10_000, told(second)


def test_nothing_is_asked_for_twice_and_nothing_of_another_host(
    visits: tuple[Visit, Visit], served: str
) -> None:
    for each in visits:
        urls = [load.url for load in each.loads]
        assert len(urls) == len(set(urls)), told(each)
        assert [url for url in urls if not url.startswith((served, "data:", "blob:"))] == []


def test_nothing_moves_while_the_page_comes_and_plotly_takes_the_map(
    visits: tuple[Visit, Visit],
) -> None:
    for each in visits:
        assert sum(shift["value"] for shift in each.shifts) <= 0.02, each.shifts


def test_before_dash_comes_the_page_has_at_most_one_global(visits: tuple[Visit, Visit]) -> None:
    for each in visits:
        assert len(each.globals) <= 1, each.globals
