import type { FastifyInstance } from "fastify";
import type { Blobs } from "../store/blobs.ts";
import { refuse } from "./refuse.ts";

const BLOB_BYTES = 64 * 1024 * 1024;
const SHA256 = /^[0-9a-f]{64}$/;

interface Named {
  Params: { sha256: string };
}

/** Attachments, named by their content. They are handed out as downloads only: nothing here is ever run or shown. */
export function blobRoutes(app: FastifyInstance, blobs: Blobs): void {
  app.put<Named>("/api/blobs/:sha256", { bodyLimit: BLOB_BYTES }, async (request, reply) => {
    const { sha256 } = request.params;
    if (!SHA256.test(sha256)) return refuse(reply, 400, { kind: "badRequest", at: "sha256" });
    if (!(request.body instanceof Uint8Array)) return refuse(reply, 415, { kind: "badContentType" });
    if (!(await blobs.put(sha256, request.body))) return refuse(reply, 422, { kind: "wrongHash" });
    return reply.code(204).send();
  });

  app.get<Named>("/api/blobs/:sha256", async (request, reply) => {
    const { sha256 } = request.params;
    if (!SHA256.test(sha256)) return refuse(reply, 400, { kind: "badRequest", at: "sha256" });
    const bytes = await blobs.get(sha256);
    if (bytes === undefined) return refuse(reply, 404, { kind: "notFound" });
    return reply
      .type("application/octet-stream")
      .header("content-disposition", `attachment; filename="${sha256}"`)
      .header("cache-control", "private, max-age=31536000, immutable")
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}
