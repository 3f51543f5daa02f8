import { readFile } from "node:fs/promises";
import { z } from "zod";
import { writeWhole } from "../files/write-whole.ts";

/** The operating system's keychain, as Electron's safeStorage offers it. */
export interface Keychain {
  /** False where nothing but a fixed password would protect the secret. */
  isSafe(): Promise<boolean>;
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<string>;
}

export interface Secrets {
  /** False when this machine cannot keep a secret: then nothing is written at all. */
  keep(name: string, value: string): Promise<boolean>;
  /** Null when never kept, or when the keychain that could open it is gone. */
  read(name: string): Promise<string | null>;
}

/** Secrets in one file, each encrypted under the user's keychain; names are in the clear, values never. */
export function secretsIn(file: string, keychain: Keychain): Secrets {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, or two writes would lose one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }
  return {
    keep: (name, value) =>
      inTurn(async () => {
        if (!(await keychain.isSafe())) return false;
        const sealed = Buffer.from(await keychain.encrypt(value)).toString("base64");
        await writeWhole(file, JSON.stringify({ ...(await sealedIn(file)), [name]: sealed }));
        return true;
      }),
    read: (name) =>
      inTurn(async () => {
        const sealed = (await sealedIn(file))[name];
        if (sealed === undefined || !(await keychain.isSafe())) return null;
        try {
          return await keychain.decrypt(Buffer.from(sealed, "base64"));
        } catch {
          return null;
        }
      }),
  };
}

const zSealed = z.record(z.string(), z.string());

/** A file that is gone or damaged holds nothing: whoever asks signs in again. */
async function sealedIn(file: string): Promise<Record<string, string>> {
  try {
    return zSealed.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return {};
  }
}
