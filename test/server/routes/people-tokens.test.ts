import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { expect, test } from "vitest";
import { makeCode, revokeDesk } from "../../../server/people/desks.ts";
import { enrol, GOOD_PASSWORD, hire, settle, type Office } from "../../support/office.ts";
import { browserOn, HOST, kindOf, officeApp } from "../../support/people-app.ts";

const ASKS = { host: HOST, "shouyue-tokens": "1", "content-type": "application/json" };

async function post(
  app: FastifyInstance,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const url = `/api/people/${path}`;
  return app.inject({ method: "POST", url, headers: { ...ASKS, ...headers }, payload: JSON.stringify(body) });
}

async function clerkOn(app: FastifyInstance, office: Office): Promise<{ desk: string; both: string }> {
  const issued = await hire(office, "lina", ["clerk"]);
  await settle(office, issued);
  const { code } = await makeCode(office.scene(), "desk");
  const enrolled = await post(app, "enrol", { code, deskName: "三楼工作站" });
  expect(kindOf(enrolled)).toBe("ok");
  expect(enrolled.cookies).toEqual([]);
  expect(enrolled.json()).toEqual({});
  const desk = String(enrolled.headers["shouyue-desk-token"]);
  const told = { login: "lina", password: GOOD_PASSWORD };
  const signedIn = await post(app, "sign-in", told, { authorization: `Bearer ${desk}` });
  expect(kindOf(signedIn)).toBe("ok");
  expect(signedIn.cookies).toEqual([]);
  return { desk, both: `Bearer ${desk}.${String(signedIn.headers["shouyue-session-token"])}` };
}

const hello = async (app: FastifyInstance, headers: Record<string, string>): Promise<string> =>
  kindOf(await app.inject({ url: "/api/hello", headers: { host: HOST, ...headers } }));

test("a desktop program enrols, signs in and works with its tokens in headers, without cookies or an origin", async () => {
  const { app, office } = await officeApp();
  const { desk, both } = await clerkOn(app, office);
  expect(desk).toMatch(/^[\w-]{43}$/);
  expect(await hello(app, { authorization: both })).toBe("ok");
  expect(await hello(app, { authorization: `Bearer ${desk}` })).toBe("signIn");
  const out = await post(app, "sign-out", {}, { authorization: both });
  expect(out.headers["shouyue-session-token"]).toBe("");
  expect(await hello(app, { authorization: both })).toBe("signIn");
});

test("what is kept of a desk's token is its hash alone", async () => {
  const { app, office } = await officeApp();
  const { desk } = await clerkOn(app, office);
  const rows = JSON.stringify(await office.database.whole.all("SELECT * FROM enrolled_desks", []));
  expect(rows).not.toContain(desk);
});

test("a revoked desk is out at its next call", async () => {
  const { app, office } = await officeApp();
  const { both } = await clerkOn(app, office);
  const [row] = await office.database.whole.all("SELECT id FROM enrolled_desks WHERE name = ?", [
    "三楼工作站",
  ]);
  await revokeDesk(office.scene(), String(row?.["id"]));
  expect(await hello(app, { authorization: both })).toBe("desk");
});

test("the token of another desk does not open a session", async () => {
  const { app, office } = await officeApp();
  const { both } = await clerkOn(app, office);
  const other = await enrol(office, "四楼工作站");
  const session = both.split(".")[1] ?? "";
  expect(await hello(app, { authorization: `Bearer ${other.token}.${session}` })).toBe("signIn");
});

test.each([
  ["its own page", { origin: `http://${HOST}`, "sec-fetch-site": "same-origin" }],
  ["a page that hides its origin", { "sec-fetch-site": "same-origin" }],
  ["a browser that sends a cookie", { cookie: "a=b" }],
])("a token is never put into the hands of %s", async (_who, headers) => {
  const { app, office } = await officeApp();
  const { code } = await makeCode(office.scene(), "desk");
  const answer = await post(app, "enrol", { code, deskName: "x" }, headers);
  expect(kindOf(answer)).toBe("ok");
  expect(answer.headers["shouyue-desk-token"]).toBeUndefined();
  expect(answer.cookies.map(({ name }) => name)).toEqual(["shouyue-desk"]);
});

test("a page of another site gets nowhere with a stolen token either", async () => {
  const { app, office } = await officeApp();
  const { both } = await clerkOn(app, office);
  expect(await hello(app, { authorization: both, origin: "https://evil.example" })).toBe("wrongOrigin");
  expect(await hello(app, { authorization: both, "sec-fetch-site": "cross-site" })).toBe("wrongOrigin");
});

test.each(["Bearer", "Bearer x", "Bearer .", "Basic YTpi", "bearer", `Bearer ${"a".repeat(43)}.b.c`, ""])(
  "the header %j is nobody's, also beside a good cookie",
  async (authorization) => {
    const { app, office } = await officeApp();
    const issued = await hire(office, "lina", ["clerk"]);
    const { token } = await settle(office, issued);
    const cookies = { "shouyue-desk": office.desk.token, "shouyue-session": token };
    expect(kindOf(await browserOn(app, cookies).get("/api/hello"))).toBe("ok");
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
    expect(await hello(app, { authorization, cookie })).toBe("desk");
  },
);
