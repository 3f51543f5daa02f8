import { describe, expect, test } from "vitest";
import { passwordFailure } from "../../../../shared/rules/rights/password.ts";
import { isOverdue, kindsIn, PROFILES } from "../../../../shared/rules/rights/profiles.ts";

const context = ["lina", "第一人民医院", "信息科", "Renmin Hospital"];

describe("a password is refused", () => {
  test.each([
    ["", "tooShort"],
    ["Ab1!Ab1!x", "tooShort"],
    ["一二三四五六七八九", "tooShort"],
    ["x".repeat(129), "tooLong"],
    ["aaaaaaaaaa", "tooSimple"],
    ["ababababab", "tooSimple"],
    ["1234567890", "tooSimple"],
    ["0987654321", "tooSimple"],
    ["abcdefghij", "tooSimple"],
    ["qwertyuiop", "tooSimple"],
    ["1qaz2wsx3edc", "tooSimple"],
    ["!@#$%^&*()", "tooSimple"],
    ["Password123", "common"],
    ["P@ssw0rd2026", "common"],
    ["admin12345", "common"],
    ["xinxike2026", "common"],
    ["5201314abc", "common"],
    ["changeme!!", "common"],
    ["lina-20261", "guessable"],
    ["L1na!!2026", "guessable"],
    ["第一人民医院2026", "guessable"],
    ["renminhospital1", "guessable"],
  ])("%s", (password, kind) => {
    expect(passwordFailure(password, context, PROFILES.standard)?.kind).toBe(kind);
  });
});

describe("a password is taken", () => {
  test.each([
    "correct horse battery staple",
    "雨后的老城墙很安静啊",
    "k7#vQ2p!xWz",
    "lina walks to the river at dawn",
    "Password is the worst of all words",
    "m4Jbt-9cwrp-22h",
    "x".repeat(3) + "3kd8fj20alqpw".repeat(9),
  ])("%s", (password) => {
    expect(passwordFailure(password, context, PROFILES.standard)).toBeUndefined();
  });
});

test("an empty context word forbids nothing", () => {
  expect(passwordFailure("k7#vQ2p!xWz", ["", "  ", "k7"], PROFILES.standard)).toBeUndefined();
});

describe("the rules of classified protection, level three", () => {
  test.each([
    ["correct horse battery staple", "tooFewKinds"],
    ["雨后的老城墙很安静啊", "tooFewKinds"],
    ["k7vQ2p!x", "tooShort"],
    ["P@ssw0rd2026", "common"],
    ["k7#vQ2p!xWz", undefined],
    ["雨后Old老城墙7安静啊", undefined],
  ])("%s: %s", (password, kind) => {
    expect(passwordFailure(password, [], PROFILES.levelThree)?.kind).toBe(kind);
  });

  test("count four kinds of characters, of every script", () => {
    expect(["", "abc", "aB", "aB1", "aB1-", "城", "É3é", "１"].map(kindsIn)).toEqual([
      0, 1, 2, 3, 4, 1, 3, 1,
    ]);
  });

  test("ask for another password after ninety days, and the usual rules never do", () => {
    const day = 86_400_000;
    expect(isOverdue(PROFILES.levelThree, 0, 90 * day - 1)).toBe(false);
    expect(isOverdue(PROFILES.levelThree, 0, 90 * day)).toBe(true);
    expect(isOverdue(PROFILES.standard, 0, 4000 * day)).toBe(false);
  });
});
