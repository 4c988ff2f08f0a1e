// When the browser has nothing else to do. One that does not tell is taken to be idle after a while.

const A_WHILE = 200; // Milliseconds.

export const whenIdle =
  window.requestIdleCallback || ((call, { timeout = A_WHILE } = {}) => window.setTimeout(call, timeout));
