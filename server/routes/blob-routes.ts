import type { FastifyInstance, FastifyReply } from "fastify";
import { POLICY, type AttachmentFailure, type Attachments } from "../sync/attachments.ts";
import { refuse } from "./refuse.ts";

const SHA256 = /^[0-9a-f]{64}$/;

interface Named {
  Params: { sha256: string };
}

/**
 * Attachments, named by their content. They are handed out as downloads only: nothing here is ever run or shown.
 *
 * A large one comes in pieces: `PUT` with `Content-Range: bytes 0-8388607/20000000` is answered 202 and
 * `Upload-Offset` until it is whole (204). After an interruption `HEAD` says where to go on.
 */
export function blobRoutes(app: FastifyInstance, attachments: Attachments): void {
  app.head<Named>("/api/blobs/:sha256", async (request, reply) => {
    const { sha256 } = request.params;
    if (!SHA256.test(sha256)) return reply.code(400).send();
    const { size, offset } = await attachments.state(request.tenant, sha256);
    if (size === undefined) return reply.code(404).header("upload-offset", offset).send();
    return reply.code(200).header("upload-offset", size).send();
  });

  app.put<Named>("/api/blobs/:sha256", { bodyLimit: POLICY.wholeBytes }, async (request, reply) => {
    const { sha256 } = request.params;
    if (!SHA256.test(sha256)) return refuse(reply, 400, { kind: "badRequest", at: "sha256" });
    const bytes = request.body;
    if (!(bytes instanceof Uint8Array)) return refuse(reply, 415, { kind: "badContentType" });
    const header = request.headers["content-range"];
    if (header === undefined) {
      const kept = await attachments.put(request.tenant, sha256, bytes);
      return kept.ok ? reply.code(204).send() : refused(reply, kept.failure);
    }
    const range = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(header);
    const [offset, last, total] = [Number(range?.[1]), Number(range?.[2]), Number(range?.[3])];
    if (range === null || last - offset + 1 !== bytes.byteLength || bytes.byteLength > POLICY.pieceBytes) {
      return refuse(reply, 400, { kind: "badRequest", at: "content-range" });
    }
    const kept = await attachments.addPiece(request.tenant, sha256, { offset, total, bytes });
    if (!kept.ok) return refused(reply, kept.failure);
    return reply
      .code(kept.value.isWhole ? 204 : 202)
      .header("upload-offset", kept.value.offset)
      .send();
  });

  app.get<Named>("/api/blobs/:sha256", async (request, reply) => {
    const { sha256 } = request.params;
    if (!SHA256.test(sha256)) return refuse(reply, 400, { kind: "badRequest", at: "sha256" });
    const bytes = await attachments.get(request.tenant, sha256);
    if (bytes === undefined) return refuse(reply, 404, { kind: "notFound" });
    return reply
      .type("application/octet-stream")
      .header("content-disposition", `attachment; filename="${sha256}"`)
      .header("cache-control", "private, max-age=31536000, immutable")
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}

const STATUS = { wrongHash: 422, tooLarge: 413, overQuota: 413, wrongOffset: 409 } as const;

function refused(reply: FastifyReply, failure: AttachmentFailure): FastifyReply {
  if (failure.kind === "wrongOffset") reply.header("upload-offset", failure.offset);
  return refuse(reply, STATUS[failure.kind], failure);
}
