import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { utf8 } from "../../../shared/archive/bytes.ts";
import { change, create, type Edit } from "../../../shared/commands/edit.ts";
import { must } from "../../../shared/lib/must.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import { DELETED } from "../../../shared/sync/change.ts";
import { network, Workplace } from "../../support/two-networks.ts";
import { valueOf } from "../../support/value-of.ts";

const label = { zh: "测试", en: "Test" };
const TYPES: readonly RecordType[] = ["vendor", "contract", "incident", "attachment"];
const STEPS = 60;
const TEN_DAYS_MS = 864_000_000;

type Draw = () => number;

/** The same draws for the same seed, from 0 up to 1. */
function drawsOf(seed: number): Draw {
  let state = seed * 7919;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function one<T>(all: readonly T[], draw: Draw): T {
  return must(all[Math.floor(draw() * all.length)], "there is one");
}

/** Some save that an honest window makes; a clerk's of money is refused, and must not reach the other side either. */
async function edit({ desk }: Workplace, draw: Draw): Promise<void> {
  const [id = ""] = await desk.newIds(1);
  const incidents = await desk.all("incident");
  const contracts = await desk.all("contract");
  const dates = { startDate: "2026-01-01", endDate: "2026-12-31" };
  const [text, fen] = [String(draw()), Math.floor(draw() * 1e6)];
  const sha256 = await desk.putBlob(utf8(id));
  const facts = { fileName: "照片.txt", sha256, bytes: id.length, addedAt: "2026-11-22T00:00:00.000Z" };
  const edits: readonly Edit[] = [
    create("vendor", id, { name: text }),
    create("incident", id, { number: id, title: text }),
    create("contract", id, { title: text, vendorId: id, amountFen: fen, ...dates }),
    ...incidents.slice(0, 2).map((record) => change("incident", record.id, { title: text })),
    ...incidents
      .slice(-1)
      .map((record) => ({ type: "incident", id: record.id, patch: { [DELETED]: true } }) as const),
    ...contracts.slice(0, 2).map((record) => change("contract", record.id, { amountFen: fen })),
    ...incidents
      .slice(0, 1)
      .map((record) => create("attachment", id, { ownerType: "incident", ownerId: record.id, ...facts })),
  ];
  valueOf(await desk.save(label, [one(edits, draw)]));
}

async function shown({ desk }: Workplace): Promise<unknown> {
  const found: unknown[] = [];
  for (const type of TYPES) {
    const records = await desk.all(type);
    found.push(records.map(({ id, data }) => ({ id, data })).sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return found;
}

test.each([1, 2, 3])(
  "files read late, twice, by whoever, and a clock ten days ahead: all four desks end alike (seed %i)",
  async (seed) => {
    const draw = drawsOf(seed);
    const sides = [];
    for (const [name, aheadMs] of [
      [`内网${seed}`, TEN_DAYS_MS],
      [`外网${seed}`, 0],
    ] as const) {
      const office = await network(name);
      const director = await Workplace.open(office, "wang", ["director"]);
      sides.push({ director, clerk: await Workplace.open(office, "lina", ["clerk"], aheadMs) });
    }
    const all = sides.flatMap(({ director, clerk }) => [director, clerk]);
    const files: { readonly from: (typeof sides)[number]; readonly bytes: Uint8Array }[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      const side = one(sides, draw);
      const at = one([side.director, side.clerk], draw);
      const what = draw();
      if (what < 0.55) await edit(at, draw);
      else if (what < 0.8) await at.round();
      else if (what < 0.9) files.push({ from: side, bytes: await side.director.write() });
      else {
        const theirs = files.filter(({ from }) => from !== side);
        // A file that rests on what this desk has not pulled yet is refused whole.
        if (theirs.length > 0) await at.read(one(theirs, draw).bytes).catch(isGap);
      }
    }
    const [a, b] = [must(sides[0], "a network"), must(sides[1], "and another")];
    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, b],
      [b, a],
    ] as const) {
      for (const desk of [...all, ...all]) await desk.round();
      await to.director.read(await from.director.write());
    }
    for (const desk of [...all, ...all]) await desk.round();
    const wanted = await shown(a.director);
    for (const desk of all) {
      expect(await shown(desk)).toEqual(wanted);
      expect((await desk.desk.archive.relay.lines()).flatMap(({ refused }) => Object.keys(refused))).toEqual(
        [],
      );
    }
  },
);

function isGap(error: unknown): void {
  expect(String(error)).toContain('"gap"');
}
