// How wide texts are in the letters of an element, without laying them out on the page.

export function textWidths(element) {
  const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, pen.measureText(text).width);
    return known.get(text);
  };
}
