import type { Choices } from "../lib/fields.ts";

/** How far the hospital is from whoever must come (checklist T02, T12). */
export const REGIONS = {
  city: { zh: "市内", en: "Same city" },
  province: { zh: "省内", en: "Same province" },
  nation: { zh: "省外", en: "Elsewhere" },
} as const satisfies Choices;
