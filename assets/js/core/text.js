// Sentences with places in them, and texts as they are compared.

// A text with its {places} filled in.
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

// The singular or the plural of a text, with its number filled in.
export const counted = ([one, many], n) => fill(n === 1 ? one : many, { n });

export const cut = (text) => (text.length > 40 ? text.slice(0, 40) + "…" : text);

// Format characters that are kept: those that join letters, and the tags that make up flags.
const KEPT = /^(\u200c|\u200d|[\u{e0020}-\u{e007f}])$/u;

// Text as the record keeps it: composed letters, single blanks, no marks that cannot be seen.
export function plain(text) {
  const seen = text.replace(/\p{Cf}/gu, (mark) => (KEPT.test(mark) ? mark : ""));
  return seen.normalize("NFC").replace(/[\p{Zs}\t]+/gu, " ").trim();
}

// Text as the searches see it: small letters, no accents, plain apostrophes. Python folds alike.
export function folded(text, folding) {
  const letters = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return [...letters].map((letter) => folding[letter] ?? letter).join("");
}
