/** Sorted numbers with a table of first guesses, so that a look-up costs the same however many there are. */
export interface SortedKeys {
  readonly keys: Float64Array;
  readonly low: number;
  readonly width: number;
  /** Index of the first key of each bucket, and one past the end. */
  readonly first: Uint32Array;
}

export function sortedKeys(sorted: readonly number[]): SortedKeys {
  const keys = Float64Array.from(sorted);
  const low = sorted[0] ?? 0;
  const buckets = sorted.length * 4 + 1;
  const width = Math.max(1, ((sorted.at(-1) ?? 0) - low) / buckets);
  const first = new Uint32Array(buckets + 1).fill(keys.length);
  for (let i = keys.length - 1; i >= 0; i--) {
    first[bucketOf(keys[i] ?? 0, low, width, buckets)] = i;
  }
  for (let b = buckets - 1; b >= 0; b--) first[b] = Math.min(first[b] ?? 0, first[b + 1] ?? 0);
  return { keys, low, width, first };
}

/** Index of the last key that is at most `x`, or -1. */
export function lastAtOrBefore(sorted: SortedKeys, x: number): number {
  const { keys, first } = sorted;
  if (keys.length === 0 || x < sorted.low) return -1;
  const bucket = bucketOf(x, sorted.low, sorted.width, first.length - 1);
  let low = (first[bucket] ?? 0) - 1;
  let high = first[bucket + 1] ?? 0;
  // Invariant: keys[low] <= x < keys[high], reading -1 and the length as the ends.
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** Grows with `x` even where division rounds, so keys and questions always agree. */
function bucketOf(x: number, low: number, width: number, buckets: number): number {
  return Math.min(buckets - 1, Math.floor((x - low) / width));
}
