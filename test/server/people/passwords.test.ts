import { describe, expect, test } from "vitest";
import { hashPassword, isOutdated, isPassword } from "../../../server/people/passwords.ts";
import {
  freshCode,
  freshId,
  freshToken,
  hashOfToken,
  initialPassword,
  readCode,
} from "../../../server/people/tokens.ts";

describe("a password that is kept", () => {
  test("opens for the one who knows it, and for nobody else", async () => {
    const kept = await hashPassword("雨后的老城墙很安静啊");
    expect(await isPassword("雨后的老城墙很安静啊", kept)).toBe(true);
    expect(await isPassword("雨后的老城墙很安静", kept)).toBe(false);
    expect(await isPassword("", kept)).toBe(false);
  });

  test("carries its parameters and a salt of its own, and never the password", async () => {
    const [one, two] = [await hashPassword("k7#vQ2p!xWz"), await hashPassword("k7#vQ2p!xWz")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(one).not.toContain("k7#vQ2p");
  });

  test("is the same whichever way a keyboard composes its letters", async () => {
    const kept = await hashPassword("café au lait!");
    expect(await isPassword("cafe\u0301 au lait!", kept)).toBe(true);
  });

  test("of nobody opens for nothing", async () => {
    expect(await isPassword("whatever it is", undefined)).toBe(false);
  });

  test("is made anew when the parameters have moved on", async () => {
    const kept = await hashPassword("k7#vQ2p!xWz");
    expect(isOutdated(kept)).toBe(false);
    expect(isOutdated(kept.replace("t=2", "t=1"))).toBe(true);
  });
});

test("tokens are 256 bits, ids tell nothing, and none comes twice", () => {
  expect(Buffer.from(freshToken(), "base64url")).toHaveLength(32);
  const drawn = Array.from({ length: 200 }, () => [
    freshToken(),
    freshCode(),
    freshId("a"),
    initialPassword(),
  ]).flat();
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(hashOfToken("a")).toMatch(/^[0-9a-f]{64}$/);
});

test("a code that was read over the telephone is forgiven its case, blanks and look-alikes", () => {
  const code = freshCode();
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  expect(readCode(` ${code.toLowerCase().replaceAll("-", " ")} `)).toBe(code);
  expect(readCode("oil1-0000-0000-0000")).toBe("0111-0000-0000-0000");
  expect(readCode("")).toBe("");
});
