import { describe, expect, test } from "vitest";
import { registry } from "../../../shared/records/index.ts";
import { fieldsOf } from "../../../renderer/records/fields-of.ts";
import { filled, patchBetween } from "../../../renderer/records/form-values.ts";

const vendor = fieldsOf("vendor");

describe("what a form saves", () => {
  test("has no blanks around texts, no empty fields and no empty rows", () => {
    const values = {
      name: "  东软集团 ",
      hotline: "   ",
      contacts: [{ name: " 李工", phone: "" }, {}, { name: " " }],
      tiers: [{}],
    };
    const data = filled(vendor, values);
    expect(data).toEqual({ name: "东软集团", contacts: [{ name: "李工" }] });
    expect(registry.vendor.schema.safeParse(data).success).toBe(true);
  });

  test("keeps an answer of no and an amount of nothing: they are answers", () => {
    const calendar = filled(fieldsOf("calendar"), { name: "5×8", followsOfficialHolidays: false });
    expect(calendar).toEqual({ name: "5×8", followsOfficialHolidays: false });
    expect(filled(fieldsOf("contract"), { amountFen: 0 })).toEqual({ amountFen: 0 });
  });

  test("is only what was changed, so that another desk's edit of another field survives", () => {
    const before = { name: "东软", hotline: "400", fax: "010" };
    expect(patchBetween(vendor, before, { name: "东软集团", hotline: "400" })).toEqual({
      name: "东软集团",
      fax: null,
    });
  });

  test("is nothing when nothing was changed", () => {
    const before = { name: "东软", contacts: [{ name: "李工" }] };
    expect(patchBetween(vendor, before, filled(vendor, before))).toEqual({});
  });

  test("leaves a field alone that only a newer program knows", () => {
    const before = { name: "东软", rating: "AAA" };
    expect(patchBetween(vendor, before, filled(vendor, before))).toEqual({});
  });
});
