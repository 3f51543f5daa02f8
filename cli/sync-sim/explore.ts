import type { Change } from "../../shared/sync/change.ts";
import { checkWorld, type Problem } from "./check.ts";
import { Cut, Desk } from "./desk.ts";
import type { Mutant } from "./mutants.ts";
import { chancesOf } from "./random.ts";
import { Service } from "./service.ts";
import { editSomething } from "./work.ts";
import type { World } from "./world.ts";

export interface Exploration {
  readonly seed: number;
  readonly desks: number;
  /** How many things people do; what machines do in between comes on top. */
  readonly ops: number;
  /** Lost, repeated, late and cut messages, wrong clocks, restores; without it everything just works. */
  readonly faults: boolean;
  /** Now and then a desk writes what the service refuses; as a rule where there are faults. */
  readonly refusals?: boolean;
  readonly mutant?: Mutant;
}

export interface Outcome {
  readonly seed: number;
  readonly ops: number;
  /** Saves that were shown as saved. */
  readonly acknowledged: number;
  readonly lost: number;
  readonly converged: boolean;
  /** Rounds until all were quiet after the faults had ended. */
  readonly rounds: number;
  readonly problems: readonly Problem[];
}

const BEGIN_MS = 1_760_000_000_000;
const DAY_MS = 86_400_000;
const OFFSETS = [0, 50_000, 55_000, -20_000, 10 * DAY_MS, 10 * DAY_MS, -10 * DAY_MS];
const MOST_ROUNDS = 60;

/** Runs one schedule of desks and a service to its end, deterministic by its seed, and checks what was promised (sync §2). */
export async function explore(wanted: Exploration): Promise<Outcome> {
  const { seed, ops, faults, mutant } = wanted;
  const world: World = {
    nowMs: BEGIN_MS,
    chances: chancesOf(seed),
    service: new Service(mutant),
    desks: [],
    acknowledged: new Map(),
    refusable: new Set(),
    refusals: (wanted.refusals ?? faults) ? chancesOf(seed + 5_000_000) : undefined,
    late: [],
    copies: new Map(),
    deskNo: 0,
    idNo: 0,
    mutant,
  };
  for (let n = 0; n < wanted.desks; n++) addDesk(world, faults);
  for (let done = 0; done < ops;) {
    // Mostly people do one thing soon after another; a wrong clock then shows.
    world.nowMs += world.chances.below(faults && world.chances.once(16) ? 90_000 : 1_000);
    if (await step(world, faults)) done += 1;
  }
  const rounds = await heal(world);
  const problems = await checkWorld(world);
  await world.service.close();
  const lost = problems.filter(({ kind }) => kind === "lost").length;
  return {
    seed,
    ops,
    acknowledged: world.acknowledged.size,
    lost,
    converged: rounds <= MOST_ROUNDS && problems.length === lost,
    rounds,
    problems,
  };
}

/** One thing that somebody or something does; true where it was a person. */
async function step(world: World, faults: boolean): Promise<boolean> {
  const { chances } = world;
  const desk = chances.pick(world.desks);
  if (desk === undefined) return true;
  if (faults && chances.once(12)) desk.cutAfter = chances.below(4);
  try {
    if (chances.once(3)) {
      editSomething(world, desk);
      return true;
    }
    await (faults && chances.once(6) ? misfortune(world, desk) : talk(world, desk, faults));
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
  } finally {
    desk.cutAfter = undefined;
  }
  return false;
}

async function talk(world: World, desk: Desk, faults: boolean): Promise<void> {
  const { chances } = world;
  if (desk.epoch === "" || chances.below(3) > 0) await meet(world, desk);
  if (chances.once(2)) await pull(world, desk);
  else {
    for (const name of desk.deskIds) await push(world, desk, name, faults);
    await handOn(world, desk);
  }
}

/** The marks before the newest: a change in between is then still expected. */
async function meet({ service }: World, desk: Desk): Promise<void> {
  const marks = await service.marks();
  desk.met(service.epoch, marks, await service.newest());
}

async function push(world: World, desk: Desk, name: string, faults: boolean): Promise<void> {
  const { chances, service, nowMs } = world;
  const changes = desk.toPush(name, 1 + chances.below(6));
  if (changes.length === 0) return;
  const fate = faults ? chances.below(10) : 9;
  if (fate === 0) return;
  if (fate === 1) {
    world.late.push({ desk: name, changes: structuredClone(changes) });
    return;
  }
  const mark = await service.push(name, structuredClone(changes), nowMs);
  if (fate === 2) await service.push(name, structuredClone(changes), nowMs);
  if (fate === 3) return;
  if (mark === undefined) await meet(world, desk);
  else desk.pushed(name, mark);
}

/** What the service lost when it was put back, and whose author may be gone, comes from whoever has read it. */
async function handOn({ chances, service, nowMs }: World, desk: Desk): Promise<void> {
  for (const name of desk.bereft()) {
    const changes = desk.toHandOn(name, 1 + chances.below(6));
    const mark = await service.push(name, structuredClone(changes) as Change[], nowMs);
    if (mark !== undefined) desk.pushed(name, mark);
  }
}

async function pull({ chances, service, mutant }: World, desk: Desk): Promise<void> {
  // A cursor means nothing in another log; whoever went on from it would have holes.
  if (desk.epoch !== service.epoch && mutant !== "noEpoch") return;
  const page = await service.pull(desk.cursor, 1 + chances.below(30));
  if (page.cursor > desk.cursor) desk.pulled(page);
}

/** What goes wrong in an office now and then. */
async function misfortune(world: World, desk: Desk): Promise<void> {
  const { chances, service } = world;
  switch (chances.below(9)) {
    case 0:
    case 1: {
      const at = chances.below(world.late.length);
      const [late] = world.late.splice(at, 1);
      if (late !== undefined) await service.push(late.desk, late.changes, world.nowMs);
      return;
    }
    case 2:
      desk.offsetMs = chances.pick(OFFSETS) ?? 0;
      return;
    case 3:
      await service.compact(world.nowMs);
      return;
    case 4:
      if (world.desks.length < 6) addDesk(world, true);
      return;
    case 5:
      service.backUp();
      return;
    case 6:
      if (chances.once(3)) await service.restore();
      return;
    case 7:
      if (chances.once(2)) desk.wipe();
      return;
    default:
      copyOrPutBack(world, desk);
  }
}

/** A desk put back from an old copy goes on under a new name: what the old one did since is the old one's. */
function copyOrPutBack(world: World, desk: Desk): void {
  const copy = world.copies.get(desk);
  world.copies.delete(desk);
  if (copy === undefined) {
    world.copies.set(desk, new Desk(desk.id, desk.isOld, world.mutant, desk));
    return;
  }
  const back = new Desk(freshName(world), desk.isOld, world.mutant, copy);
  const known = new Set(back.deskIds.flatMap((name) => back.ownIds(name)));
  for (const name of desk.deskIds)
    for (const id of desk.ownIds(name)) if (!known.has(id)) world.acknowledged.delete(id);
  world.desks = world.desks.map((one) => (one === desk ? back : one));
}

function addDesk(world: World, faults: boolean): void {
  const { chances } = world;
  const desk = new Desk(freshName(world), faults && chances.once(4), world.mutant);
  desk.offsetMs = faults ? (chances.pick(OFFSETS) ?? 0) : 0;
  world.desks.push(desk);
}

function freshName(world: World): string {
  world.deskNo += 1;
  return `DESK${String(world.deskNo).padStart(2, "0")}`;
}

/** No more faults: everybody talks until nobody has anything to say. */
async function heal(world: World): Promise<number> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    world.nowMs += 1000;
    for (const desk of world.desks) {
      await meet(world, desk);
      for (const name of desk.deskIds) await push(world, desk, name, false);
      await handOn(world, desk);
      await pull(world, desk);
    }
    if (await isQuiet(world)) return round;
  }
  return MOST_ROUNDS + 1;
}

async function isQuiet({ desks, service }: World): Promise<boolean> {
  const newest = await service.newest();
  return desks.every(
    (desk) => desk.epoch === service.epoch && desk.cursor === newest && desk.waiting() === 0,
  );
}
