import { readFileSync, statSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tokenKeeper } from "../../../electron/service/tokens.ts";
import type { Keychain } from "../../../electron/security/secrets.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const TOKENS = { address: "https://a", desk: "d".repeat(43), session: "s".repeat(43) };

function keychain(isSafe: boolean): Keychain {
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 255);
  return {
    isSafe: () => Promise.resolve(isSafe),
    encrypt: (text) => Promise.resolve(turned(Buffer.from(text))),
    decrypt: (bytes) => Promise.resolve(Buffer.from(turned(bytes)).toString()),
  };
}

test("with a keychain nothing readable is on the disk", async () => {
  const folder = tempFolder();
  const [sealed, plain] = [join(folder, "sealed"), join(folder, "plain")];
  const keeper = tokenKeeper(sealed, plain, keychain(true));
  await keeper.keep(TOKENS);
  expect(await keeper.keptBy()).toBe("keychain");
  expect(await keeper.read()).toEqual(TOKENS);
  expect(existsSync(plain)).toBe(false);
  expect(readFileSync(sealed, "utf8")).not.toContain(TOKENS.desk);
  await keeper.forget();
  expect(await keeper.read()).toBeUndefined();
});

test("without one they are in a file for this user alone, and move to the keychain when there is one", async () => {
  const folder = tempFolder();
  const [sealed, plain] = [join(folder, "sealed"), join(folder, "plain")];
  const keeper = tokenKeeper(sealed, plain, keychain(false));
  await keeper.keep(TOKENS);
  expect(await keeper.keptBy()).toBe("file");
  expect(await keeper.read()).toEqual(TOKENS);
  if (process.platform !== "win32") expect(statSync(plain).mode & 0o777).toBe(0o600);
  const later = tokenKeeper(sealed, plain, keychain(true));
  expect(await later.read()).toEqual(TOKENS);
  await later.keep(TOKENS);
  expect(existsSync(plain)).toBe(false);
});

test.each(["", "{}", "null", '{"address":1}', "\u0000"])(
  "a file that holds %j is as good as none",
  async (text) => {
    const plain = join(tempFolder(), "plain");
    writeFileSync(plain, text);
    expect(await tokenKeeper(`${plain}.sealed`, plain, keychain(false)).read()).toBeUndefined();
  },
);
