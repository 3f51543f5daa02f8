import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { secretsIn, type Keychain } from "../../../electron/security/secrets.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
const trialKeychain: Keychain = {
  isSafe: () => Promise.resolve(true),
  encrypt: (text) => Promise.resolve(turned(Buffer.from(text))),
  decrypt: (bytes) => Promise.resolve(turned(bytes).toString("utf8")),
};

test("a secret is read back, after a restart too, and is nowhere in the clear", async () => {
  const file = join(tempFolder(), "secrets.json");
  expect(await secretsIn(file, trialKeychain).keep("token", "保密-12345")).toBe(true);
  expect(readFileSync(file, "utf8")).not.toContain("12345");
  expect(await secretsIn(file, trialKeychain).read("token")).toBe("保密-12345");
  expect(await secretsIn(file, trialKeychain).read("other")).toBeNull();
});

test("where the system cannot keep it safe, nothing is written down", async () => {
  const file = join(tempFolder(), "secrets.json");
  const unsafe = { ...trialKeychain, isSafe: () => Promise.resolve(false) };
  expect(await secretsIn(file, unsafe).keep("token", "x")).toBe(false);
  expect(() => readFileSync(file)).toThrow();
});

test("secrets kept at the same moment are all kept", async () => {
  const secrets = secretsIn(join(tempFolder(), "secrets.json"), trialKeychain);
  await Promise.all(["a", "b", "c"].map((name) => secrets.keep(name, `of ${name}`)));
  expect(await Promise.all(["a", "b", "c"].map((name) => secrets.read(name)))).toEqual([
    "of a",
    "of b",
    "of c",
  ]);
});

test("a damaged file, or a keychain that no longer opens it, holds nothing", async () => {
  const file = join(tempFolder(), "secrets.json");
  writeFileSync(file, "{ not json");
  const secrets = secretsIn(file, { ...trialKeychain, decrypt: () => Promise.reject(new Error("locked")) });
  expect(await secrets.read("token")).toBeNull();
  await secrets.keep("token", "x");
  expect(await secrets.read("token")).toBeNull();
});
