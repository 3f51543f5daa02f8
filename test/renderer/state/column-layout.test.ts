import { expect, test } from "vitest";
import { useColumnLayouts } from "../../../renderer/state/column-layout.ts";

test("each list remembers its own columns, and can be put back as it was", () => {
  const { change, reset } = useColumnLayouts.getState();
  change("records.vendor", { widths: { name: 300 } });
  change("records.vendor", { shown: { fax: false } });
  change("incidents", { widths: { title: 500 } });
  const { layouts } = useColumnLayouts.getState();
  expect(layouts["records.vendor"]).toEqual({ order: [], shown: { fax: false }, widths: { name: 300 } });
  reset("records.vendor");
  expect(useColumnLayouts.getState().layouts["records.vendor"]?.widths).toEqual({});
  expect(useColumnLayouts.getState().layouts["incidents"]?.widths).toEqual({ title: 500 });
});
