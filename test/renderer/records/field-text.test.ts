import { expect, test } from "vitest";
import { registry } from "../../../shared/records/index.ts";
import { fieldText } from "../../../renderer/records/field-text.ts";

const context = {
  label: (label: { zh: string }) => label.zh,
  nameOf: (type: string, id: string) => `${type} ${id}`,
};
const { contract, clause, vendor, visit } = registry;

test("a list shows codes by their words, references by name, money in yuan and moments on the wall", () => {
  expect(fieldText(contract.fields.kind, "annual", context)).toBe("年度维护");
  expect(fieldText(contract.fields.vendorId, "v1", context)).toBe("vendor v1");
  expect(fieldText(contract.fields.systemIds, ["a", "b"], context)).toBe("system a、system b");
  expect(fieldText(contract.fields.amountFen, 36_800_000, context)).toBe("368,000.00");
  expect(fieldText(clause.fields.severities, ["critical", "urgent"], context)).toBe("特急、紧急");
  expect(fieldText(visit.fields.reportReceived, false, context)).toBe("否");
  expect(fieldText(registry.fax.fields.at, "2026-01-04T00:30:00.000Z", context)).toBe("2026-01-04 08:30");
});

test("a small table reads as one line", () => {
  const contacts = [{ name: "李工", phone: "138" }, { name: "王工" }];
  expect(fieldText(vendor.fields.contacts, contacts, context)).toBe("李工 138；王工");
});

test("a code that only a newer program knows shows as it is, and nothing shows as nothing", () => {
  expect(fieldText(contract.fields.kind, "lease", context)).toBe("lease");
  expect(fieldText(contract.fields.kind, undefined, context)).toBe("");
});
