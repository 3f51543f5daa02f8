import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { openDesk } from "../../../../renderer/db/open-desk.ts";
import { create } from "../../../../shared/commands/edit.ts";
import { label, pack, rowCount } from "./packed-office.ts";

it("packs page after page of the size that the product has, each looking through those before it", async () => {
  const name = "whole-pages";
  const desk = await openDesk({ name, now: () => Date.UTC(2026, 8, 1), index: "inline" });
  const ids = await desk.newIds(1100);
  // As records come from another desk: their ids lie anywhere among those that are packed.
  const edits = ids.map((id, n) =>
    create("alertAnswer", `${String((n * 7919) % 1100).padStart(4, "0")}${id}`, {
      alertKey: id,
      kind: "seen",
      at: "2026-08-30T02:00:00.000Z",
    }),
  );
  await desk.save(label, edits);
  const answers = async () => (await desk.all("alertAnswer")).sort((a, b) => (a.id < b.id ? -1 : 1));
  const before = await answers();
  expect(await pack(name)).toBeGreaterThan(500);
  expect(await rowCount(name, "alertAnswer")).toBeLessThan(600);
  expect(await answers()).toEqual(before);
  await desk.save(
    label,
    edits.map(({ id }) => ({
      type: "alertAnswer",
      id: `x${id}`,
      patch: { alertKey: id, kind: "seen", at: "2026-08-30T02:00:00.000Z" },
    })),
  );
  expect(await pack(name)).toBeGreaterThan(500);
  desk.close();
});
