// Walks all scenes of days as a reader does, by address and keys, and looks at each with a probe.
const frameDone = () =>
  new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
const shownNow = () => document.getElementById("brief")?.dataset.scene;

async function begin(day) {
  const { scenes } = await (await fetch(`brief/${day}.json`)).json();
  const ids = scenes.map(({ id }) => id);
  const before = document.getElementById("brief");
  history.pushState(null, "", `?view=brief&date=${day}&scenes=${ids.join()}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
  while (document.getElementById("brief") === before) await frameDone();
  return ids;
}

// What the probe says of each scene, by day and id; of scenes without fault nothing.
async function walk(days, probe) {
  const found = {};
  for (const day of days) {
    for (const id of await begin(day)) {
      while (shownNow() !== id) await frameDone();
      await frameDone();
      const said = probe(document.querySelector(".stage-frame"));
      if (said.length) found[`${day} ${id}`] = said;
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
    }
  }
  return found;
}
