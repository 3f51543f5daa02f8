/** Attachments as the desk keeps them, by their SHA-256. */
export interface BlobSource {
  /** Digests that some record speaks of. */
  referenced(): Promise<readonly string[]>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  /** Keeps bytes and gives their digest. */
  put(bytes: Uint8Array): Promise<string>;
}

export type BlobFetch = (
  path: string,
  init: { readonly method: "HEAD" | "GET" | "PUT"; readonly body?: Uint8Array },
) => Promise<{ readonly status: number; readonly bytes: () => Promise<Uint8Array> }>;

/**
 * Brings desk and service to the same attachments: what only we have is sent, what only they have is fetched and
 * checked against its name. `settled` remembers what both have, so that a round with nothing new asks nothing.
 * What fails is left for the next round; the records themselves never wait for it.
 */
export async function syncBlobs(
  source: BlobSource,
  fetchBlob: BlobFetch,
  settled: Set<string>,
): Promise<void> {
  for (const sha256 of await source.referenced()) {
    if (settled.has(sha256)) continue;
    if (await settle(source, fetchBlob, sha256)) settled.add(sha256);
  }
}

async function settle(source: BlobSource, fetchBlob: BlobFetch, sha256: string): Promise<boolean> {
  const path = `/api/blobs/${sha256}`;
  try {
    const ours = await source.get(sha256);
    if (ours === undefined) {
      const answer = await fetchBlob(path, { method: "GET" });
      return answer.status === 200 && (await source.put(await answer.bytes())) === sha256;
    }
    if ((await fetchBlob(path, { method: "HEAD" })).status === 200) return true;
    return (await fetchBlob(path, { method: "PUT", body: ours })).status === 204;
  } catch {
    // Offline, or the store is full: both are shown elsewhere, and the next round tries again.
    return false;
  }
}
