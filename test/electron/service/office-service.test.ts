import fc from "fast-check";
import { expect, test } from "vitest";
import { answer, type Handler } from "../../../electron/ipc/answer.ts";
import { OfficeService } from "../../../electron/service/office-service.ts";
import type { Link } from "../../../electron/service/link-file.ts";
import type { Tokens } from "../../../electron/service/tokens.ts";
import type { OpenWire, WireCall } from "../../../electron/service/wire.ts";
import type { Channel, Input } from "../../../shared/desktop/contract.ts";
import type { ShownCertificate } from "../../../shared/desktop/service-channels.ts";

const ADDRESS = "https://office.test";
const DESK = "d".repeat(43);
const SESSION = "s".repeat(43);
const PRINT = "AB".repeat(32);
const OTHER_PRINT = "CD".repeat(32);
const ours = { origin: "app://main", isTop: true };

interface Sent extends WireCall {
  readonly address: string;
}

/** A service in memory behind a certificate, and what it was asked. */
function office(reply: (sent: Sent) => Response, start: { link?: Link; tokens?: Tokens } = {}) {
  const seen: Sent[] = [];
  const kept = { ...start };
  let presented: ShownCertificate = {
    fingerprint: PRINT,
    subject: "s",
    issuer: "i",
    until: "2027-01-01",
    problem: "none",
  };
  let isAway = false;
  const openWire: OpenWire = (judge) => ({
    fetch(address, call) {
      if (isAway) return Promise.reject(new TypeError("net::ERR_CONNECTION_REFUSED"));
      if (judge(presented) === "refuse") return Promise.reject(new TypeError("net::ERR_FAILED"));
      seen.push({ address, ...call });
      return Promise.resolve(reply({ address, ...call }));
    },
    close: () => undefined,
  });
  const service = new OfficeService({
    file: {
      read: () => Promise.resolve(kept.link),
      async keep(link) {
        kept.link = link;
        await Promise.resolve();
      },
      async forget() {
        delete kept.link;
        await Promise.resolve();
      },
    },
    tokens: {
      read: () => Promise.resolve(kept.tokens),
      async keep(tokens) {
        kept.tokens = tokens;
        await Promise.resolve();
      },
      async forget() {
        delete kept.tokens;
        await Promise.resolve();
      },
      keptBy: () => Promise.resolve("keychain" as const),
    },
    openWire,
    isLab: false,
  });
  return {
    service,
    seen,
    kept,
    present: (more: Partial<ShownCertificate>) => (presented = { ...presented, ...more }),
    away: (value: boolean) => (isAway = value),
  };
}

function json(value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { headers: { "content-type": "application/json", ...headers } });
}

function asked(path: string, more: Partial<Input<"serviceCall">> = {}): Input<"serviceCall"> {
  return { call: 1, method: "GET", path, body: null, contentRange: null, ...more };
}

const linked = { link: { address: ADDRESS }, tokens: { address: ADDRESS, desk: DESK, session: SESSION } };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("connects where a service of ours answers, and remembers it", async () => {
  const { service, kept } = office(() => json({ isNeeded: true }));
  expect(await service.connect({ address: "office.test", trusting: null })).toMatchObject({
    outcome: "connected",
  });
  expect(kept.link).toEqual({ address: ADDRESS });
  expect((await service.state()).link).toMatchObject({ address: ADDRESS, pin: null, isEnrolled: false });
});

test.each([
  ["a page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
  ["another program's JSON", () => json({ hello: "world" })],
  ["an error", () => new Response("{}", { status: 500 })],
])("does not take %s for a service of ours", async (_what, reply) => {
  const { service, kept } = office(reply);
  expect(await service.connect({ address: ADDRESS, trusting: null })).toEqual({
    outcome: "notOurs",
    certificate: null,
  });
  expect(kept.link).toBeUndefined();
});

test("an unknown certificate is shown and not spoken to; trusted once, it is the only one", async () => {
  const one = office(() => json({ isNeeded: false }));
  one.present({ problem: "authority" });
  const told = await one.service.connect({ address: ADDRESS, trusting: null });
  expect(told).toMatchObject({
    outcome: "untrusted",
    certificate: { fingerprint: PRINT, problem: "authority" },
  });
  expect(one.seen).toEqual([]);
  expect(await one.service.connect({ address: ADDRESS, trusting: OTHER_PRINT })).toMatchObject({
    outcome: "untrusted",
  });
  expect(await one.service.connect({ address: ADDRESS, trusting: PRINT })).toMatchObject({
    outcome: "connected",
  });
  expect(one.kept.link).toEqual({ address: ADDRESS, pin: PRINT });

  one.present({ fingerprint: OTHER_PRINT, problem: "none" });
  one.seen.length = 0;
  expect(await one.service.call(asked("/api/hello"))).toMatchObject({ outcome: "changed", status: 0 });
  expect(one.seen).toEqual([]);
  expect((await one.service.state()).refused).toMatchObject({
    kind: "changed",
    certificate: { fingerprint: OTHER_PRINT },
  });
  expect(await one.service.connect({ address: ADDRESS, trusting: PRINT })).toMatchObject({
    outcome: "changed",
  });
  expect(await one.service.connect({ address: ADDRESS, trusting: OTHER_PRINT.toLowerCase() })).toMatchObject({
    outcome: "connected",
  });
  expect(await one.service.state()).toMatchObject({ link: { pin: OTHER_PRINT }, refused: null });
});

test("a renewed certificate that was compared keeps the enrolment; another server does not get the token", async () => {
  const one = office(() => json({ isNeeded: true }), linked);
  expect((await one.service.state()).link).toMatchObject({ isEnrolled: true });
  await one.service.connect({ address: ADDRESS, trusting: PRINT });
  expect((await one.service.state()).link).toMatchObject({ isEnrolled: true, pin: PRINT });
  await one.service.connect({ address: "https://elsewhere.test", trusting: null });
  expect(one.kept.tokens).toBeUndefined();
  await one.service.call(asked("/api/hello"));
  expect(one.seen.at(-1)).toMatchObject({ address: "https://elsewhere.test/api/hello" });
  expect(one.seen.at(-1)?.headers).not.toHaveProperty("authorization");
});

test("tokens of another address, as after somebody swapped the file, are not sent", async () => {
  const one = office(() => json({}), { ...linked, link: { address: "https://evil.test" } });
  await one.service.call(asked("/api/hello"));
  expect(one.seen[0]?.headers).not.toHaveProperty("authorization");
});

test("who looks for a service gives no token away", async () => {
  const one = office(() => json({ isNeeded: true }), linked);
  await one.service.connect({ address: "https://evil.test", trusting: null });
  expect(one.seen[0]?.headers).toEqual({});
});

test("enrolling and signing in put the tokens where the window cannot see them, and they are used from then on", async () => {
  const one = office(
    ({ address }) => {
      if (address.endsWith("/enrol")) return json({}, { "shouyue-desk-token": DESK });
      if (address.endsWith("/sign-in")) return json({}, { "shouyue-session-token": SESSION });
      if (address.endsWith("/sign-out")) return json({}, { "shouyue-session-token": "" });
      return json({});
    },
    { link: { address: ADDRESS } },
  );
  const post = (path: string) =>
    one.service.call(asked(`/api/people/${path}`, { method: "POST", body: new TextEncoder().encode("{}") }));
  const answers = [await post("enrol"), await post("sign-in"), await one.service.call(asked("/api/hello"))];
  expect(one.kept.tokens).toEqual({ address: ADDRESS, desk: DESK, session: SESSION });
  expect(one.seen.map(({ headers }) => headers["authorization"])).toEqual([
    undefined,
    `Bearer ${DESK}`,
    `Bearer ${DESK}.${SESSION}`,
  ]);
  answers.push(await post("sign-out"));
  expect(one.kept.tokens).toEqual({ address: ADDRESS, desk: DESK });
  expect(JSON.stringify([answers, await one.service.state()])).not.toMatch(new RegExp(`${DESK}|${SESSION}`));
});

test("an answer that nobody asked a token of gives none", async () => {
  const one = office(() => json({}, { "shouyue-desk-token": "x".repeat(43) }), linked);
  await one.service.call(asked("/api/hello"));
  expect(one.kept.tokens).toEqual(linked.tokens);
});

test("whatever the window asks and the service answers, no token crosses the door", async () => {
  const leaky = (): Response =>
    new Response("{}", {
      headers: {
        "shouyue-desk-token": DESK,
        "set-cookie": `shouyue-desk=${DESK}`,
        "x-echo": `Bearer ${DESK}`,
      },
    });
  const { service } = office(leaky, linked);
  const channels = ["serviceState", "serviceCall", "serviceRead", "serviceAbort"] as const;
  const handlers: Record<(typeof channels)[number], Handler<Channel>> = {
    serviceState: () => service.state(),
    serviceCall: ((input: Input<"serviceCall">) => service.call(input)) as Handler<Channel>,
    serviceRead: ((input: Input<"serviceRead">) => service.read(input)) as Handler<Channel>,
    serviceAbort: ((input: Input<"serviceAbort">) => service.abort(input)) as Handler<Channel>,
  };
  const call = fc.record({
    call: fc.integer({ min: 1, max: 3 }),
    method: fc.constantFrom("GET", "POST", "PUT", "HEAD"),
    path: fc.constantFrom(
      "/api/hello",
      "/api/people/me",
      "/api/people/enrol",
      "/api/people/sign-in",
      "/api/push",
      "/api/relay",
    ),
    body: fc.option(fc.uint8Array({ maxLength: 4 })),
    contentRange: fc.constant(null),
  });
  const input = fc.oneof(call, fc.constant({}), fc.record({ call: fc.integer({ min: 1, max: 3 }) }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...channels), input, async (channel, raw) => {
      const told = await answer(channel, handlers[channel], ours, raw, () => undefined);
      expect(JSON.stringify(told)).not.toContain(DESK);
    }),
    { numRuns: 300 },
  );
});

test.each(["/api/push", "/api/relay"])(
  "the door carries what a desk and another network's file bring: %s",
  async (path) => {
    const { service, seen } = office(() => json({}), linked);
    await service.call(asked(path, { method: "POST", body: new TextEncoder().encode("{}") }));
    expect(seen).toHaveLength(1);
  },
);

test.each([
  ["GET", "/"],
  ["GET", "/api/../metrics"],
  ["GET", "//evil.test/api/hello"],
  ["GET", "/api/hello#x"],
  ["GET", "/api/hello?x=<y>"],
  ["GET", "@evil.test/api/hello"],
  ["GET", "/api/blobs/../hello"],
  ["POST", "/api/hello"],
  ["PUT", "/api/push"],
  ["GET", "/api/relay"],
  ["POST", "/api/relay/FARAWY"],
  ["GET", "/api/people/%2e%2e/hello"],
  ["DELETE", "/api/people/me"],
  ["GET", "/metrics"],
])("the door carries no %s %s", async (method, path) => {
  const { service, seen } = office(() => json({}), linked);
  const raw = { call: 1, method, path, body: null, contentRange: null };
  const told = await answer(
    "serviceCall",
    (input) => service.call(input),
    ours,
    raw,
    () => undefined,
  );
  expect(told).toEqual({ failure: "malformed" });
  expect(seen).toEqual([]);
});

test.each([
  ["GET", "/api/hello"],
  ["GET", "/api/pull?after=12&limit=2000&wait=25&desk=7K2M9P"],
  ["GET", "/api/pull?after=5&limit=5&wait=20"],
  ["GET", "/api/live"],
  ["PUT", `/api/blobs/${"a".repeat(64)}`],
  ["POST", "/api/people/desks/d123/revoke"],
  ["GET", "/api/people/audit?before=12"],
  ["GET", "/api/people/audit/file"],
])("the door carries %s %s", async (method, path) => {
  const { service, seen } = office(() => json({}), linked);
  const raw = { call: 1, method, path, body: null, contentRange: null };
  expect(
    await answer(
      "serviceCall",
      (input) => service.call(input),
      ours,
      raw,
      () => undefined,
    ),
  ).toHaveProperty("value");
  expect(seen[0]?.address).toBe(ADDRESS + path);
});

test("a long answer comes in pieces, a live one as it is said, and one that breaks off says so", async () => {
  const piece = new Uint8Array(3 * 1024 * 1024).fill(7);
  const live = new TransformStream<Uint8Array, Uint8Array>();
  const one = office(({ address }) => {
    if (address.endsWith("/live"))
      return new Response(live.readable, { headers: { "content-type": "text/event-stream; charset=utf-8" } });
    const parts = [piece, piece, piece];
    return new Response(
      new ReadableStream({
        pull(controller) {
          const next = parts.shift();
          if (next !== undefined) controller.enqueue(next);
          else if (address.endsWith("/hello")) controller.error(new Error("cut"));
          else controller.close();
        },
      }),
    );
  }, linked);
  const first = await one.service.call(asked(`/api/blobs/${"a".repeat(64)}`));
  expect([first.body.byteLength, first.isEnd]).toEqual([2 * piece.byteLength, false]);
  const second = await one.service.read({ call: 1 });
  expect([second.body.byteLength, second.isEnd, second.isBroken]).toEqual([piece.byteLength, true, false]);

  expect((await one.service.call(asked("/api/live", { call: 2 }))).isEnd).toBe(false);
  const writer = live.writable.getWriter();
  void writer.write(new TextEncoder().encode("data: 42\n\n"));
  expect(text((await one.service.read({ call: 2 })).body)).toBe("data: 42\n\n");
  one.service.abort({ call: 2 });
  expect(await one.service.read({ call: 2 })).toMatchObject({ isEnd: true, isBroken: true });

  await one.service.call(asked("/api/hello", { call: 3 }));
  expect(await one.service.read({ call: 3 })).toMatchObject({ isBroken: true });
});

test("leaving forgets the address and the tokens; then there is nobody to call", async () => {
  const one = office(() => json({}), linked);
  await one.service.leave();
  expect(one.kept).toEqual({});
  expect(await one.service.call(asked("/api/hello"))).toMatchObject({ outcome: "noService" });
  expect(one.seen).toEqual([]);
});

test("a service that is away is told as away, and called again when it is back", async () => {
  const one = office(() => json({}), linked);
  one.away(true);
  expect(await one.service.call(asked("/api/hello"))).toMatchObject({ outcome: "unreachable" });
  one.away(false);
  expect(await one.service.call(asked("/api/hello"))).toMatchObject({ outcome: "answered", status: 200 });
});
