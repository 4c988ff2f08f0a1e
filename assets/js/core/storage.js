// What a reader's browser remembers. Where storage is switched off, a choice lasts as long as the page.

export function remembered(key) {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // See above.
  }
}
