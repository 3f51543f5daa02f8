import { z } from "zod";
import { zJournalAbout, type JournalAbout } from "../../shared/desktop/contract.ts";

const zRange = z.tuple([z.int().positive(), z.int().positive()]);

/** What the journal knows of its entries without understanding them. */
export const zFacts = z.strictObject({
  /** The desk whose store writes here. "" before the first entry. */
  desk: z.string().max(16),
  /** By desk, which of its changes are here, as ranges that do not touch. */
  held: z.record(z.string(), z.array(zRange)),
  /** The greatest value of each counter that was given out. */
  counters: z.record(z.string(), z.int().nonnegative()),
  /** Up to where the service's changes are here. */
  position: zJournalAbout.shape.position,
});
export type Facts = z.infer<typeof zFacts>;

export const NO_FACTS: Facts = { desk: "", held: {}, counters: {} };

/** The facts after one more entry; twice the same entry changes nothing. */
export function factsAfter(facts: Facts, about: JournalAbout): Facts {
  const held = { ...facts.held };
  for (const [desk, from, to] of about.held) held[desk] = withRange(held[desk] ?? [], from, to);
  const counters = { ...facts.counters };
  for (const [key, value] of Object.entries(about.counters ?? {})) {
    counters[key] = Math.max(counters[key] ?? 0, value);
  }
  const position = about.position ?? facts.position;
  return { desk: about.desk, held, counters, ...(position === undefined ? {} : { position }) };
}

/** By desk, the change up to which none is missing. */
export function marksOf(facts: Facts): Record<string, number> {
  const marks: Record<string, number> = {};
  for (const [desk, ranges] of Object.entries(facts.held)) {
    const [first] = ranges;
    marks[desk] = first?.[0] === 1 ? first[1] : 0;
  }
  return marks;
}

type Range = readonly [number, number];

function withRange(ranges: readonly Range[], from: number, to: number): [number, number][] {
  const last = ranges.at(-1);
  // Nearly always: the next change of a desk.
  if (last !== undefined && from === last[1] + 1) {
    return [...ranges.slice(0, -1), [last[0], to]] as [number, number][];
  }
  const joined: [number, number][] = [];
  let [low, high] = [from, to];
  for (const [start, end] of ranges) {
    if (end + 1 < low || start > high + 1) joined.push([start, end]);
    else [low, high] = [Math.min(low, start), Math.max(high, end)];
  }
  return [...joined, [low, high] as [number, number]].sort((a, b) => a[0] - b[0]);
}
