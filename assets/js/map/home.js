// What plotly would fetch from its own host, and the shapes that it draws, put where it looks first.

import { unpacked } from "./shapes.js";

// plotly fetches outlines of the world from its own host for every map, even for one that brings its
// own geometry (plotly.js #6767). An empty world keeps it at home.
function emptyWorld() {
  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  const empty = { type: "GeometryCollection", geometries: [] };
  const objects = Object.fromEntries(layers.map((layer) => [layer, empty]));
  return { world_110m: { type: "Topology", arcs: [], objects } };
}

// To be called before plotly draws.
export function keepAtHome() {
  window.PlotlyGeoAssets ??= { topojson: emptyWorld() };
}

// plotly looks for geometry by its address before it asks for it: what is fetched here comes along with
// the scripts, not after them, and in half the bytes.
export async function keepShapes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  Object.assign(window.PlotlyGeoAssets, unpacked(await answer.json()));
}
