// Full screen, the theme of the stage, and a screen that stays awake.

const root = document.documentElement;
const JUST_LEFT = 400; // Milliseconds in which an Esc that left full screen may still arrive.

let leftAt = -Infinity;
document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement) leftAt = performance.now();
});

export function toggleFull() {
  const change = document.fullscreenElement
    ? document.exitFullscreen?.()
    : root.requestFullscreen?.({ navigationUI: "hide" });
  change?.catch(() => {}); // Where it is refused, the page stays as it is.
}

// Esc leaves full screen first. Browsers do that themselves and may keep the key, or hand it on late.
export function leftFull() {
  if (document.fullscreenElement) {
    document.exitFullscreen()?.catch(() => {});
    return true;
  }
  return performance.now() - leftAt < JUST_LEFT;
}

let before = null; // The theme of the page; null while the stage has none of its own.

export function beginLight() {
  if (before !== null) return;
  before = root.dataset.theme || "";
  root.dataset.theme = "light";
}

export function toggleDark() {
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
}

export function endLight() {
  if (before === null) return;
  if (before) root.dataset.theme = before;
  else delete root.dataset.theme;
  before = null;
}

let lock = null;

// Asked for anew whenever the page is seen again: browsers give it back when it is hidden.
export async function keepAwake() {
  if (document.hidden || lock || !window.navigator.wakeLock) return;
  try {
    lock = await window.navigator.wakeLock.request("screen");
    lock.addEventListener("release", () => (lock = null));
  } catch {
    lock = null; // The battery is low, or it is not allowed: the screen may go dark.
  }
}

export function letSleep() {
  lock?.release();
}

export const canStayAwake = () => Boolean(window.isSecureContext && window.navigator.wakeLock);
