import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, Stanza } from "age-encryption";
import type { Identity, Recipient } from "age-encryption";
import { fail, ok, type Result } from "../lib/result.ts";
import { ArchiveBroken, type ArchiveFailure } from "./failure.ts";

/** How a file is to be opened later. */
export interface Locks {
  readonly passphrase: string;
  /** The public half of a printed recovery key, and the number on its paper. */
  readonly recovery?: { readonly recipient: string; readonly number: string } | undefined;
  /** The base-2 logarithm of scrypt's cost; smaller in tests. */
  readonly workFactor?: number;
}

export type Opener = { readonly passphrase: string } | { readonly recoveryKey: string };

/** Costs half a second and 128 MB of whoever guesses, and of us once a file. */
const WORK_FACTOR = 17;
/** A file that asks for more is not ours: 19 would take half a gigabyte. */
const MOST_WORK = 18;
/**
 * age allows a passphrase only alone. So the file's key is locked up by passphrase in an age file of its own, which stands
 * as a stanza of this name beside the recovery key's: any age program opens the whole with the recovery key.
 */
const STANZA = "shouyue.cn/passphrase";

export function encrypterOf({ passphrase, recovery, workFactor = WORK_FACTOR }: Locks): Encrypter {
  const encrypter = new Encrypter();
  encrypter.addRecipient(byPassphrase(passphrase, recovery?.number, workFactor));
  if (recovery !== undefined) encrypter.addRecipient(recovery.recipient);
  return encrypter;
}

export function decrypterOf(opener: Opener): Result<Decrypter, ArchiveFailure> {
  const decrypter = new Decrypter();
  if ("passphrase" in opener) {
    decrypter.addIdentity(openedByPassphrase(opener.passphrase));
    return ok(decrypter);
  }
  try {
    decrypter.addIdentity(identityOf(opener.recoveryKey));
    return ok(decrypter);
  } catch {
    return fail({ kind: "badRecoveryKey" });
  }
}

/** Whether a file begins as ours do, and which recovery key opens it, by the number of its paper. */
export function peek(beginning: Uint8Array): { readonly isAge: boolean; readonly recovery?: string } {
  const text = new TextDecoder().decode(beginning.subarray(0, 4096));
  if (!text.startsWith("age-encryption.org/v1\n")) return { isAge: false };
  const number = new RegExp(`^-> ${STANZA} (\\S{1,80})$`, "m").exec(text)?.[1];
  return number === undefined || number === "-" ? { isAge: true } : { isAge: true, recovery: number };
}

/** A new recovery key. Whoever has `key` opens what was locked for `recipient`; it is kept on paper alone. */
export async function drawRecoveryKey(): Promise<{ readonly key: string; readonly recipient: string }> {
  const key = await generateX25519Identity();
  return { key, recipient: await identityToRecipient(key) };
}

const PREFIX = "AGE-SECRET-KEY-1";

/** As it is printed: the prefix, then groups of five letters to be typed one after another. */
export function recoveryGroups(key: string): readonly string[] {
  return key.slice(PREFIX.length).match(/.{1,5}/g) ?? [];
}

/** As people type it off the paper: with or without the prefix, blanks, hyphens, full-width letters. */
function identityOf(typed: string): string {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/^AGESECRETKEY1/, "");
  return PREFIX + letters;
}

function byPassphrase(passphrase: string, number: string | undefined, workFactor: number): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const inner = new Encrypter();
      inner.setScryptWorkFactor(workFactor);
      inner.setPassphrase(plain(passphrase));
      const told = number !== undefined && /^[\x21-\x7e]{1,80}$/.test(number) ? number : "-";
      return [new Stanza([STANZA, told], await inner.encrypt(fileKey))];
    },
  };
}

function openedByPassphrase(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      for (const { args, body } of stanzas) {
        if (args[0] !== STANZA) continue;
        const head = new TextDecoder().decode(body.subarray(0, 200));
        const work = Number(/^-> scrypt \S+ (\d{1,2})$/m.exec(head)?.[1] ?? Infinity);
        if (work > MOST_WORK) throw new ArchiveBroken({ kind: "tooLarge", at: 0 });
        const inner = new Decrypter();
        inner.addPassphrase(plain(passphrase));
        const fileKey = await inner.decrypt(body).catch(() => undefined);
        if (fileKey?.length === 16) return fileKey;
      }
      return null;
    },
  };
}

/** One passphrase, whatever input method typed it. */
function plain(passphrase: string): string {
  return passphrase.normalize("NFKC");
}
