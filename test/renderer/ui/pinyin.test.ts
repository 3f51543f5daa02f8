import { expect, test } from "vitest";
import { must } from "../../../shared/lib/must.ts";
import { loadInitials, matchesPinyin } from "../../../renderer/ui/pinyin.ts";

test("without a network the tables are not there, and are asked for again once there is one", async () => {
  const cutOff = async (): Promise<never> => Promise.reject(new TypeError("Failed to fetch"));
  expect(await loadInitials(cutOff)).toBeUndefined();
  expect(await loadInitials()).toBeDefined();
});

test("a vendor is found by its characters, its initials, and letters inside its name", async () => {
  const initials = must(await loadInitials(), "the tables are at hand");
  expect(initials("东软集团HIS")).toBe("drjthis");
  expect(matchesPinyin("东软集团", "dr", initials)).toBe(true);
  expect(matchesPinyin("东软集团", "软集", initials)).toBe(true);
  expect(matchesPinyin("东软集团", "DRJT", initials)).toBe(true);
  expect(matchesPinyin("东软集团", "wn", initials)).toBe(false);
});

test("what is typed is looked for as it stands while the pinyin tables load", () => {
  expect(matchesPinyin("卫宁健康", "卫宁", undefined)).toBe(true);
  expect(matchesPinyin("卫宁健康", "wn", undefined)).toBe(false);
});
