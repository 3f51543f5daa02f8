import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { describe, expect, test } from "vitest";
import { blobsIn } from "../../../server/store/blobs.ts";
import { moveOldBlobs } from "../../../server/store/old-blobs.ts";
import { attachmentsOn } from "../../../server/sync/attachments.ts";
import { openFile, serviceApp } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const host = "127.0.0.1:4180";
const bytes = Buffer.from("签字的回执扫描件".repeat(100));
const name = hashOf(bytes);
const url = `/api/blobs/${name}`;

function hashOf(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

async function piece(
  app: FastifyInstance,
  from: number,
  to: number,
  more: { readonly payload?: Buffer; readonly range?: string } = {},
): Promise<readonly [number, unknown]> {
  const answer = await app.inject({
    method: "PUT",
    url,
    headers: {
      host,
      "content-type": "application/octet-stream",
      "content-range": more.range ?? `bytes ${from}-${to - 1}/${bytes.byteLength}`,
    },
    payload: more.payload ?? bytes.subarray(from, to),
  });
  return [answer.statusCode, answer.headers["upload-offset"]];
}

describe("an attachment in pieces", () => {
  test("goes on where it was cut off, also after a restart, and comes back whole", async () => {
    const folder = tempFolder();
    const before = serviceApp({ blobs: folder });
    expect(await piece(before.app, 0, 700)).toEqual([202, "700"]);
    const { app } = serviceApp({ blobs: folder });
    const head = await app.inject({ method: "HEAD", url, headers: { host } });
    expect([head.statusCode, head.headers["upload-offset"]]).toEqual([404, "700"]);
    expect(await piece(app, 0, 700)).toEqual([409, "700"]);
    expect(await piece(app, 900, 1000)).toEqual([409, "700"]);
    expect(await piece(app, 700, 1500)).toEqual([202, "1500"]);
    expect(await piece(app, 1500, bytes.byteLength)).toEqual([204, String(bytes.byteLength)]);
    expect((await app.inject({ url, headers: { host } })).rawPayload.equals(bytes)).toBe(true);
    expect((await app.inject({ method: "HEAD", url, headers: { host } })).statusCode).toBe(200);
    expect(await piece(app, 0, 700)).toEqual([204, String(bytes.byteLength)]);
  });

  test("that is not what its name says is forgotten when it is whole", async () => {
    const { app } = serviceApp();
    const payload = Buffer.alloc(bytes.byteLength);
    expect((await piece(app, 0, bytes.byteLength, { payload }))[0]).toBe(422);
    const head = await app.inject({ method: "HEAD", url, headers: { host } });
    expect(head.headers["upload-offset"]).toBe("0");
  });

  test.each(["bytes 0-9", "bytes 0-9/*", "bytes 5-1/9", "lines 0-9/10", "bytes -9/10", "bytes 0-5/2000"])(
    "with the odd range %s is refused",
    async (range) => {
      const { app } = serviceApp();
      expect((await piece(app, 0, 10, { range }))[0]).toBe(400);
    },
  );

  test("too large, or beyond the office's share, is refused before it is kept", async () => {
    const { app } = serviceApp();
    expect((await piece(app, 0, 10, { range: "bytes 0-9/999999999999" }))[0]).toBe(413);
    const folder = tempFolder();
    const { database } = openFile(join(folder, "shouyue.sqlite"));
    const attachments = attachmentsOn(database, blobsIn(join(folder, "blobs")), 3000);
    expect(await attachments.put("east", name, bytes)).toMatchObject({ ok: true });
    const other = Buffer.from("y".repeat(2000));
    const full = { ok: false, failure: { kind: "overQuota" } };
    expect(await attachments.put("east", hashOf(other), other)).toEqual(full);
    const start = { offset: 0, total: 2000, bytes: other.subarray(0, 10) };
    expect(await attachments.addPiece("east", hashOf(other), start)).toEqual(full);
    expect(await attachments.put("west", hashOf(other), other)).toMatchObject({ ok: true });
    expect(await attachments.get("west", name)).toBeUndefined();
  });

  test("is cleared away when nobody goes on with it", async () => {
    const folder = tempFolder();
    const blobs = blobsIn(folder);
    await blobs.addPiece("east", name, 0, bytes.subarray(0, 10));
    await blobs.forgetPieces("east", Date.now() - 60_000);
    expect(await blobs.received("east", name)).toBe(10);
    await blobs.forgetPieces("east", Date.now() + 60_000);
    expect(await blobs.received("east", name)).toBe(0);
  });
});

test("attachments of the first version move to their office's folder and are listed", async () => {
  const folder = tempFolder();
  const { database } = openFile(join(folder, "shouyue.sqlite"));
  const old = join(folder, "blobs", name.slice(0, 2));
  mkdirSync(old, { recursive: true });
  writeFileSync(join(old, name), bytes);
  await moveOldBlobs(join(folder, "blobs"), "office", database.whole);
  await moveOldBlobs(join(folder, "blobs"), "office", database.whole);
  expect(readdirSync(old)).toEqual([]);
  const moved = await blobsIn(join(folder, "blobs")).get("office", name);
  expect(Buffer.from(moved ?? []).equals(bytes)).toBe(true);
  expect(await database.whole.all("SELECT * FROM attachments")).toEqual([
    { tenant: "office", sha256: name, size: bytes.byteLength },
  ]);
});
