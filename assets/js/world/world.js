// Draws the world with plotly, flat or as a globe, and gives the page its shapes and dots to colour.

import { worldDrawing } from "./drawing.js";

const CONFIG = {
  displayModeBar: false,
  showSendToCloud: false,
  displaylogo: false,
  scrollZoom: false,
  doubleClick: false,
  showTips: false,
  responsive: true,
};
const EVENTS = ["plotly_afterplot", "plotly_relayouting", "plotly_relayout"];
const STEP = 45; // Degrees by which a button turns the globe.

const plain = {
  uirevision: "world",
  margin: { l: 0, r: 0, t: 0, b: 0 },
  paper_bgcolor: "rgba(0,0,0,0)",
  showlegend: false,
  hovermode: false,
};

const places = ({ clientX, clientY, button }) => ({ clientX, clientY, button });
const copied = (value) => JSON.parse(JSON.stringify(value));

// A finger on the globe shall scroll the page: buttons turn it there.
const canDrag = () => window.matchMedia("(pointer: fine)").matches;

const isGlobe = (graph) => graph.layout?.geo.projection.type === "orthographic";

// plotly turns the globe for who drags what is behind the states, which lie in front of it.
function passOn(graph) {
  graph.addEventListener("mousedown", (event) => {
    const behind = graph.querySelector(".bg rect");
    if (isGlobe(graph) && behind && event.target !== behind) {
      behind.dispatchEvent(new MouseEvent(event.type, { ...places(event), view: window }));
    }
  });
}

// `part` is what the server wrote for the world; `use(drawing)` makes a drawing the map.
export function openWorld(graph, part, use) {
  const { Plotly } = window;
  let isShown = false;
  let isHeard = false;

  const layoutOf = (extent) => ({
    ...plain,
    dragmode: extent === "globe" && canDrag() ? "pan" : false,
    geo: copied(part.layouts[extent]),
  });
  const tell = () => isShown && use(worldDrawing(graph, part));
  const turned = (rotation) => Plotly.relayout(graph, { "geo.projection.rotation": rotation });

  // Its place has its size when this is called.
  async function show(extent) {
    isShown = false;
    await Plotly.react(graph, copied(part.data), layoutOf(extent), CONFIG);
    if (!isHeard) for (const event of EVENTS) graph.on(event, tell);
    isHeard = true;
    isShown = true;
    await Plotly.Plots.resize(graph);
    tell();
  }

  function turnTo(iso) {
    const [lon, lat] = part.places[iso] ?? [];
    return lon === undefined ? null : turned({ lon, lat, roll: 0 });
  }

  function turnBy(steps) {
    const { lon, lat } = graph.layout.geo.projection.rotation;
    return turned({ lon: ((lon + steps * STEP + 540) % 360) - 180, lat, roll: 0 });
  }

  passOn(graph);
  return { show, turnTo, turnBy };
}
