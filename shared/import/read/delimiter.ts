/** In the order in which a tie is settled. The full-width comma is punctuation inside Chinese text, never a delimiter. */
const CANDIDATES = [",", "\t", ";", "|"] as const;
const SAMPLE_LINES = 100;
const SAMPLE_LETTERS = 200_000;

/**
 * The delimiter under which most lines have the same number of cells, more than one; quoted text does not count.
 * A tab wins a tie in a `.tsv`. Where no line has any, the file has one column and the comma does no harm.
 */
export function sniffDelimiter(text: string, fileName: string): string {
  const order = /\.(tsv|tab)$/i.test(fileName)
    ? ["\t", ...CANDIDATES.filter((candidate) => candidate !== "\t")]
    : CANDIDATES;
  let best = ",";
  let bestScore = 0;
  for (const candidate of order) {
    const score = regularity(countsPerLine(text.slice(0, SAMPLE_LETTERS), candidate));
    if (score > bestScore + 1e-9) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Share of the lines that have the commonest count, a little more for many columns than for few. */
function regularity(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let score = 0;
  for (const [count, lines] of tally) {
    score = Math.max(score, (lines / counts.length) * (1 + Math.min(count, 20) / 20));
  }
  return score;
}

function countsPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let blank = true;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (letter === "\n" && !quoted) {
      if (!blank) counts.push(count);
      if (counts.length >= SAMPLE_LINES) return counts;
      count = 0;
      blank = true;
      continue;
    }
    if (letter !== "\r") blank = false;
    if (letter === delimiter && !quoted) count++;
  }
  if (!blank) counts.push(count);
  return counts;
}
