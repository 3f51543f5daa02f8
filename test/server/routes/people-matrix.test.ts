import { describe, expect, test } from "vitest";
import { ROLE_NAMES, type Role } from "../../../shared/rules/rights/roles.ts";
import { hire, setUp } from "../../support/office.ts";
import { browserOn, kindOf, officeApp, signedIn, type Browser } from "../../support/people-app.ts";

/** Who gets through: nobody in particular, a desk, a newcomer with a one-time password, or these roles. */
type Through = "anybody" | "desk" | "newcomer" | "person" | readonly Role[];

const OFFICE: Through = ["director", "clerk", "auditor"];
const [SYSTEM, SECURITY, AUDIT] = ["systemAdmin", "securityAdmin", "auditAdmin"] as const;

/** Every address of the service. `:id` is somebody of the caller's hospital, or of another one. */
const TABLE: Readonly<Record<string, Through>> = {
  "GET /api/health": "anybody",
  "GET /api/health/live": "anybody",
  "GET /api/health/ready": "anybody",
  "GET /api/docs": "anybody",
  "GET /api/openapi.json": "anybody",
  "GET /api/people/me": "anybody",
  "POST /api/people/set-up": "anybody",
  "POST /api/people/enrol": "anybody",
  "POST /api/people/sign-in": "desk",
  "POST /api/people/sign-out": "newcomer",
  "POST /api/people/password": "newcomer",
  "GET /api/people/names": "person",
  "GET /api/people/my-sessions": "person",
  "POST /api/people/my-sessions/:id/end": "person",
  "GET /api/people/accounts": [SYSTEM, SECURITY, AUDIT],
  "POST /api/people/accounts": [SYSTEM],
  "POST /api/people/accounts/:id/roles": [SECURITY],
  "POST /api/people/accounts/:id/name": [SYSTEM],
  "POST /api/people/accounts/:id/disable": [SYSTEM, SECURITY],
  "POST /api/people/accounts/:id/enable": [SECURITY],
  "POST /api/people/accounts/:id/unlock": [SECURITY],
  "POST /api/people/accounts/:id/reset-password": [SYSTEM],
  "POST /api/people/separation": [SECURITY],
  "POST /api/people/profile": [SECURITY],
  "GET /api/people/desks": [SYSTEM, SECURITY],
  "POST /api/people/desks/code": [SYSTEM],
  "POST /api/people/desks/:id/revoke": [SYSTEM, SECURITY],
  "GET /api/people/sessions": [SECURITY],
  "POST /api/people/sessions/:id/end": [SECURITY],
  "GET /api/people/audit": [AUDIT],
  "GET /api/people/audit/file": [AUDIT],
  "GET /api/hello": OFFICE,
  "POST /api/push": OFFICE,
  "POST /api/relay": ["director"],
  "GET /api/refusals": OFFICE,
  "GET /api/pull": OFFICE,
  "GET /api/live": OFFICE,
  "GET /api/blobs/:sha256": OFFICE,
  "PUT /api/blobs/:sha256": OFFICE,
};

/** Follows for as long as the caller stays, which a test without a port cannot end. */
const ENDLESS = "GET /api/live";

async function ask(browser: Browser, line: string, id = "a000000000000000"): Promise<string> {
  const [method = "", address = ""] = line.split(" ");
  const url = address.replace(":id", id).replace(":sha256", "0".repeat(64));
  if (method === "PUT") return kindOf(await browser.put(url, "x"));
  const answer = method === "POST" ? await browser.post(url) : await browser.get(url);
  return kindOf(answer);
}

/** What the hook says to whoever does not get through. */
const SHUT = ["desk", "signIn", "passwordMustChange", "notAllowed"];

test("the table has every address that the service has", async () => {
  const { app } = await officeApp();
  const printed = app.printRoutes({ commonPrefix: false });
  const paths = [...new Set(Object.keys(TABLE).map((line) => line.split(" ")[1] ?? ""))];
  for (const path of paths) expect(app.hasRoute({ method: methodOf(path), url: path })).toBe(true);
  const leaves = printed
    .split("\n")
    .filter((line) => / \((?:[A-Z]+(?:, )?)+\)/.test(line) && !line.includes("HEAD)─"));
  const count = leaves.reduce(
    (sum, line) => sum + (/\((.*)\)/.exec(line)?.[1] ?? "").split(", ").filter((m) => m !== "HEAD").length,
    0,
  );
  // `/metrics` answers this machine alone, and is no part of the interface.
  expect(count).toBe(Object.keys(TABLE).length + 1);
});

function methodOf(path: string): "GET" | "POST" {
  return `GET ${path}` in TABLE ? "GET" : "POST";
}

const lines = Object.keys(TABLE).filter((line) => line !== ENDLESS);

describe("who gets through to each address", () => {
  test("a browser that no desk enrolled", async () => {
    const { app } = await officeApp();
    for (const line of lines) {
      const got = await ask(browserOn(app), line);
      expect([line, SHUT.includes(got) ? got : "through"]).toEqual([
        line,
        TABLE[line] === "anybody" ? "through" : "desk",
      ]);
    }
  });

  test("an enrolled desk where nobody is signed in, and one whose token is made up", async () => {
    const { app, office } = await officeApp();
    for (const line of lines) {
      const through = TABLE[line] === "anybody" || TABLE[line] === "desk";
      const got = await ask(browserOn(app, { "shouyue-desk": office.desk.token }), line);
      expect([line, SHUT.includes(got) ? got : "through"]).toEqual([line, through ? "through" : "signIn"]);
      const made = await ask(browserOn(app, { "shouyue-desk": `${office.desk.token.slice(0, -1)}_` }), line);
      expect([line, SHUT.includes(made) ? made : "through"]).toEqual([
        line,
        TABLE[line] === "anybody" ? "through" : "desk",
      ]);
    }
  });

  test("somebody with a one-time password", async () => {
    const { app, office } = await officeApp();
    const { login, initialPassword: password } = await hire(office, "lina", ["director"]);
    for (const line of lines) {
      const browser = browserOn(app, { "shouyue-desk": office.desk.token });
      await browser.post("/api/people/sign-in", { login, password });
      const through = ["anybody", "desk", "newcomer"].includes(String(TABLE[line]));
      const got = await ask(browser, line);
      expect([line, SHUT.includes(got) ? got : "through"]).toEqual([
        line,
        through ? "through" : "passwordMustChange",
      ]);
    }
  });

  test.each([...ROLE_NAMES, "nothing"] as const)("somebody who is %s", async (role) => {
    const { app, office } = await officeApp();
    const browser = await signedIn(app, office, "lina", role === "nothing" ? [] : [role]);
    const tokens = Object.fromEntries(browser.cookies);
    for (const line of lines) {
      if (line.endsWith("sign-out")) continue;
      const who = TABLE[line];
      const through = typeof who === "string" || (role !== "nothing" && who?.includes(role) === true);
      const got = await ask(browserOn(app, tokens), line);
      expect([line, SHUT.includes(got) ? got : "through"]).toEqual([
        line,
        through ? "through" : "notAllowed",
      ]);
    }
  });
});

/** Bodies in their shape, so that it is the address that is refused. */
const BODIES: Readonly<Record<string, object>> = {
  "POST /api/people/accounts": { login: "new", name: "新来的" },
  "POST /api/people/accounts/:id/roles": { roles: [] },
  "POST /api/people/accounts/:id/name": { name: "新来的" },
  "POST /api/people/separation": { separation: "merged" },
};

describe("another hospital's officers", () => {
  test("find nobody and nothing of ours by its id, and see none of it in a list", async () => {
    const { app, office } = await officeApp();
    const other = await setUp({ database: office.database, tenant: "second" });
    const ours = await signedIn(app, office, "lina", ["clerk"]);
    const session =
      (await ours.get("/api/people/my-sessions")).json<{ sessions: { id: string }[] }>().sessions[0]?.id ??
      "";
    const ids = [ours.id, office.desk.id, session];
    for (const role of [SYSTEM, SECURITY, AUDIT] as const) {
      const browser = await signedIn(app, other, `x${role}`, [role]);
      for (const line of lines.filter(
        (known) => known.includes("/people/") && TABLE[known]?.includes(role) === true,
      )) {
        for (const id of line.includes(":id") ? ids : [""]) {
          const [method = "", address = ""] = line.split(" ");
          const url = address.replace(":id", id);
          const told = BODIES[line] ?? {};
          const answer = method === "POST" ? await browser.post(url, told) : await browser.get(url);
          if (id !== "") expect([url, kindOf(answer)]).toEqual([url, expect.stringMatching(/^noSuch/)]);
          else for (const ourId of [...ids, "lina 的电脑"]) expect(answer.body).not.toContain(ourId);
        }
      }
    }
    expect((await ours.get("/api/people/names")).statusCode).toBe(200);
  });

  test("are not let in by our desk's token with their session, nor the other way", async () => {
    const { app, office } = await officeApp();
    const other = await setUp({ database: office.database, tenant: "second" });
    const [ours, theirs] = [
      await signedIn(app, office, "lina", ["clerk"]),
      await signedIn(app, other, "lina", ["clerk"]),
    ];
    const mixed = {
      "shouyue-desk": ours.cookies.get("shouyue-desk") ?? "",
      "shouyue-session": theirs.cookies.get("shouyue-session") ?? "",
    };
    expect(kindOf(await browserOn(app, mixed).get("/api/hello"))).toBe("signIn");
  });
});

test("a clerk ends only their own sessions", async () => {
  const { app, office } = await officeApp();
  const [lina, wang] = [
    await signedIn(app, office, "lina", ["clerk"]),
    await signedIn(app, office, "wang", ["clerk"]),
  ];
  const mine = async (browser: Browser): Promise<string> =>
    (await browser.get("/api/people/my-sessions")).json<{ sessions: { id: string }[] }>().sessions[0]?.id ??
    "";
  const [linas, wangs] = [await mine(lina), await mine(wang)];
  expect(kindOf(await lina.post(`/api/people/my-sessions/${wangs}/end`))).toBe("notFound");
  expect(kindOf(await wang.get("/api/hello"))).toBe("ok");
  expect(kindOf(await lina.post(`/api/people/my-sessions/${linas}/end`))).toBe("ok");
  expect(kindOf(await lina.get("/api/hello"))).toBe("signIn");
});
