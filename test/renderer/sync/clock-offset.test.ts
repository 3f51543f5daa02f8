import { expect, it } from "vitest";
import { clockOffset, TOLERATED_MS } from "../../../renderer/sync/clock-offset.ts";

const NOON = Date.UTC(2026, 10, 22, 4);
const header = new Date(NOON).toUTCString();

it.each([
  ["right", header, NOON + 400, NOON + 600, 0],
  ["ten days behind", header, NOON - 864_000_000, NOON - 864_000_000, -864_000_500],
  ["three minutes ahead", header, NOON + 180_000, NOON + 181_000, 180_000],
  ["of which the service says nothing", null, NOON, NOON, undefined],
  ["of which the service says nonsense", "昨天", NOON, NOON, undefined],
  ["that jumped back while asking", header, NOON, NOON - 1, undefined],
  ["that cannot be told because the answer took minutes", header, NOON, NOON + TOLERATED_MS, undefined],
])("a clock %s", (_, date, asked, heard, offset) => {
  expect(clockOffset(date, asked, heard)).toBe(offset);
});
