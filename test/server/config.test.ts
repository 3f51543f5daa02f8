import { expect, test } from "vitest";
import { defaultFolder, readConfig } from "../../server/config.ts";

test("without flags the data goes to the user's own folder of each system", () => {
  expect(defaultFolder("linux", { HOME: "/home/w" })).toBe("/home/w/.local/share/Shouyue");
  expect(defaultFolder("linux", { HOME: "/home/w", XDG_DATA_HOME: "/d" })).toBe("/d/Shouyue");
  expect(defaultFolder("darwin", { HOME: "/Users/w" })).toBe("/Users/w/Library/Application Support/Shouyue");
  expect(defaultFolder("win32", { APPDATA: "/Roaming" })).toBe("/Roaming/Shouyue");
});

test("a flag that is not known, or a port that is none, is explained", () => {
  for (const argv of [["--prot", "1"], ["--port", "x"], ["--port", "70000"], ["--port"], ["file"]]) {
    expect(readConfig(argv, {}).ok).toBe(false);
  }
  expect(readConfig(["--port", "4181"], { HOME: "/h" })).toMatchObject({ ok: true, value: { port: 4181 } });
});

test("init is about one hospital, by a name that needs no quoting", () => {
  expect(readConfig(["init"], {})).toMatchObject({ ok: true, value: { command: "init", tenant: "office" } });
  expect(readConfig(["init", "--tenant", "renmin-2"], {})).toMatchObject({ value: { tenant: "renmin-2" } });
  for (const tenant of ["", "Office", "a b", "a'b", "../x", "x".repeat(33)])
    expect(readConfig(["init", "--tenant", tenant], {}).ok).toBe(false);
  expect(readConfig(["init", "init"], {}).ok).toBe(false);
});

test("beyond this machine it asks for TLS and for the address that browsers call", () => {
  const host = ["--host", "0.0.0.0"];
  const tls = ["--tls-cert", "c.pem", "--tls-key", "k.pem"];
  const origin = ["--origin", "https://shouyue.hospital.local"];
  const bad = [host, [...host, ...tls], [...host, ...origin], [...host, "--insecure-lab"], tls.slice(0, 2)];
  for (const argv of bad) expect(readConfig(argv, {}).ok).toBe(false);
  for (const odd of ["shouyue", "https://a/b", "ftp://a", "https://a/"]) {
    expect(readConfig([...host, ...tls, "--origin", odd], {}).ok).toBe(false);
  }
  expect(readConfig([...host, ...tls, ...origin], {})).toMatchObject({
    ok: true,
    value: { host: "0.0.0.0", origins: ["https://shouyue.hospital.local"] },
  });
  const lab = readConfig([...host, "--origin", "http://10.0.0.5:4180", "--insecure-lab"], {});
  expect(lab).toMatchObject({ ok: true, value: { tls: undefined } });
  expect(readConfig(["--host", "::1"], {}).ok).toBe(true);
});

test("backup and restore name their file, PostgreSQL its address, and few days are not kept", () => {
  for (const argv of [["backup"], ["restore", "--to", "x"], ["--database", "mysql://h/x"], ["erase"]]) {
    expect(readConfig(argv, {}).ok).toBe(false);
  }
  expect(readConfig(["--retention-days", "34"], {}).ok).toBe(false);
  expect(readConfig(["backup", "--to", "/b/x"], { SHOUYUE_DATABASE: "postgres://h/x" })).toMatchObject({
    value: { command: "backup", file: "/b/x", database: "postgres://h/x" },
  });
});
