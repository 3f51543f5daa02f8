import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { must } from "../../shared/lib/must.ts";

/** argon2id with 19 MiB and two passes: about 20 ms on the office's server, and no bargain on a graphics card. */
const NOW = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

const derive = promisify(argon2);

/**
 * The password as it is kept: parameters, salt, hash (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`). Of one text in the form
 * that every keyboard gives (NFC).
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, NOW);
  const { memory, passes, parallelism } = NOW;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(tag)}`;
}

/**
 * Whether the password is the one kept. Without one (an account that does not exist) it takes the same time and is
 * false: who is known here must not show by how fast the answer comes.
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const { salt, tag, parameters } = parts(kept ?? NOBODYS);
  const given = await tagOf(password, salt, parameters);
  return timingSafeEqual(given, tag) && kept !== undefined;
}

/** True for a hash made with other parameters than today's: it is made anew at the next sign-in. */
export function isOutdated(kept: string): boolean {
  const { memory, passes, parallelism } = parts(kept).parameters;
  return memory !== NOW.memory || passes !== NOW.passes || parallelism !== NOW.parallelism;
}

interface Parameters {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const NOBODYS = `$argon2id$v=19$m=${NOW.memory},t=${NOW.passes},p=${NOW.parallelism}$${text(Buffer.alloc(SALT_BYTES, 7))}$${text(Buffer.alloc(TAG_BYTES, 7))}`;

const KEPT = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

function parts(kept: string): {
  readonly salt: Buffer;
  readonly tag: Buffer;
  readonly parameters: Parameters;
} {
  const found = must(KEPT.exec(kept), "a kept password has the form that hashPassword gives");
  const [, memory, passes, parallelism, salt = "", tag = ""] = found;
  return {
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
    parameters: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
  };
}

async function tagOf(password: string, nonce: Buffer, parameters: Parameters): Promise<Buffer> {
  return derive("argon2id", {
    message: password.normalize("NFC"),
    nonce,
    tagLength: TAG_BYTES,
    ...parameters,
  });
}

/** Base64 without padding, as this notation has it. */
function text(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
