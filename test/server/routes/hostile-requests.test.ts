import type { InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import { changeOf } from "../../support/changes.ts";
import { serviceApp } from "../../support/service-app.ts";

const host = "127.0.0.1:4180";
const json = { host, "content-type": "application/json" };
const good = { changes: [changeOf("AAAAAA", 1)] };
const push = (more: Partial<InjectOptions>): InjectOptions => ({
  method: "POST",
  url: "/api/push",
  headers: json,
  payload: good,
  ...more,
});
const typed = (type: string): InjectOptions =>
  push({ headers: { host, "content-type": type }, payload: JSON.stringify(good) });
const patched = (text: string): InjectOptions =>
  push({ payload: JSON.stringify(good).replace('"patch":{', `"patch":{${text},`) });

const table: readonly (readonly [string, InjectOptions, number, string])[] = [
  [
    "a name that was rebound to this machine",
    push({ headers: { ...json, host: "evil.example:4180" } }),
    421,
    "wrongHost",
  ],
  [
    "a host that only begins like ours",
    push({ headers: { ...json, host: "127.0.0.1.evil.example" } }),
    421,
    "wrongHost",
  ],
  [
    "the machine's address on the network",
    push({ headers: { ...json, host: "192.168.1.9:4180" } }),
    421,
    "wrongHost",
  ],
  ["another site's page", push({ headers: { ...json, origin: "http://evil.example" } }), 403, "wrongOrigin"],
  [
    "another program's page on this machine",
    push({ headers: { ...json, origin: "http://127.0.0.1:9999" } }),
    403,
    "wrongOrigin",
  ],
  ["a page without an origin of its own", push({ headers: { ...json, origin: "null" } }), 403, "wrongOrigin"],
  [
    "another site that only reads",
    { url: "/api/hello", headers: { host, "sec-fetch-site": "cross-site" } },
    403,
    "wrongOrigin",
  ],
  ["a form's content type", typed("text/plain"), 415, "badContentType"],
  ["no content type", typed(""), 415, "badContentType"],
  ["a tab behind the content type (CVE-2026-25223)", typed("application/json\ta"), 415, "badContentType"],
  ["a tab before the parameter", typed("application/json\t;charset=utf-8"), 415, "badContentType"],
  ["two content types in one", typed("application/json, text/plain"), 415, "badContentType"],
  ["another character set", typed("application/json; charset=utf-7"), 415, "badContentType"],
  ["text that is not JSON", push({ payload: '{"changes":' }), 400, "badRequest"],
  ["an empty body", push({ payload: "" }), 400, "badRequest"],
  ["no change at all", push({ payload: { changes: [] } }), 400, "badRequest"],
  ["a key that reaches for the prototype", patched('"__proto__":{"admin":true}'), 400, "badRequest"],
  ["a constructor in disguise", patched('"constructor":{"prototype":{"admin":true}}'), 400, "badRequest"],
  [
    "brackets a hundred thousand deep",
    patched(`"note":${"[".repeat(100_000)}${"]".repeat(100_000)}`),
    400,
    "badRequest",
  ],
  ["objects forty deep", patched(`"note":${'{"a":'.repeat(40)}1${"}".repeat(40)}`), 400, "badRequest"],
  [
    "a desk whose name is a number",
    push({ payload: { changes: [{ ...changeOf("AAAAAA", 1), desk: 7 }] } }),
    400,
    "notOneDesk",
  ],
  [
    "a desk named with a control character",
    push({ payload: { changes: [changeOf("A\u0000", 1)] } }),
    400,
    "notOneDesk",
  ],
  [
    "two desks in one push",
    push({ payload: { changes: [changeOf("AAAAAA", 1), changeOf("BBBBBB", 1)] } }),
    400,
    "notOneDesk",
  ],
  ["a push of 17 MiB", patched(`"note":"${"x".repeat(17 * 1024 * 1024)}"`), 413, "tooLarge"],
  [
    "a cursor that is no number",
    { url: "/api/pull?after=1%20OR%201=1", headers: { host } },
    400,
    "badRequest",
  ],
  ["a cursor below zero", { url: "/api/pull?after=-1", headers: { host } }, 400, "badRequest"],
  ["a page without end", { url: "/api/pull?after=0&limit=999999", headers: { host } }, 400, "badRequest"],
  ["a cursor given twice", { url: "/api/pull?after=0&after=1", headers: { host } }, 400, "badRequest"],
  [
    "a blob named like a path",
    { url: "/api/blobs/..%2f..%2faddress.json", headers: { host } },
    400,
    "badRequest",
  ],
  ["a blob that is not there", { url: `/api/blobs/${"0".repeat(64)}`, headers: { host } }, 404, "notFound"],
  ["an address that does not exist", { url: "/api/admin", headers: { host } }, 404, "notFound"],
  ["a path out of the folder", { url: "/..%2f..%2fpackage.json", headers: { host } }, 404, "notFound"],
];

describe("the service turns away", () => {
  test.each(table)("%s", async (_name, request, status, kind) => {
    const { app, store, lines } = serviceApp();
    const answer = await app.inject(request);
    expect([answer.statusCode, answer.json<{ failure: { kind: string } }>().failure.kind]).toEqual([
      status,
      kind,
    ]);
    expect(answer.body).not.toMatch(/node_modules|\.ts:|Error:/);
    expect(await store.newest("office")).toBe(0);
    expect(lines).toEqual([]);
  });
});

const wrongs: readonly (readonly [string, InjectOptions["payload"], string])[] = [
  ["named with a control character", { ...changeOf("AAAAAA", 1), recordId: "a\u0000b" }, "malformed"],
  [
    "named with half a letter",
    JSON.stringify(changeOf("AAAAAA", 1)).replace('AAAAAA-000000001"', 'A\\ud800"'),
    "malformed",
  ],
  ["with a field that no change has", { ...changeOf("AAAAAA", 1), seq: 1 }, "malformed"],
  ["with a number where a text belongs", { ...changeOf("AAAAAA", 1), author: 7 }, "malformed"],
  ["in another desk's name", { ...changeOf("AAAAAA", 1), id: "B:1" }, "notItself"],
  ["with a tombstone that is none", changeOf("AAAAAA", 1, { $deleted: "yes" }), "badDeletion"],
];

test.each(wrongs)(
  "a change %s is refused by its code, and leaves nothing behind",
  async (_name, wrong, code) => {
    const { app, store } = serviceApp();
    const text = typeof wrong === "string" ? wrong : JSON.stringify(wrong);
    const answer = await app.inject(push({ payload: `{"changes":[${text}]}` }));
    expect(answer.json()).toEqual({ mark: 1, verdicts: [{ deskSeq: 1, code }], appended: 0, newest: 0 });
    expect(await store.recordsOf("office", "incident", 10)).toEqual([]);
  },
);

test("the window's own page may write, whichever of the loopback names it uses", async () => {
  const { app } = serviceApp();
  for (const name of ["127.0.0.1:4180", "localhost:4180", "[::1]:4180"]) {
    const headers = { ...json, host: name, origin: `http://${name}`, "sec-fetch-site": "same-origin" };
    expect((await app.inject(push({ headers }))).statusCode).toBe(200);
  }
});

test("an error of our own says so without saying more, and is logged without what people wrote", async () => {
  const { app, store, lines } = serviceApp();
  await store.close();
  const answer = await app.inject(push({}));
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ failure: { kind: "ourFault" } });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("POST /api/push");
  expect(lines[0]).not.toContain("门诊");
});
