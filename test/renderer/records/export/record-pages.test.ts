import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { openDesk } from "../../../../renderer/db/open-desk.ts";
import { recordPages } from "../../../../renderer/records/export/record-pages.ts";
import { create } from "../../../../shared/commands/edit.ts";
import { exportTable } from "../../../../shared/import/export-table.ts";

describe("a register on its way to a file", () => {
  it.each([3, 1203])(
    "comes in the list's order, %i records in pages of five hundred, with names for ids",
    async (count) => {
      const desk = await openDesk({ name: `export-${count}`, now: () => 1_700_000_000_000, index: "inline" });
      const [vendorId = "", ...ids] = await desk.newIds(count + 1);
      const systems = ids.map((id, at) =>
        create("system", id, { name: `系统${String(at).padStart(5, "0")}`, vendorId }),
      );
      const saved = await desk.save({ zh: "建", en: "Made" }, [
        create("vendor", vendorId, { name: "东软" }),
        ...systems,
      ]);
      expect(saved.ok).toBe(true);
      const sort = { column: "name", descending: true };
      const view = await desk.list("system").query({ search: "", filters: {}, sort });
      const pages = [];
      for await (const rows of recordPages(desk, "system", view, "zh")) pages.push(rows);
      desk.close();
      expect(pages.map(({ length }) => length)).toEqual(count === 3 ? [3] : [500, 500, 203]);
      const { header } = exportTable("system", [], () => undefined);
      const first = pages[0]?.[0] ?? [];
      expect(first[header.indexOf("系统名称")]).toBe(`系统${String(count - 1).padStart(5, "0")}`);
      expect(first).toContain("东软");
    },
  );
});
