// plotly fetches outlines of the world from its own host for every map, even for one that brings its
// own geometry (plotly.js #6767). An empty world, put where plotly looks first, keeps it at home.
(function () {
  "use strict";

  const layers = ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"];
  const objects = {};
  for (const layer of layers) {
    objects[layer] = { type: "GeometryCollection", geometries: [] };
  }
  window.PlotlyGeoAssets = {
    topojson: { world_110m: { type: "Topology", arcs: [], objects } },
  };
})();
