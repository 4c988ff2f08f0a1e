"""The Record screen as a reader meets it: the table of all states, and the question below it."""

import re
from typing import cast

from explore_page import ExplorePage
from playwright.sync_api import Locator, expect


class RecordScreen:
    """What a reader's page has on the Record screen."""

    def __init__(self, reader: ExplorePage) -> None:
        self.reader = reader
        self.page = reader.page
        self.section = self.page.locator("#states-section")
        self.table = self.page.locator("#states-table")
        self.region = self.page.locator("#states-region")
        self.caption = self.page.locator("#states-caption")
        self.find = self.page.get_by_label("Find a state")
        self.group = self.page.get_by_role("combobox", name="Group")
        self.columns = self.section.locator("summary")
        self.state = self.page.locator("#notice-state")
        self.day = self.page.locator("#notice-day")
        self.answer = self.page.locator("#notice-answer")
        self.notes = self.page.locator(".notice-notes")
        self.error = self.page.locator("#notice-error")

    def is_shown(self) -> "RecordScreen":
        expect(self.table).to_be_visible()
        self.reader.has_in_address(view="record")
        return self

    def rows(self) -> Locator:
        """The rows that the view has."""
        return self.table.locator("tbody tr:not([hidden])")

    def row(self, iso: str) -> Locator:
        return self.table.locator(f'tr[data-iso="{iso}"]')

    def order(self) -> list[str]:
        """The states in the order of their rows."""
        return cast(list[str], self.rows().evaluate_all("rows => rows.map(row => row.dataset.iso)"))

    def standings(self) -> dict[str, str]:
        """The standing of every state of the record."""
        pairs = self.table.locator("tbody tr").evaluate_all(
            "rows => rows.map(row => [row.dataset.iso, row.dataset.standing])"
        )
        return dict(pairs)

    def column(self, name: str) -> dict[str, str]:
        """What every row says in a column."""
        pairs = self.table.evaluate(
            """(table, name) => {
              const heads = [...table.tHead.rows[0].cells];
              const at = heads.findIndex((head) => head.dataset.column === name);
              return [...table.tBodies[0].rows].map(
                (row) => [row.dataset.iso, row.cells[at].textContent]);
            }""",
            name,
        )
        return dict(pairs)

    def titles(self) -> list[str]:
        """The titles of the columns that are shown."""
        return self.table.locator("thead th:visible").all_inner_texts()

    def head(self, name: str) -> Locator:
        return self.table.locator(f'thead th[data-column="{name}"]')

    def sort(self, name: str) -> Locator:
        return self.head(name).get_by_role("button")

    def chip(self, word: str) -> Locator:
        return self.section.get_by_role("button", name=re.compile(f"^{word}"))
