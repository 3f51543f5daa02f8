import { beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../../../renderer/db/desk.ts";
import {
  earlierCandidates,
  laterCandidates,
  type Candidate,
} from "../../../../../renderer/screens/incidents/recurrences/candidates.ts";
import {
  earlierShown,
  laterShown,
  mostDays,
} from "../../../../../renderer/screens/incidents/recurrences/shown-recurrences.ts";
import { create, type Edit } from "../../../../../shared/commands/edit.ts";
import { must } from "../../../../../shared/lib/must.ts";
import { epochMs } from "../../../../../shared/lib/instants.ts";
import type { Incident } from "../../../../../shared/records/index.ts";
import { EMPTY_BOOK } from "../../../../../shared/rules/clauses/clause-book.ts";
import { isImported } from "../../../../../shared/rules/clauses/clause-clocks.ts";
import { incidentState } from "../../../../../shared/rules/incidents/state.ts";
import { deskInMemory } from "../../../../support/desk-in-memory.ts";
import { clauseOf, contractOf, wall } from "../../../../shared/rules/clauses/fixtures.ts";

const NOW = epochMs(wall("2026-11-05 13:00"));
const book = {
  ...EMPTY_BOOK,
  contracts: [contractOf({ reopenDays: 10 })],
  clauses: [clauseOf({ target: 5, coverage: "always" })],
};

let desk: Desk;
beforeEach(async () => {
  desk = deskInMemory(() => NOW);
  await save([
    create("system", "his", { name: "HIS", vendorId: "v1" }),
    create("system", "lis", { name: "LIS", vendorId: "v1" }),
    ...incident("n1", "2026-11-02 08:00", "2026-11-02 10:00"),
    ...incident("n2", "2026-11-05 09:00", undefined),
  ]);
});

async function save(edits: readonly Edit[]): Promise<void> {
  const saved = await desk.save({ zh: "试", en: "try" }, edits);
  expect(saved.ok).toBe(true);
}

function incident(
  id: string,
  reported: string,
  solved: string | undefined,
  data: Partial<Incident> = {},
): readonly Edit[] {
  const same = { systemId: "his", vendorId: "v1", severity: "normal", causeCode: "defect" } as const;
  const line = (kind: "reported" | "resolved", at: string): Edit =>
    create("incidentEvent", `${id}-${kind}`, { incidentId: id, kind, at: wall(at), recordedAt: wall(at) });
  return [
    create("incident", id, { number: id, title: `收费报错 ${id}`, ...same, ...data }),
    line("reported", reported),
    ...(solved === undefined ? [] : [line("resolved", solved)]),
  ];
}

async function fileOf(id: string): Promise<Candidate & { readonly imported: boolean }> {
  const found = must(await desk.get("incident", id), id);
  const lines = (await desk.childrenOf("incidentEvent", id)).map(({ data }) => data);
  const state = incidentState(found.data, lines);
  return { incident: found, lines, state, imported: isImported(found.data) };
}

const idsOf = (found: readonly Candidate[]): readonly string[] => found.map((one) => one.incident.id);

describe("where the card looks for the same fault", () => {
  it("reads what was solved in the days before, and what was reported in the days after", async () => {
    await save([
      ...incident("old", "2026-09-01 08:00", "2026-09-01 10:00"),
      ...incident("new", "2026-12-01 08:00", "2026-12-01 10:00"),
      ...incident("open", "2026-11-03 08:00", undefined),
      ...incident("lab", "2026-11-02 08:00", "2026-11-02 10:00", { systemId: "lis" }),
      ...incident("ledger", "2026-11-02 08:00", "2026-11-02 10:00", { evidence: "A" }),
    ]);
    expect(idsOf(await earlierCandidates(desk, await fileOf("n2"), 7))).toEqual(["n1"]);
    expect(idsOf(await laterCandidates(desk, await fileOf("n1"), 7))).toEqual(["n2", "open"]);
    expect(await laterCandidates(desk, await fileOf("n2"), 7)).toEqual([]);
  });

  it("finds the days of an old incident although more than a hundred came after it", async () => {
    const many = Array.from({ length: 130 }, (_, at) => {
      const day = `2026-12-${String(1 + (at % 28)).padStart(2, "0")}`;
      return incident(`m${at}`, `${day} 08:00`, `${day} 09:00`);
    });
    await save(many.flat());
    expect(idsOf(await earlierCandidates(desk, await fileOf("n2"), 7))).toEqual(["n1"]);
    expect(idsOf(await laterCandidates(desk, await fileOf("n1"), 7))).toEqual(["n2"]);
    expect(await earlierCandidates(desk, await fileOf("m27"), 60)).toHaveLength(100);
  });

  it("reads the incident that somebody named as the earlier one, in whatever system", async () => {
    await save([
      ...incident("lab", "2026-11-02 08:00", "2026-11-02 10:00", { systemId: "lis" }),
      ...incident("n3", "2026-11-04 09:00", undefined, { previousId: "lab" }),
    ]);
    expect(idsOf(await earlierCandidates(desk, await fileOf("n3"), 7))).toEqual(["lab", "n1"]);
  });

  it("reads nothing for a line of an old ledger", async () => {
    const imported = { evidence: "A" } as const;
    await save([
      ...incident("l1", "2026-11-02 08:00", "2026-11-02 10:00", imported),
      ...incident("l2", "2026-11-05 09:00", undefined, { ...imported, previousId: "n1" }),
    ]);
    expect(await earlierCandidates(desk, await fileOf("l2"), 7)).toEqual([]);
    expect(await laterCandidates(desk, await fileOf("l1"), 7)).toEqual([]);
  });
});

describe("a fault that came back, on both cards", () => {
  it("says the same on each: within the contract's days, with the earlier clause running on", async () => {
    const [first, second] = [await fileOf("n1"), await fileOf("n2")];
    const [onLater] = earlierShown(second, [first], book, NOW);
    const [onEarlier] = laterShown(first, [second], book, NOW);
    expect(onLater).toMatchObject({ other: { id: "n1" }, why: "sameCause", days: 10 });
    // Two hours before and four since, of five.
    expect(onLater?.clock).toMatchObject({ state: "breached", overrunMs: 3_600_000 });
    expect(onEarlier).toMatchObject({ other: { id: "n2" }, why: "sameCause", days: 10 });
    expect(onEarlier?.heldMs).toBe(onLater?.heldMs);
    expect(onEarlier?.clock).toMatchObject({ state: "breached", overrunMs: 3_600_000 });
  });

  it("promises nothing where no clause did", async () => {
    const [first, second] = [await fileOf("n1"), await fileOf("n2")];
    expect(earlierShown(second, [first], EMPTY_BOOK, NOW)).toMatchObject([{ days: 7, clock: undefined }]);
  });

  it("shows several later ones in their order, and none from another cause", async () => {
    await save([
      ...incident("n3", "2026-11-04 09:00", "2026-11-04 10:00"),
      ...incident("n4", "2026-11-04 11:00", undefined, { causeCode: "misuse" }),
    ]);
    const others = await Promise.all(["n2", "n3", "n4"].map(fileOf));
    const shown = laterShown(await fileOf("n1"), others, book, NOW);
    expect(shown.map(({ other }) => other.id)).toEqual(["n3", "n2"]);
  });

  it("is looked for as long as any contract says, and a week at least", () => {
    expect(mostDays(book)).toBe(10);
    expect(mostDays({ contracts: [contractOf({ reopenDays: 3 }), contractOf({})] })).toBe(7);
  });
});
