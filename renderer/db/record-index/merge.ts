/** What a merging asks of the rows that it puts in order. */
interface Ordered<Part> {
  readonly count: number;
  compare(column: string, position: number, other: Part, otherPosition: number): number;
}

/**
 * Few sorted rows into their places among many sorted ones, behind their equals: each looks for its own. Positions of
 * the few count on from those of the many.
 */
export function mergedOrder<Part extends Ordered<Part>>(
  column: string,
  many: Part,
  manyOrder: Uint32Array,
  few: Part,
  fewOrder: Uint32Array,
): Uint32Array {
  if (fewOrder.length === 0) return manyOrder;
  const merged = new Uint32Array(manyOrder.length + fewOrder.length);
  let taken = 0;
  let at = 0;
  for (const position of fewOrder) {
    let [low, high] = [taken, manyOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (few.compare(column, position, many, manyOrder[middle] ?? 0) < 0) high = middle;
      else low = middle + 1;
    }
    merged.set(manyOrder.subarray(taken, low), at);
    at += low - taken;
    merged[at++] = many.count + position;
    taken = low;
  }
  merged.set(manyOrder.subarray(taken), at);
  return merged;
}
