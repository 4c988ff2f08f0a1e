// The key that was pressed, letters small. Where it writes another script than Latin (on Cyrillic or
// Greek layouts), what counts is the letter or digit that Latin layouts have in its place.
export function keyOf({ key, code }) {
  if (!/^[^\p{ASCII}\p{Script=Latin}]$/u.test(key)) return key.length === 1 ? key.toLowerCase() : key;
  const [, place] = /^(?:Key|Digit)(\w)$/.exec(code) || [null, key];
  return place.toLowerCase();
}
