// Colours of a chart. A figure names them as the style sheet does, var(--ink), which plotly does not
// understand: it draws with a stand-in for each, and what it drew is given the name again. So a chart
// follows the theme, and paper, without being drawn anew.

const NAMED = /^var\(--([\w-]+)\)$/;

const tokens = []; // The names; a stand-in is a colour that says which.

const standIn = (index) => `rgb(1, ${Math.floor(index / 256)}, ${index % 256})`;

function numberOf(token) {
  const known = tokens.indexOf(token);
  return known < 0 ? tokens.push(token) - 1 : known;
}

// A copy of a part of a figure, with `colourOf(token)` for every colour that is named.
export function painted(part, colourOf) {
  if (typeof part === "string") {
    const token = NAMED.exec(part)?.[1];
    return token ? colourOf(token) : part;
  }
  if (Array.isArray(part)) return part.map((each) => painted(each, colourOf));
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, painted(each, colourOf)]));
}

export const withStandIns = (figure) => painted(figure, (token) => standIn(numberOf(token)));

// The colours that the tokens have now.
export function withColours(figure) {
  const style = window.getComputedStyle(document.documentElement);
  return painted(figure, (token) => style.getPropertyValue(`--${token}`).trim());
}

const PLACES = ["fill", "stroke"];
const STAND_IN = /^rgb\(1, (\d+), (\d+)\)$/;

function tokenOf(colour) {
  const [, high, low] = STAND_IN.exec(colour) || [];
  return low === undefined ? undefined : tokens[256 * high + Number(low)];
}

// Gives everything that plotly drew in a stand-in the name of its colour.
export function name(root) {
  for (const element of root.querySelectorAll("svg [style], svg [fill], svg [stroke]")) {
    for (const place of PLACES) {
      const token = tokenOf(element.style[place] || element.getAttribute(place) || "");
      if (token) element.style[place] = `var(--${token})`;
    }
  }
}
