import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { appendAll } from "../../support/append-all.ts";
import { changesOf } from "../../support/changes.ts";
import { serviceApp } from "../../support/service-app.ts";

const pull = (remoteAddress: string, accepts: string, limit = 1000) => ({
  url: `/api/pull?after=0&limit=${limit}`,
  remoteAddress,
  headers: { host: "127.0.0.1:4180", "accept-encoding": accepts },
});

test("what a desk in another room pulls is packed; on this machine, and where it is short, it is not", async () => {
  const { app, store } = serviceApp();
  await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 200));
  const plain = await app.inject(pull("127.0.0.1", "gzip, br"));
  expect(plain.headers["content-encoding"]).toBeUndefined();
  const packed = await app.inject(pull("10.1.2.3", "gzip, br"));
  expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
  expect(gunzipSync(packed.rawPayload).toString("utf8")).toBe(plain.body);
  expect(packed.rawPayload.length * 4).toBeLessThan(plain.rawPayload.length);
  expect((await app.inject(pull("10.1.2.3", "br"))).body).toBe(plain.body);
  const short = await app.inject(pull("10.1.2.3", "gzip", 2));
  expect(short.headers["content-encoding"]).toBeUndefined();
});
