import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Blobs } from "../store/blobs.ts";
import type { Database } from "../store/sql.ts";
import { oneAtATime } from "../store/turns.ts";

/** What the service takes. One office may fill its own share, never its neighbours'. */
export const POLICY = {
  /** In one request. */
  wholeBytes: 64 * 1024 * 1024,
  pieceBytes: 8 * 1024 * 1024,
  /** In pieces. */
  largestBytes: 512 * 1024 * 1024,
  officeBytes: 200 * 1024 ** 3,
  /** Pieces that nobody goes on with. */
  unfinishedDays: 7,
} as const;

export type AttachmentFailure =
  | { readonly kind: "wrongHash" | "tooLarge" | "overQuota" }
  /** Pieces go on from here. */
  | { readonly kind: "wrongOffset"; readonly offset: number };

export interface Attachments {
  put(tenant: string, sha256: string, bytes: Uint8Array): Promise<Result<null, AttachmentFailure>>;
  /** How many bytes are here now, and whether that is all of it. */
  addPiece(
    tenant: string,
    sha256: string,
    piece: { readonly offset: number; readonly total: number; readonly bytes: Uint8Array },
  ): Promise<Result<{ readonly offset: number; readonly isWhole: boolean }, AttachmentFailure>>;
  get(tenant: string, sha256: string): Promise<Uint8Array | undefined>;
  state(
    tenant: string,
    sha256: string,
  ): Promise<{ readonly size: number | undefined; readonly offset: number }>;
}

export function attachmentsOn(
  database: Database,
  blobs: Blobs,
  officeBytes: number = POLICY.officeBytes,
): Attachments {
  const inTurn = oneAtATime();
  const hasRoom = async (tenant: string, bytes: number): Promise<boolean> => {
    const [row] = await database
      .of(tenant)
      .all("SELECT coalesce(sum(size), 0) AS used FROM attachments WHERE tenant = ?", [tenant]);
    return Number(row?.["used"]) + bytes <= officeBytes;
  };
  const enter = async (tenant: string, sha256: string, size: number): Promise<void> =>
    database
      .of(tenant)
      .run(
        "INSERT INTO attachments (tenant, sha256, size) VALUES (?, ?, ?) ON CONFLICT (tenant, sha256) DO NOTHING",
        [tenant, sha256, size],
      );
  return {
    put: async (tenant, sha256, bytes) => {
      if (!(await hasRoom(tenant, bytes.byteLength))) return fail({ kind: "overQuota" });
      if (!(await blobs.put(tenant, sha256, bytes))) return fail({ kind: "wrongHash" });
      await enter(tenant, sha256, bytes.byteLength);
      return ok(null);
    },
    addPiece: async (tenant, sha256, { offset, total, bytes }) =>
      inTurn(async () => {
        const size = await blobs.size(tenant, sha256);
        if (size !== undefined) return ok({ offset: size, isWhole: true });
        if (total > POLICY.largestBytes || offset + bytes.byteLength > total)
          return fail({ kind: "tooLarge" });
        if (offset === 0 && !(await hasRoom(tenant, total))) return fail({ kind: "overQuota" });
        if ((await blobs.addPiece(tenant, sha256, offset, bytes)) === "moved") {
          return fail({ kind: "wrongOffset", offset: await blobs.received(tenant, sha256) });
        }
        const now = offset + bytes.byteLength;
        if (now < total) return ok({ offset: now, isWhole: false });
        if (!(await blobs.finish(tenant, sha256))) return fail({ kind: "wrongHash" });
        await enter(tenant, sha256, total);
        return ok({ offset: total, isWhole: true });
      }),
    get: async (tenant, sha256) => blobs.get(tenant, sha256),
    state: async (tenant, sha256) => ({
      size: await blobs.size(tenant, sha256),
      offset: await blobs.received(tenant, sha256),
    }),
  };
}
