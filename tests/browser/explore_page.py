"""The Explore screen as a reader meets it: what it shows, and what can be done there."""

import base64
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, cast
from urllib.parse import parse_qsl

import geopandas as gpd
import shapely
from playwright.sync_api import Locator, Page, expect

from dashboard.atlas.view import DEGREES, WIDEST, MapView
from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import read_pack

VIEW = MapView.of(read_pack(DEFAULT_PACK).treaty.view)

Colour = tuple[int, int, int]

DESKTOP = {"width": 1440, "height": 900}
REST = 60
"""Milliseconds after a change in which the panels wait for the next one (explore/panels.js)."""


class ExplorePage:
    """One reader's page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.body = page.locator("body")
        self.map = page.locator("#map")
        self.headline = page.locator("#headline")
        self.notice = page.locator("#notice")
        self.time_bar = page.locator("#time-bar")
        self.slider = page.locator("#date-slider")
        self.field = page.locator("#date-field")
        self.day_tag = page.locator("#day-tag")
        self.dates = page.locator("#dates-panel")
        self.quotes = page.locator("#quotes-panel")
        self.search = page.locator("#quotes-search")
        self.count = page.locator("#quotes-count")
        self.theme = page.get_by_role("button", name="Dark theme")
        self.clear = page.locator("#state-tools").get_by_role("button", name="Clear")
        self.profile = page.locator("#state-panel [data-profile]:visible")

    # Arriving.

    def open(self, query: str = "") -> "ExplorePage":
        """Go to a view and wait until it answers."""
        self.page.goto(self.address + query)
        return self.is_drawn()

    def turn_to(self, query: str) -> None:
        """Have another view of the same page, as when a reader goes back or forward to it."""
        self.page.evaluate(
            """(query) => {
              window.history.pushState(null, "", query);
              window.dispatchEvent(new PopStateEvent("popstate"));
            }""",
            query,
        )

    def go_back_to(self, query: str) -> None:
        """Have another view of the same page, and wait until its panels are in their places."""
        self.turn_to(query)
        view = dict(parse_qsl(query.removeprefix("?")))
        self.shows(view["date"], view.get("state", ""))
        self.page.wait_for_timeout(2 * REST)

    def is_whole(self) -> "ExplorePage":
        """Wait until all parts of the page are there, and plotly has drawn."""
        expect(self.body).to_have_attribute("data-whole", "yes")
        expect(self.map).to_have_attribute("data-layer", "plotly")
        return self

    def reload(self) -> "ExplorePage":
        self.page.reload()
        return self.is_drawn()

    def is_drawn(self) -> "ExplorePage":
        expect(self.map).to_have_attribute("data-drawn", "yes", timeout=60_000)
        expect(self.body).to_have_attribute("data-whole", "yes", timeout=60_000)
        return self

    # What is shown.

    def shows(self, day: str, state: str = "") -> None:
        """The page, its address and the time bar name this day and this state."""
        expect(self.body).to_have_attribute("data-date", day)
        expect(self.body).to_have_attribute("data-state", state)
        expect(self.field).to_have_value(day)
        expect(self.day_tag).to_contain_text(str(int(day[8:])))
        self.has_in_address(date=day, state=state or None)

    def has_in_address(self, **parameters: str | None) -> None:
        """The address carries these parameters, and does not carry those that are None."""
        self.page.wait_for_function(
            """wanted => Object.entries(wanted).every(
              ([name, value]) => new URLSearchParams(location.search).get(name) === value)""",
            arg=parameters,
        )

    def standings(self) -> dict[str, str]:
        """The standing of every state, as the list of states says."""
        return self._standings("#state-list [data-iso]")

    def map_standings(self) -> dict[str, str]:
        """The standing of every state that the map draws."""
        return self._standings("#map path[data-iso]")

    def _standings(self, selector: str) -> dict[str, str]:
        pairs = self.page.locator(selector).evaluate_all(
            "elements => elements.map(element => [element.dataset.iso, element.dataset.standing])"
        )
        assert len(pairs) == len(dict(pairs))
        return dict(pairs)

    def told(self) -> str:
        """The headline as plain text."""
        return self.headline.inner_text().replace("\n", " ")

    def visible_ahead(self) -> Locator:
        """The dates in the list that lie ahead of the day shown."""
        return self.dates.locator(".event.ahead:not([hidden])")

    def events(self) -> Locator:
        """The dates in the list that the view has."""
        return self.dates.locator("[data-event-id]:not([hidden])")

    def cards(self) -> Locator:
        """The quotes that the view has."""
        return self.quotes.locator("[data-quote-id]:not([hidden])")

    def path(self, iso: str) -> Locator:
        return self.map.locator(f'path[data-iso="{iso}"]')

    def name_on_map(self, name: str) -> Locator:
        return self.map.locator(".map-names > span").filter(has_text=re.compile(f"^{name}"))

    def panels(self) -> list[str]:
        """The panels on the screen, by their headings' names."""
        panels = self.page.locator(".panels > [data-panel]:visible")
        return [cast(str, panel.get_attribute("data-panel")) for panel in panels.all()]

    def focused(self) -> str:
        """The element that has the keyboard, as tag, id and data attributes."""
        return cast(
            str,
            self.page.evaluate(
                """() => {
                  const { tagName, id, dataset } = document.activeElement;
                  return `${tagName.toLowerCase()}#${id} ${JSON.stringify({ ...dataset })}`;
                }"""
            ),
        )

    # The map as a picture.

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where on the screen a place on earth is drawn."""
        width, height = 1000 * WIDEST, 1000
        point = gpd.GeoSeries([shapely.Point(longitude, latitude)], crs=DEGREES)
        [there] = VIEW.placed(point, (round(width), height))
        box = self.map.evaluate(
            "element => { const { x, y, width, height } = "
            "element.getBoundingClientRect(); return { x, y, width, height } }"
        )
        x = box["x"] + there.x / width * box["width"]
        y = box["y"] + there.y / height * box["height"]
        return x, y

    def colours(self, points: Sequence[tuple[float, float]]) -> list[Colour]:
        """The colours on the screen at some points, read from a screenshot."""
        picture = base64.b64encode(self.page.screenshot()).decode()
        canvas = self.page.context.new_page()
        pixels: list[list[int]] = canvas.evaluate(
            """async ([picture, points]) => {
              const image = new Image();
              image.src = "data:image/png;base64," + picture;
              await image.decode();
              const canvas = new OffscreenCanvas(image.width, image.height)
                .getContext("2d", { willReadFrequently: true });
              canvas.drawImage(image, 0, 0);
              return points.map(([x, y]) => [...canvas.getImageData(x, y, 1, 1).data]);
            }""",
            [picture, [list(point) for point in points]],
        )
        canvas.close()
        return [(pixel[0], pixel[1], pixel[2]) for pixel in pixels]

    def token(self, name: str) -> Colour:
        """A colour of the style sheet, as the theme in use has it."""
        found: str = self.page.evaluate(
            """name => {
              const probe = document.body.appendChild(document.createElement("i"));
              probe.style.color = `var(--${name})`;
              const colour = getComputedStyle(probe).color;
              probe.remove();
              return colour;
            }""",
            name,
        )
        red, green, blue = (int(part) for part in re.findall(r"\d+", found)[:3])
        return red, green, blue

    def is_dark(self) -> bool:
        """Whether the page is dark."""
        return sum(self.token("page")) < 384

    # What a reader does.

    def click_map(self, longitude: float, latitude: float) -> None:
        self.page.mouse.click(*self.place(longitude, latitude))

    def choose_in_list(self, iso: str) -> None:
        self.page.locator(f'#state-list [data-iso="{iso}"]').click()

    def in_headline(self, name: str) -> Locator:
        return self.headline.get_by_role("button", name=name)

    def go_to(self, day: str) -> None:
        """Write a day in the field and press Enter."""
        self.field.fill(day)
        self.field.press("Enter")

    def press_step(self, name: str) -> None:
        self.time_bar.get_by_role("button", name=name).click()

    def choose_span(self, label: str) -> None:
        button = self.time_bar.get_by_role("button", name=label)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")

    def chip(self, word: str) -> Locator:
        return self.quotes.get_by_role("button", name=re.compile(f"^{word}"))

    def spot_on_slider(self, day: str) -> tuple[float, float]:
        """Where on the time bar a day lies."""
        numbers = self.slider.evaluate("({ min, max }) => [Number(min), Number(max)]")
        days = (date.fromisoformat(day) - date(1997, 1, 1)).days
        share = (days - numbers[0]) / (numbers[1] - numbers[0])
        box = cast(Any, self.slider.bounding_box())
        thumb = 18
        return (
            box["x"] + thumb / 2 + share * (box["width"] - thumb),
            box["y"] + box["height"] / 2,
        )


Reader = Callable[..., ExplorePage]
"""Makes readers: ``reader("?date=…", timezone_id=…)`` has opened that view."""
