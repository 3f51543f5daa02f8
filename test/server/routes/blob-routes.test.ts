import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { serviceApp } from "../../support/service-app.ts";

const headers = { host: "127.0.0.1:4180", "content-type": "application/octet-stream" };
const bytes = Buffer.from("签字的回执扫描件");
const name = createHash("sha256").update(bytes).digest("hex");

test("an attachment comes back byte for byte, only ever as a download", async () => {
  const { app } = serviceApp();
  for (let twice = 0; twice < 2; twice += 1) {
    const put = await app.inject({ method: "PUT", url: `/api/blobs/${name}`, headers, payload: bytes });
    expect(put.statusCode).toBe(204);
  }
  const got = await app.inject({ url: `/api/blobs/${name}`, headers: { host: headers.host } });
  expect(got.rawPayload.equals(bytes)).toBe(true);
  expect(got.headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
  });
});

test("an attachment that is not what its name says is not kept", async () => {
  const { app } = serviceApp();
  const payload = Buffer.from("something else");
  const put = await app.inject({ method: "PUT", url: `/api/blobs/${name}`, headers, payload });
  expect([put.statusCode, put.json()]).toEqual([422, { failure: { kind: "wrongHash" } }]);
  const got = await app.inject({ url: `/api/blobs/${name}`, headers: { host: headers.host } });
  expect(got.statusCode).toBe(404);
});
