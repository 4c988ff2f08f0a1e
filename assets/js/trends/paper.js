// A chart is drawn for its place on the screen; while the page is printed, for that on paper.

const PAPER = 680; // Pixels between the margins of a sheet, as in the style sheet.

function redraw(trends, size) {
  for (const { plot, chart } of trends.values()) if (chart) window.Plotly.relayout(plot, size);
}

export function listenToPaper(trends) {
  window.addEventListener("beforeprint", () => redraw(trends, { width: PAPER, autosize: false }));
  window.addEventListener("afterprint", () => redraw(trends, { width: null, autosize: true }));
}
