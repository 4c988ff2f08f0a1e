"""Looks for text that a reader cannot read: cut off, beside the screen, or under other text."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_FIND = """() => {
  const faults = [];
  const texts = [];
  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest(".visually-hidden, noscript, script, style");
  const say = (fault, text) => faults.push(`${fault}: ${text.trim().slice(0, 60)}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || !shown(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    let boxes = [...range.getClientRects()].filter((box) => box.width && box.height);
    let sticky = false;
    for (let outer = parent; outer && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      sticky ||= style.position === "sticky";
      if (style.display === "inline" || outer instanceof SVGElement) continue;
      const frame = outer.getBoundingClientRect();
      // What is pushed sideways under the finger goes on beside its frame.
      if (style.overflowX === "auto" && outer.matches(".sliding")) { boxes = []; break; }
      const beside = (box) => box.left < frame.left - 1 || box.right > frame.right + 1;
      const above = (box) => box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      if (style.overflowX !== "visible" && boxes.some(beside)) say("cut at the side", node.data);
      if (["hidden", "clip"].includes(style.overflowY) && boxes.some(above)) {
        say("cut above or below", node.data);
      }
      if (["auto", "scroll"].includes(style.overflowY)) boxes = boxes.filter((box) => !above(box));
    }
    for (const box of boxes) {
      if (box.left < -1 || box.right > innerWidth + 1) say("beside the screen", node.data);
      if (sticky) continue;
      const slack = box.height / 4;
      texts.push({
        node, left: box.left + 1, right: box.right - 1,
        top: box.top + slack, bottom: box.bottom - slack,
      });
    }
  }
  texts.sort((one, other) => one.top - other.top);
  for (let i = 0; i < texts.length; i += 1) {
    for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom; j += 1) {
      const [one, other] = [texts[i], texts[j]];
      if (one.left < other.right && other.left < one.right) {
        say("overlap", `${one.node.data.trim()} | ${other.node.data.trim()}`);
      }
    }
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element) || element instanceof SVGElement || !element.clientWidth) continue;
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) {
      const holdsText = element.textContent.trim() && !element.matches(".sliding, :has(svg)");
      if (holdsText) say("wider than its box", element.textContent);
    }
  }
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) say("page scrolls sideways", String(page.scrollWidth));
  return [...new Set(faults)];
}"""

_SMALL = """(least) => {
  const small = [];
  const inText = "p, h1, .sources, .visually-hidden";
  const wanted = "button, input, select, summary, a[href], [tabindex='0']";
  for (const element of document.querySelectorAll(wanted)) {
    const isSeen = element.checkVisibility({ visibilityProperty: true });
    if (!isSeen || element.closest(inText)) continue;
    const { width, height } = element.getBoundingClientRect();
    if (width < least || height < least) {
      const name = element.id || element.textContent.trim().slice(0, 40);
      small.push(`${name}: ${Math.round(width)}x${Math.round(height)}`);
    }
  }
  return [...new Set(small)];
}"""


def unreadable(page: Page) -> list[str]:
    """Every text on the page that is cut off, off screen or on top of another."""
    faults: list[str] = page.evaluate(_FIND)
    return faults


def names_on_names(page: Page) -> list[str]:
    """The names on the map that lie on one another."""
    overlaps: list[str] = page.locator(".map-names span").evaluate_all(
        """lines => {
          const boxes = lines.filter((line) => line.checkVisibility() && line.textContent)
            .map((line) => ({ text: line.textContent, box: line.getBoundingClientRect() }));
          const meet = (one, other) =>
            one.left < other.right && other.left < one.right
            && one.top + one.height / 4 < other.bottom - other.height / 4
            && other.top + other.height / 4 < one.bottom - one.height / 4;
          return boxes.flatMap((one, index) => boxes.slice(index + 1)
            .filter((other) => meet(one.box, other.box))
            .map((other) => `${one.text} | ${other.text}`));
        }"""
    )
    return overlaps


def small_targets(page: Page, least: int) -> list[str]:
    """What can be pressed, outside running text, but is smaller than ``least`` pixels."""
    found: list[str] = page.evaluate(_SMALL, least)
    return found


def violations(page: Page, each_look_once: bool = False) -> list[str]:
    """The rules of axe that the view breaks, everything that can be unfolded unfolded.

    With ``each_look_once``, colours are judged of one text of every look. Of hundreds of rows that
    are alike, axe takes as long for their colours as for all its other rules three times over.
    """
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    if not each_look_once:
        return _broken(page)
    others = {"rules": {name: {"enabled": False} for name in OF_COLOURS}}
    return _broken(page, **others) + _broken_by_looks(page)


def violations_in_both_themes(page: Page, each_look_once: bool = False) -> list[str]:
    """The same in the theme in use; and, in the other one, the rules about colours.

    Nothing else depends on the theme: it only changes which of two colours counts (tokens.css).
    """
    found = violations(page, each_look_once)
    other = page.evaluate(_OTHER_THEME)
    found += [f"{other}: {one}" for one in _broken_by_looks(page)]
    assert page.evaluate(_OTHER_THEME) != other
    return found


OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that look at colours."""

_OTHER_THEME = """() => {
  const root = document.documentElement;
  const used = () => getComputedStyle(root).colorScheme;
  const other = used() === "dark" ? "light" : "dark";
  root.dataset.theme = other;
  if (used() !== other) throw new Error(`the theme does not become ${other}`);
  return other;
}"""

_LOOKS = """(mark) => {
  document.querySelectorAll(`[${mark}]`).forEach((one) => one.removeAttribute(mark));
  const told = ["color", "backgroundColor", "backgroundImage", "opacity", "position",
    "fontSize", "fontWeight", "textDecorationLine", "textShadow"];
  const looks = new Set();
  const walk = (element, outer) => {
    if (!element.checkVisibility()) return;
    const style = getComputedStyle(element);
    const look = `${outer}/${told.map((name) => style[name]).join()}`;
    const typed = element.matches("input, select, textarea");
    const says = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (typed || says && !looks.has(look)) element.setAttribute(mark, "");
    if (says) looks.add(look);
    for (const inner of element.children) walk(inner, look);
  };
  walk(document.body, "");
  return looks.size;
}"""
"""Marks what is typed in, and the first text of every look: its own colours and letters, and those
of all that it lies in."""


def _broken_by_looks(page: Page) -> list[str]:
    mark = "data-look"
    assert page.evaluate(_LOOKS, mark) > 0
    context = {"include": [[f"[{mark}]"]]}
    return _broken(page, context, runOnly={"type": "rule", "values": [*OF_COLOURS]})


def _broken(page: Page, context: dict[str, Any] | None = None, **options: Any) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        "([context, options]) => axe.run(context, options).then((found) => found.violations)",
        [context or {"exclude": []}, {"resultTypes": ["violations"], **options}],
    )
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]
