import { drawSigner, fingerprintOf, type Signer } from "../../shared/archive/signing.ts";
import type { RecoveryPaper } from "./archive.ts";
import type { Store } from "./store.ts";

export { drawRecoveryKey } from "../../shared/archive/keys.ts";

const SIGNER = "archiveSigner";
const RECOVERY = "archiveRecovery";

/** This desk's key for what it exports, drawn once. Its private half can be used and not read. */
export async function signerOf(store: Store): Promise<Signer> {
  const known = (await store.meta.get(SIGNER))?.value as Signer | undefined;
  if (known !== undefined) return known;
  const drawn = await drawSigner();
  return store.transaction("rw", store.meta, async () => {
    // Another window may have been faster.
    const first = (await store.meta.get(SIGNER))?.value as Signer | undefined;
    if (first !== undefined) return first;
    await store.meta.put({ key: SIGNER, value: drawn });
    return drawn;
  });
}

export async function recoveryOf(store: Store): Promise<RecoveryPaper | undefined> {
  return (await store.meta.get(RECOVERY))?.value as RecoveryPaper | undefined;
}

export async function keepRecovery(
  store: Store,
  { recipient, number, madeAt }: RecoveryPaper,
): Promise<void> {
  await store.meta.put({ key: RECOVERY, value: { recipient, number, madeAt } });
}

export async function fingerprintIn(store: Store): Promise<string> {
  return fingerprintOf((await signerOf(store)).key);
}
