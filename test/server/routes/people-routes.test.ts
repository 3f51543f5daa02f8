import { describe, expect, test } from "vitest";
import {
  zAccounts,
  zAuditPage,
  zDesks,
  zIssued,
  zMe,
  zSessions,
  zSetUpDone,
} from "../../../shared/people/wire.ts";
import { initCode } from "../../../server/people/set-up.ts";
import { GOOD_PASSWORD, hire, START_MS } from "../../support/office.ts";
import { browserOn, emptyApp, HOST, kindOf, officeApp, signedIn } from "../../support/people-app.ts";
import { serviceApp } from "../../support/service-app.ts";

describe("a service where nobody was set up", () => {
  test("asks nobody to sign in, and has nobody to act on", async () => {
    const { app } = serviceApp();
    const browser = browserOn(app);
    expect((await browser.get("/api/people/me")).json()).toEqual({ isNeeded: false });
    expect(kindOf(await browser.get("/api/hello"))).toBe("ok");
    for (const path of ["accounts", "desks", "sessions", "audit", "my-sessions", "names"])
      expect(kindOf(await browser.get(`/api/people/${path}`))).toBe("notSetUp");
    const told = { login: "system", password: "x" };
    expect(kindOf(await browser.post("/api/people/sign-in", told))).toBe("notSetUp");
  });

  test("that listens beyond this machine is shut to everybody until it is", async () => {
    const { app } = serviceApp({ trusted: { origins: [`http://${HOST}`], scheme: "http" } });
    expect(kindOf(await browserOn(app).get("/api/hello"))).toBe("desk");
  });
});

test("from init to a day's work: set up, change the one-time password, hire, grant, sign in, sign out", async () => {
  const { app, database } = emptyApp();
  const first = browserOn(app);
  const { code } = await initCode(database, "office", START_MS);
  const officers = [
    { login: "system", name: "张系统" },
    { login: "security", name: "李安全" },
    { login: "audit", name: "王审计" },
  ];
  const done = await first.post("/api/people/set-up", { code, deskName: "一号机", officers });
  const issued = zSetUpDone.parse(done.json()).officers;
  expect(kindOf(await browserOn(app).get("/api/hello"))).toBe("desk");

  const enter = async (login: string, initial: string): Promise<void> => {
    const me = zMe.parse((await first.post("/api/people/sign-in", { login, password: initial })).json());
    expect(me).toMatchObject({ desk: { name: "一号机" }, person: { login, mustChange: true } });
    expect(kindOf(await first.get("/api/people/names"))).toBe("passwordMustChange");
    const told = { old: initial, fresh: `${GOOD_PASSWORD}${login}` };
    expect(kindOf(await first.post("/api/people/password", told))).toBe("ok");
  };
  await enter("system", issued[0]?.initialPassword ?? "");
  const lina = zIssued.parse(
    (await first.post("/api/people/accounts", { login: "lina", name: "李娜" })).json(),
  );
  const { code: deskCode } = (await first.post("/api/people/desks/code")).json<{ code: string }>();
  expect(kindOf(await first.post("/api/people/sign-out"))).toBe("ok");
  expect(kindOf(await first.get("/api/people/names"))).toBe("signIn");

  await enter("security", issued[1]?.initialPassword ?? "");
  expect(kindOf(await first.post(`/api/people/accounts/${lina.id}/roles`, { roles: ["clerk"] }))).toBe("ok");
  const accounts = zAccounts.parse((await first.get("/api/people/accounts")).json());
  expect(accounts.accounts.find(({ id }) => id === lina.id)).toMatchObject({
    roles: ["clerk"],
    state: "active",
  });
  zDesks.parse((await first.get("/api/people/desks")).json());
  zSessions.parse((await first.get("/api/people/sessions")).json());

  const second = browserOn(app);
  expect(kindOf(await second.post("/api/people/enrol", { code: deskCode, deskName: "二号机" }))).toBe("ok");
  await second.post("/api/people/sign-in", { login: "lina", password: lina.initialPassword });
  const told = { old: lina.initialPassword, fresh: GOOD_PASSWORD };
  expect(kindOf(await second.post("/api/people/password", told))).toBe("ok");
  expect(kindOf(await second.get("/api/hello"))).toBe("ok");
  expect(kindOf(await first.post(`/api/people/accounts/${lina.id}/disable`))).toBe("ok");
  expect(kindOf(await second.get("/api/hello"))).toBe("signIn");

  await enter("audit", issued[2]?.initialPassword ?? "");
  const page = zAuditPage.parse((await first.get("/api/people/audit")).json());
  expect(page.entries[0]).toMatchObject({ what: "readAudit" });
  expect(page.head.n).toBe(page.entries[0]?.n);
  const file = await first.get("/api/people/audit/file");
  expect(file.headers["content-disposition"]).toMatch(
    /^attachment; filename="shouyue-audit-\d{4}-\d\d-\d\d\.jsonl"$/,
  );
  expect(file.body.trimEnd().split("\n")).toHaveLength(page.head.n + 2);
});

describe("the tokens", () => {
  test("are in cookies that no script reads and no other site sends, and in no answer and no address", async () => {
    const { app, office } = await officeApp();
    const { login, initialPassword: password } = await hire(office, "lina", ["clerk"]);
    const browser = browserOn(app, { "shouyue-desk": office.desk.token });
    const answer = await browser.post("/api/people/sign-in", { login, password });
    const [cookie = ""] = [answer.headers["set-cookie"] ?? ""].flat();
    expect(cookie).toMatch(
      /^shouyue-session=[\w-]{43}; Path=\/api; Max-Age=604800; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.body).not.toContain(browser.cookies.get("shouyue-session"));
    const url = `/api/hello?session=${browser.cookies.get("shouyue-session") ?? ""}`;
    expect(kindOf(await browserOn(app).get(url))).toBe("desk");
  });

  test("travel by TLS only where the page came that way, also through a proxy", async () => {
    const { app, database } = emptyApp({ origins: ["https://shouyue.hospital.local"], scheme: "http" });
    const { code } = await initCode(database, "office", START_MS);
    const told = { code, deskName: "一号机", officers: [{ login: "zhang", name: "张" }] };
    const page = { host: "shouyue.hospital.local", origin: "https://shouyue.hospital.local" };
    const answer = await browserOn(app).post("/api/people/set-up", told, page);
    expect([kindOf(answer), String(answer.headers["set-cookie"])]).toEqual([
      "ok",
      expect.stringMatching(/; Secure$/),
    ]);
  });

  test("count for nothing in a page of another site", async () => {
    const { app, office } = await officeApp();
    const officer = await signedIn(app, office, "second-security", ["securityAdmin"]);
    const told = { roles: ["director"] };
    const evil = { origin: "http://evil.example", "sec-fetch-site": "cross-site" };
    const path = `/api/people/accounts/${officer.id}/roles`;
    expect(kindOf(await officer.post(path, told, evil))).toBe("wrongOrigin");
    expect(kindOf(await officer.post(path, told, { "content-type": "text/plain" }))).toBe("badContentType");
  });

  test("a route is asked for by what it is, not by how it is spelt", async () => {
    const { app } = await officeApp();
    for (const url of ["/%61pi/hello", "/api/%68ello", "/%61pi/people/accounts"])
      expect(kindOf(await browserOn(app).get(url))).toMatch(/^(desk|notFound)$/);
  });
});

describe("signing in over the wire", () => {
  test("says how long to wait after wrong passwords, alike for a name that nobody has", async () => {
    const { app, office } = await officeApp();
    await hire(office, "lina", ["clerk"]);
    const answers: unknown[] = [];
    for (const login of ["lina", "nobody"]) {
      const browser = browserOn(app, { "shouyue-desk": office.desk.token });
      for (let n = 0; n < 5; n += 1) {
        expect(kindOf(await browser.post("/api/people/sign-in", { login, password: "wrong" }))).toBe(
          "wrongSignIn",
        );
      }
      const answer = await browser.post("/api/people/sign-in", { login, password: "wrong" });
      answers.push([answer.statusCode, answer.headers["retry-after"], answer.json()]);
    }
    expect(answers[0]).toEqual([429, "30", { failure: { kind: "wait", waitMs: 30_000 } }]);
    expect(answers[1]).toEqual(answers[0]);
  });

  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["a number for a name", { login: 1, password: "x" }],
    ["a megabyte to hash", { login: "lina", password: "x".repeat(60_000) }],
    ["more than was asked", { login: "lina", password: "x", roles: ["director"] }],
  ])("%s is no sign-in", async (_name, body) => {
    const { app, office } = await officeApp();
    const browser = browserOn(app, { "shouyue-desk": office.desk.token });
    expect(kindOf(await browser.post("/api/people/sign-in", body ?? []))).toBe("badRequest");
  });
});

test("what somebody tried and may not is in the trail", async () => {
  const { app, office } = await officeApp();
  const clerk = await signedIn(app, office, "lina", ["clerk"]);
  await clerk.post(`/api/people/accounts/${clerk.id}/roles`, { roles: ["director"] });
  const auditor = await signedIn(app, office, "second-audit", ["auditAdmin"]);
  const { entries } = zAuditPage.parse((await auditor.get("/api/people/audit")).json());
  expect(entries).toContainEqual(
    expect.objectContaining({ what: "setRoles", who: clerk.id, outcome: "notAllowed" }),
  );
});
