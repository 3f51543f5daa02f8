import { pinyin } from "pinyin-pro";
import { expect, test } from "vitest";
import { INITIAL_LETTERS } from "../../../renderer/db/initial-letters.ts";
import { initialsOf } from "../../../renderer/db/initials.ts";

test.each([
  ["门诊收费", "mzsf"],
  ["东软集团HIS 3号楼", "drjthis3hl"],
  ["，。！? \n", ""],
  ["\u{20000}é", ""],
  ["", ""],
])("%j is found by %j", (text, initials) => {
  expect(initialsOf(text)).toBe(initials);
});

test("every character has the letter that the pinyin dictionary gives it first", () => {
  const letters = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => {
    const letter = pinyin(String.fromCharCode(0x4e00 + at), { pattern: "first", toneType: "none" })[0] ?? "";
    return /^[a-z]$/.test(letter) ? letter : "-";
  });
  expect(INITIAL_LETTERS).toBe(letters.join(""));
});
