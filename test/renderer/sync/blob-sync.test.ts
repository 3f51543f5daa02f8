import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { syncBlobs, type BlobFetch, type BlobSource } from "../../../renderer/sync/blob-sync.ts";
import { serviceApp } from "../../support/service-app.ts";

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const scan = new TextEncoder().encode("扫描件");

class DeskBlobs implements BlobSource {
  readonly kept = new Map<string, Uint8Array>();
  readonly #referenced: readonly string[];
  constructor(referenced: readonly string[], kept: readonly Uint8Array[] = []) {
    this.#referenced = referenced;
    for (const bytes of kept) this.kept.set(digest(bytes), bytes);
  }
  referenced = async (): Promise<readonly string[]> => Promise.resolve(this.#referenced);
  get = async (sha256: string): Promise<Uint8Array | undefined> => Promise.resolve(this.kept.get(sha256));
  put = async (bytes: Uint8Array): Promise<string> => {
    this.kept.set(digest(bytes), bytes);
    return Promise.resolve(digest(bytes));
  };
}

describe("attachments", () => {
  it("come from one desk to another through the service, and are asked for once", async () => {
    const { app } = serviceApp();
    let asked = 0;
    const fetchBlob: BlobFetch = async (path, { method, body }) => {
      asked += 1;
      const answer = await app.inject({
        method,
        url: path,
        headers: {
          host: "127.0.0.1:4180",
          origin: "http://127.0.0.1:4180",
          ...(body === undefined ? {} : { "content-type": "application/octet-stream" }),
        },
        ...(body === undefined ? {} : { payload: Buffer.from(body) }),
      });
      return {
        status: answer.statusCode,
        bytes: async () => Promise.resolve(new Uint8Array(answer.rawPayload)),
      };
    };
    const sha256 = digest(scan);
    const [one, two] = [new DeskBlobs([sha256], [scan]), new DeskBlobs([sha256])];
    const settled = new Set<string>();
    await syncBlobs(one, fetchBlob, settled);
    await syncBlobs(two, fetchBlob, new Set());
    expect([...(two.kept.get(sha256) ?? [])]).toEqual([...scan]);
    const before = asked;
    await syncBlobs(one, fetchBlob, settled);
    expect(asked).toBe(before);
  });

  it("wait for the next round when the service is away, and are not kept under a name that is not theirs", async () => {
    const sha256 = digest(scan);
    const away: BlobFetch = async () => Promise.reject(new Error("offline"));
    const settled = new Set<string>();
    await syncBlobs(new DeskBlobs([sha256], [scan]), away, settled);
    expect(settled.size).toBe(0);
    const forged: BlobFetch = async () =>
      Promise.resolve({ status: 200, bytes: async () => Promise.resolve(new Uint8Array([1])) });
    await syncBlobs(new DeskBlobs([sha256]), forged, settled);
    expect(settled.size).toBe(0);
  });
});
