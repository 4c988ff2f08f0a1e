// Counts one more of each of these values.
export function count(counts, values) {
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
}
