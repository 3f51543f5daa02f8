import { timeOfStamp } from "../../shared/lib/hybrid-clock.ts";
import { fold, stampOfField, type Folded } from "../../shared/sync/fold.ts";
import type { World } from "./world.ts";

/** A promise that was not kept, by its name in `sync` specification §2. */
export interface Problem {
  readonly kind: "lost" | "taken" | "differs" | "twice" | "overtaken" | "fromTheFuture" | "notQuiet";
  readonly about: string;
}

const AHEAD_MS = 60_000;

/** Everything that was promised, checked once all is quiet. */
export async function checkWorld(world: World): Promise<readonly Problem[]> {
  await Promise.resolve();
  const { accepted } = world.service;
  const problems: Problem[] = [];

  const stampById = new Map<string, string>();
  for (const { change, atMs } of accepted) {
    if (stampById.has(change.id)) problems.push({ kind: "twice", about: change.id });
    stampById.set(change.id, change.stamp);
    if (timeOfStamp(change.stamp).ms > atMs + AHEAD_MS)
      problems.push({ kind: "fromTheFuture", about: change.id });
  }
  for (const id of world.acknowledged.keys())
    if (!stampById.has(id)) problems.push({ kind: "lost", about: id });

  for (const id of world.refusable) if (stampById.has(id)) problems.push({ kind: "taken", about: id });

  const stamps = new Set(stampById.values());
  for (const [id, { saw }] of world.acknowledged) {
    const own = stampById.get(id) ?? "";
    for (const seen of Object.values(saw).flat())
      if (stamps.has(seen) && own !== "" && own <= seen)
        problems.push({ kind: "overtaken", about: `${id} by ${seen}` });
  }

  const expected = new Map<string, Folded>();
  for (const { change } of accepted) {
    const key = `${change.type} ${change.recordId}`;
    expected.set(key, fold(expected.get(key), change));
  }
  for (const desk of world.desks) {
    if (desk.waiting() > 0) problems.push({ kind: "notQuiet", about: desk.id });
    for (const key of new Set([...expected.keys(), ...desk.keys()]))
      if (meaningOf(desk.shown(key)) !== meaningOf(expected.get(key)))
        problems.push({ kind: "differs", about: `${desk.id} ${key}` });
  }
  return problems;
}

/** What a record says, whichever way it is kept. */
function meaningOf(record: Folded | undefined): string {
  if (record === undefined) return "nothing";
  const fields = [...new Set([...Object.keys(record.data), ...Object.keys(record.fieldStamps ?? {})])].sort();
  const told = fields.map((field) => [field, record.data[field] ?? null, stampOfField(record, field)]);
  const versions = Object.entries(record.versions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([told, versions, record.batchId]);
}
