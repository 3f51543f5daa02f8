import { expect, it } from "vitest";
import { WRITTEN_BY_PRODUCT } from "../../../shared/records/written-by-product.ts";

it("lets no form and no spreadsheet write what proves something", () => {
  expect(WRITTEN_BY_PRODUCT).toEqual(
    expect.arrayContaining([
      "incidentEvent",
      "verdict",
      "breach",
      "entitlementEntry",
      "obligationEntry",
      "alertAnswer",
      "fax",
    ]),
  );
  for (const type of ["contract", "clause", "incident", "entitlement", "obligation"] as const) {
    expect(WRITTEN_BY_PRODUCT).not.toContain(type);
  }
});
