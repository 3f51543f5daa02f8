import { expect, it } from "vitest";
import { mergedFields } from "../../../shared/sync/merged.ts";
import { changeOf } from "../../support/changes.ts";

const record = { type: "vendor", recordId: "v1" };
const write = (desk: string, seq: number, name: string, seen: readonly string[] = []) => ({
  ...changeOf(desk, seq, {}, { ...record, ...(seen.length > 0 ? { seen: { name: [...seen] } } : {}) }),
  patch: { name },
});
const first = write("AAAAAA", 1, "东软");

it("tells of a name that two desks changed without seeing each other, the later one last", () => {
  const [a, b] = [write("AAAAAA", 2, "东软甲", [first.stamp]), write("BBBBBB", 3, "东软乙", [first.stamp])];
  expect(mergedFields([first, a, b])).toMatchObject([
    { field: "name", changes: [{ id: a.id }, { id: b.id }] },
  ]);
});

it("says nothing of one who changed it after the other, nor of two who wrote the same", () => {
  const a = write("AAAAAA", 2, "东软甲", [first.stamp]);
  expect(mergedFields([first, a, write("BBBBBB", 3, "东软乙", [a.stamp])])).toEqual([]);
  expect(mergedFields([first, a, write("BBBBBB", 3, "东软甲", [first.stamp])])).toEqual([]);
});

it("leaves money, times and dates to whoever decides", () => {
  const contract = { type: "contract", recordId: "k1" };
  const changes = ["AAAAAA", "BBBBBB"].map((desk, at) => ({
    ...changeOf(desk, at + 1, {}, contract),
    patch: { amountFen: at },
  }));
  expect(mergedFields(changes)).toEqual([]);
});
