// The two drawings of the map, as the rest of the page sees them:
//
//   layer     "svg" (in the document) or "plotly" (its finer choropleth)
//   shapes    the path of each state, by its code
//   borders   the paths of each state's border with the east, by its code
//   outline   a function that makes a path above shapes and borders, with a class
//
// Colours come from the style sheet by `data-standing`; nothing is drawn again when the day changes.

const SVG = "http://www.w3.org/2000/svg";

// The path of this class in a part of a drawing; it is made where there is none.
export function outlineIn(parent, name) {
  const known = parent.querySelector(`.${name}`);
  if (known) return known;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", name);
  parent.append(path);
  return path;
}

function byCode(paths, codeOf) {
  const found = new Map();
  for (const path of paths) {
    const code = codeOf(path);
    if (code) found.set(code, [...(found.get(code) || []), path]);
  }
  return found;
}

// The drawing that came in the document.
export function svgDrawing() {
  const root = document.querySelector(".map-svg");
  const shapes = new Map(
    [...root.querySelectorAll(".land-layer [data-iso]")].map((path) => [path.dataset.iso, path]),
  );
  const borders = byCode(root.querySelectorAll(".border-layer path"), ({ dataset }) => dataset.border);
  return { layer: "svg", shapes, borders, outline: (name) => outlineIn(root, name) };
}

// plotly's drawing of its graph, marked as the other one is; null while there is none. `land` is the
// place in its data that stands for land that is no state's.
export function plotlyDrawing(root, land, told) {
  if (!root?.data) return null;
  const shapes = new Map();
  for (const path of root.querySelectorAll(".choroplethlayer path")) {
    const iso = path.__data__?.loc;
    if (!iso) continue;
    path.dataset.context = iso === land ? "land" : String(!told.includes(iso));
    if (iso === land) continue;
    path.dataset.iso = iso;
    shapes.set(iso, path);
  }
  if (!shapes.size) return null;
  const lines = root.querySelectorAll(".scatterlayer .trace path");
  const borders = byCode(lines, (path) => path.closest(".trace").__data__[0].trace.name);
  for (const [iso, paths] of borders) for (const path of paths) path.dataset.border = iso;
  const above = root.querySelector(".scatterlayer");
  return { layer: "plotly", shapes, borders, outline: (name) => outlineIn(above, name) };
}
