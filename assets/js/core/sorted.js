// Searching in what is in order.

// The index of the last entry whose day is not after `day`; -1 if there is none.
export function lastUpTo(entries, day, dayOf) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOf(entries[middle]) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
