import { expect, test } from "vitest";
import { serviceApp } from "../../support/service-app.ts";
import { changeOf } from "../../support/changes.ts";

const host = "127.0.0.1:4180";
const headers = { host };

test("health tells a process that lives from a service that can answer", async () => {
  const { app, store } = serviceApp();
  for (const url of ["/api/health", "/api/health/live", "/api/health/ready"]) {
    expect((await app.inject({ url, headers })).json()).toEqual({ ok: true });
  }
  await store.close();
  expect((await app.inject({ url: "/api/health/live", headers })).statusCode).toBe(200);
  const ready = await app.inject({ url: "/api/health/ready", headers });
  expect([ready.statusCode, ready.json()]).toEqual([503, { failure: { kind: "databaseAway" } }]);
});

test("Prometheus reads figures on this machine, and nobody does from elsewhere", async () => {
  const { app } = serviceApp();
  await app.inject({ url: "/api/hello", headers });
  const figures = await app.inject({ url: "/metrics", headers });
  expect(figures.body).toContain(
    'shouyue_http_seconds_count{method="GET",route="/api/hello",status="200"} 1',
  );
  expect(figures.body).toContain("shouyue_live_clients 0");
  const foreign = await app.inject({ url: "/metrics", headers, remoteAddress: "10.0.0.9" });
  expect(foreign.statusCode).toBe(404);
});

test("the interface describes itself, on a page that loads nothing", async () => {
  const { app } = serviceApp();
  const api = (await app.inject({ url: "/api/openapi.json", headers })).json<{
    openapi: string;
    paths: Record<string, Record<string, { requestBody?: unknown; parameters: { name: string }[] }>>;
  }>();
  expect(api.openapi).toBe("3.1.0");
  expect(api.paths["/api/push"]?.["post"]?.requestBody).toBeDefined();
  expect(api.paths["/api/pull"]?.["get"]?.parameters.map(({ name }) => name)).toContain("after");
  const page = await app.inject({ url: "/api/docs", headers });
  expect(page.body).toContain("POST /api/push");
  expect(page.body).not.toMatch(/<script|<link|src=/);
});

test("calls without end are turned away for a while; health is always answered", async () => {
  const { app } = serviceApp({ callsPerMinute: 5 });
  const codes = [];
  for (let n = 0; n < 7; n += 1) codes.push((await app.inject({ url: "/api/hello", headers })).statusCode);
  expect(codes).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const last = await app.inject({ url: "/api/hello", headers });
  expect(last.json()).toEqual({ failure: { kind: "tooManyCalls" } });
  expect((await app.inject({ url: "/api/health", headers })).statusCode).toBe(200);
});

test("a name given at the start gets as far as the desk's token, under that origin only", async () => {
  const { app } = serviceApp({ trusted: { origins: ["https://shouyue.hospital.local"], scheme: "https" } });
  const call = async (name: string, origin?: string): Promise<number> => {
    const answer = await app.inject({
      method: "POST",
      url: "/api/push",
      headers: {
        host: name,
        "content-type": "application/json",
        ...(origin === undefined ? {} : { origin }),
      },
      payload: { changes: [changeOf("AAAAAA", 1)] },
    });
    return answer.statusCode;
  };
  expect(await call("shouyue.hospital.local", "https://shouyue.hospital.local")).toBe(401);
  expect(await call("shouyue.hospital.local")).toBe(401);
  expect(await call("shouyue.hospital.local", "http://shouyue.hospital.local")).toBe(403);
  expect(await call("shouyue.hospital.local:8443")).toBe(421);
  expect(await call("evil.example", "https://evil.example")).toBe(421);
});
