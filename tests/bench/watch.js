// Watches a visit from inside the page, and acts as its reader.
const LONGEST = 20000; // Milliseconds for one answer.
window.bench = { tasks: [], shifts: 0, answered: null, drawn: null };
const watch = (type, take) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true });
};
watch("longtask", (entry) => bench.tasks.push(entry.duration));
// What a reader's own act moves does not count: for half a second, as browsers have it.
watch("layout-shift", ({ value, startTime, hadRecentInput }) => {
  if (!hadRecentInput && !(startTime - bench.acted < 500)) bench.shifts += value;
});

// All that is seen of a day: the map's shapes, by standing or by colour, and the page's own words.
bench.look = () => {
  const shapes = [...document.querySelectorAll("#map path")]
    .map((path) => path.dataset.standing ?? path.style.fill ?? "");
  if (shapes.length < 40) return "";
  return shapes.join() + document.querySelector("h2, #headline")?.textContent;
};
bench.frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
bench.act = () => {
  bench.acted = performance.now();
  const field = document.getElementById("date-slider");
  if (field) {
    bench.turn = !bench.turn;
    field.value = Number(field.value) + (bench.turn ? 240 : -240);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  const thumb = document.querySelector("#slider [role=slider], [role=slider]");
  if (!thumb) return;
  thumb.focus();
  thumb.dispatchEvent(new KeyboardEvent("keydown", { key: "PageUp", bubbles: true }));
};

// Milliseconds from an act until the map shows another day.
bench.step = async () => {
  const before = bench.look();
  const begun = performance.now();
  bench.act();
  while (bench.look() === before && performance.now() - begun < LONGEST) await bench.frame();
  return performance.now() - begun;
};

// Tries again and again, as a hasty reader does, until the page answers for the first time.
bench.knock = async () => {
  while (bench.answered === null) {
    await new Promise((done) => setTimeout(done, 20));
    if (!document.body) continue;
    const before = bench.look();
    if (!before) continue;
    const begun = performance.now();
    const patience = document.getElementById("date-slider") ? 100 : LONGEST; // A server is asked.
    bench.act();
    while (bench.look() === before && performance.now() - begun < patience) await bench.frame();
    const after = bench.look();
    if (after && after !== before) bench.answered = performance.now();
  }
};
bench.wait = async () => {
  while (bench.drawn === null) {
    await new Promise((done) => setTimeout(done, 20));
    const drawn = document.querySelectorAll("#map .choroplethlayer path");
    if (drawn.length > 40) bench.drawn = performance.now();
  }
};
bench.done = Promise.all([bench.knock(), bench.wait()]);
bench.doneWithin = (patience) =>
  Promise.race([bench.done, new Promise((gone) => setTimeout(gone, patience))]).then(() => true);
