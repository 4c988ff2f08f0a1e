// Small helps for what is done to the page again and again.

export const byId = (id) => document.getElementById(id);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// To the browser every write of it is a change, and the style of all that is in it is found anew.
export function hide(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

// Makes an element hold just these, in this order, and says whether that changed it. What stays is
// not touched; one before which the next is wanted stays behind, and is moved when its turn comes.
export function put(parent, elements) {
  const wanted = new Set(elements);
  let changed = false;
  for (const child of [...parent.children]) {
    if (wanted.has(child)) continue;
    child.remove();
    changed = true;
  }
  let at = parent.firstElementChild;
  for (const element of elements) {
    if (at && at !== element && at.nextElementSibling === element) at = element;
    if (at === element) at = at.nextElementSibling;
    else {
      parent.insertBefore(element, at);
      changed = true;
    }
  }
  return changed;
}

// An element with a text, a class and data attributes.
export function made(tag, { text = "", name = "", ...data } = {}) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  element.className = name;
  element.textContent = text;
  Object.assign(element.dataset, data);
  return element;
}

// Gives the keyboard to something that is no control of its own.
export function focusOn(element, options) {
  element.tabIndex = -1;
  element.focus(options);
}
