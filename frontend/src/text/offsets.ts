/** The API counts code points, JavaScript UTF-16 units: an emoji is one and two. */

export function toUnits(text: string): (point: number) => number {
  const wide: number[] = []; // code point offsets of the characters that take two units
  let point = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(point);
    point += 1;
  }
  const length = text.length;
  return (offset) => Math.max(0, Math.min(length, offset + before(wide, offset)));
}

/** How many of the sorted numbers are below a limit. */
function before(sorted: number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
