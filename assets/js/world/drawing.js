// plotly's drawing of the world as the rest of the page sees a map (assets/js/map/drawings.js): shapes by
// state, and a dot instead where a state is too small to be seen.

import { outlineIn } from "../map/drawings.js";

// The dots' paths by state, which plotly moves to their places.
function dotsOf(graph, { dots }) {
  const found = new Map();
  for (const path of graph.querySelectorAll(".scatterlayer .point")) {
    const [{ trace }] = path.closest(".trace").__data__;
    if (trace.name !== dots) continue;
    const iso = trace.ids[path.__data__.i];
    path.dataset.iso = iso;
    path.dataset.dot = "yes";
    found.set(iso, path);
  }
  return found;
}

export function worldDrawing(graph, part) {
  const shapes = new Map();
  const states = new Set(graph.data.find(({ name }) => name === part.states).locations);
  for (const path of graph.querySelectorAll(".choroplethlayer path")) {
    const iso = path.__data__?.loc;
    if (!states.has(iso)) {
      path.dataset.context = "land";
      continue;
    }
    path.dataset.context = "false";
    path.dataset.iso = iso;
    shapes.set(iso, path);
  }
  const dots = dotsOf(graph, part);
  const above = graph.querySelector(".scatterlayer");
  return { layer: "world", shapes, dots, borders: new Map(), outline: (name) => outlineIn(above, name) };
}
