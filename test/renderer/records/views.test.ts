import { expect, test } from "vitest";
import { viewOf } from "../../../renderer/records/views.ts";
import { fieldsOf } from "../../../renderer/records/fields-of.ts";
import { RECORD_TYPES, registry } from "../../../shared/records/index.ts";

test("a vendor's file shows its systems with their versions, its contracts and its visits", () => {
  expect(viewOf("vendor").naming?.map(({ type }) => type)).toEqual(["system", "contract", "visit"]);
  expect(viewOf("vendor").naming?.[0]?.columns).toContain("softwareVersion");
  expect(viewOf("system").children).toEqual(["module"]);
});

test("the hospital's profile is kept once, with its beds, grade and campus", () => {
  expect(Object.keys(registry.hospital.fields)).toEqual(
    expect.arrayContaining(["name", "grade", "beds", "campus", "office"]),
  );
});

test("what a page lists names that page's record, in columns that exist", () => {
  for (const type of RECORD_TYPES) {
    for (const naming of viewOf(type).naming ?? []) {
      const fields = new Map(fieldsOf(naming.type));
      expect(fields.get(naming.by)?.refersTo).toBe(type);
      expect(naming.columns.filter((column) => !fields.has(column))).toEqual([]);
    }
  }
});
