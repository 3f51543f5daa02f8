import { Decrypter, Encrypter } from "age-encryption";
import { describe, expect, test } from "vitest";
import { joined, sha256, utf8, type Bytes } from "../../../shared/archive/bytes.ts";
import type { ArchiveFailure } from "../../../shared/archive/failure.ts";
import { NO_LINE } from "../../../shared/archive/head.ts";
import { drawRecoveryKey, encrypterOf, peek, recoveryGroups } from "../../../shared/archive/keys.ts";
import { archiveParts, verifyArchive, type ReadPart } from "../../../shared/archive/read.ts";
import { drawSigner, fingerprintOf } from "../../../shared/archive/signing.ts";
import { plainParts, type Content } from "../../../shared/archive/write.ts";
import { canonical } from "../../../shared/lib/canonical.ts";
import type { Result } from "../../../shared/lib/result.ts";
import {
  archiveOf,
  asStream,
  bytesOf,
  changesPart,
  listed,
  PASSPHRASE,
  toWrite,
} from "../../support/archive.ts";
import { changesOf } from "../../support/changes.ts";
import { valueOf } from "../../support/value-of.ts";

const photo = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);
const contents: readonly Content[] = [
  { blob: photo },
  changesPart(changesOf("DESK01", 1, 30)),
  changesPart(changesOf("DESK02", 5, 9)),
];

async function opened(bytes: Uint8Array, passphrase = PASSPHRASE): Promise<ReadPart[]> {
  const parts: ReadPart[] = [];
  for await (const part of archiveParts(asStream(bytes), { passphrase })) parts.push(part);
  return parts;
}

async function verified(
  bytes: Uint8Array,
  passphrase = PASSPHRASE,
): Promise<Result<unknown, ArchiveFailure>> {
  return verifyArchive(asStream(bytes), { passphrase });
}

async function failureOf(bytes: Uint8Array): Promise<ArchiveFailure | undefined> {
  const result = await verified(bytes);
  return result.ok ? undefined : result.failure;
}

describe("an archive", () => {
  test("gives back every change and every attachment, and says what there was", async () => {
    const parts = await opened(await archiveOf(contents, { missing: () => ["f".repeat(64)] }));
    expect(parts.flatMap((part) => ("changes" in part ? part.changes : []))).toEqual([
      ...changesOf("DESK01", 1, 30),
      ...changesOf("DESK02", 5, 9),
    ]);
    const [blob] = parts.flatMap((part) => ("blob" in part ? [part] : []));
    expect(blob?.blob).toEqual(photo);
    expect(blob?.sha256).toBe(await sha256(photo));
    const manifest = parts.flatMap((part) => ("manifest" in part ? [part.manifest] : [])).at(0);
    expect(manifest).toMatchObject({
      changes: 35,
      blobs: 1,
      blobBytes: 200_000,
      held: { DESK01: [[1, 30]], DESK02: [[5, 9]] },
      missing: ["f".repeat(64)],
    });
  });

  test("may be empty", async () => {
    expect(valueOf(await verified(await archiveOf([])))).toMatchObject({ manifest: { changes: 0 } });
  });

  test("shows nothing of its contents to who cannot open it", async () => {
    const text = new TextDecoder("latin1").decode(await archiveOf(contents));
    expect(text).not.toContain("DESK01");
    expect(text).not.toContain("shouyue-archive");
  });

  test("is opened with the recovery key too, typed with or without blanks and in small letters", async () => {
    const { key, recipient } = await drawRecoveryKey();
    const recovery = { recipient, number: "HF-2026-7K2M9P-0001" };
    const bytes = await archiveOf(contents, { locks: { passphrase: PASSPHRASE, workFactor: 4, recovery } });
    expect(peek(bytes)).toEqual({ isAge: true, recovery: "HF-2026-7K2M9P-0001" });
    const typed = [key, recoveryGroups(key).join(" "), `  ${recoveryGroups(key).join("-").toLowerCase()} `];
    for (const recoveryKey of typed) {
      expect((await verifyArchive(asStream(bytes), { recoveryKey })).ok).toBe(true);
    }
    expect((await verified(bytes)).ok).toBe(true);
    // As any program that knows age does, which knows nothing of our stanza.
    const decrypter = new Decrypter();
    decrypter.addIdentity(key);
    expect(new TextDecoder().decode(await decrypter.decrypt(bytes))).toContain("shouyue-archive");
  });

  test("takes a passphrase typed in full-width letters for the same", async () => {
    const bytes = await archiveOf(contents, {
      locks: { passphrase: "ｓｈｏｕｙｕｅ-２０２６-归档", workFactor: 4 },
    });
    expect((await verified(bytes, "shouyue-2026-归档")).ok).toBe(true);
  });

  test("is refused with a recovery key that was mistyped, or is another's", async () => {
    const bytes = await archiveOf(contents);
    const { key } = await drawRecoveryKey();
    const mistyped = key.slice(0, -1) + (key.endsWith("Q") ? "P" : "Q");
    expect(await verifyArchive(asStream(bytes), { recoveryKey: mistyped })).toMatchObject({
      failure: { kind: "badRecoveryKey" },
    });
    expect(await verifyArchive(asStream(bytes), { recoveryKey: key })).toMatchObject({
      failure: { kind: "wrongKey" },
    });
  });

  test("is made a part at a time: what nobody reads is not asked for", async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<Content> {
      for (;;) {
        asked += 1;
        yield await Promise.resolve({ blob: photo });
      }
    }
    const { archiveStream } = await import("../../../shared/archive/write.ts");
    const reader = (await archiveStream(await toWrite([], { contents: endless() }))).getReader();
    for (let n = 0; n < 20; n += 1) await reader.read();
    await reader.cancel();
    expect(asked).toBeLessThan(30);
  });
});

describe("bad input of an archive: nothing of it counts", () => {
  test.each([
    ["nothing at all", new Uint8Array(), "notAnArchive"],
    ["a spreadsheet", utf8("编号,主题\n1,打印机"), "notAnArchive"],
    ["the first line of an age file and no more", utf8("age-encryption.org/v1\n"), "damaged"],
  ])("%s", async (_what, bytes, kind) => {
    expect((await failureOf(bytes))?.kind).toBe(kind);
  });

  test("the wrong passphrase", async () => {
    const result = await verified(await archiveOf(contents), "another-passphrase");
    expect(result).toEqual({ ok: false, failure: { kind: "wrongKey" } });
  });

  test("an age file that holds something else", async () => {
    const bytes = await encrypterOf({ passphrase: PASSPHRASE, workFactor: 4 }).encrypt("hello\n");
    expect(await failureOf(bytes)).toEqual({ kind: "notAnArchive" });
  });

  test("a passphrase lock that would cost gigabytes to try", async () => {
    const bytes = await archiveOf(contents);
    const text = new TextDecoder("latin1").decode(bytes);
    // Only the declared cost is looked at: it is refused before any work.
    expect(text).toContain("-> shouyue.cn/passphrase -");
    const { Stanza } = await import("age-encryption");
    const encrypter = new Encrypter();
    const costly = "age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA 20\n";
    encrypter.addRecipient({ wrapFileKey: () => [new Stanza(["shouyue.cn/passphrase", "-"], utf8(costly))] });
    expect((await failureOf(await encrypter.encrypt("hello\n")))?.kind).toBe("tooLarge");
  });

  test("cut off at any tenth of it, or by its last byte", async () => {
    const bytes = await archiveOf(contents);
    const ends = [
      ...Array.from({ length: 9 }, (_, n) => Math.floor((bytes.length * (n + 1)) / 10)),
      bytes.length - 1,
    ];
    for (const end of ends) expect(await failureOf(bytes.slice(0, end)), String(end)).toBeDefined();
    // At the border of two of age's chunks too.
    const payload = bytes.length % (64 * 1024 + 16);
    expect(await failureOf(bytes.slice(0, bytes.length - payload)), "border").toBeDefined();
  });

  test("one flipped bit anywhere", async () => {
    const bytes = await archiveOf([changesPart(changesOf("DESK01", 1, 3))]);
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(await failureOf(flipped), `byte ${at}`).toBeDefined();
    }
  });
});

/** The parts of a file before they were encrypted, each a line and a body. */
interface Piece {
  readonly line: Record<string, unknown>;
  readonly body: Bytes;
}

async function pieces(more: readonly Content[] = contents): Promise<Piece[]> {
  const raw: Bytes[] = [];
  for await (const bytes of plainParts(await toWrite(more), () => undefined)) raw.push(bytes);
  return Array.from({ length: raw.length / 2 }, (_, n) => ({
    line: JSON.parse(new TextDecoder().decode(raw[n * 2])) as Record<string, unknown>,
    body: raw[n * 2 + 1] ?? utf8(""),
  }));
}

/** Whoever holds the passphrase can write what they like: hashes and links put right, the signature cannot be. */
async function sealed(parts: readonly Piece[], chained = true): Promise<Bytes> {
  const raw: Bytes[] = [];
  let previous = NO_LINE;
  for (const [n, { line, body }] of parts.entries()) {
    const whole = chained ? { ...line, n, bytes: body.length, sha256: await sha256(body), previous } : line;
    const text = utf8(`${canonical(whole)}\n`);
    previous = await sha256(text);
    raw.push(text, body);
  }
  return new Uint8Array(await encrypterOf({ passphrase: PASSPHRASE, workFactor: 4 }).encrypt(joined(raw)));
}

function manifestWith(parts: readonly Piece[], patch: object): Piece[] {
  const [last] = parts.slice(-1);
  const body = { ...(JSON.parse(new TextDecoder().decode(last?.body)) as object), ...patch };
  return [...parts.slice(0, -1), { line: last?.line ?? {}, body: utf8(canonical(body)) }];
}

async function chainOf(parts: readonly Piece[]): Promise<string> {
  let previous = NO_LINE;
  for (const [n, { line, body }] of parts.slice(0, -1).entries()) {
    const whole = { ...line, n, bytes: body.length, sha256: await sha256(body), previous };
    previous = await sha256(utf8(`${canonical(whole)}\n`));
  }
  return previous;
}

describe("a file made by who holds the passphrase and not the desk's key", () => {
  test("as it was made is sound", async () => {
    expect(await failureOf(await sealed(await pieces()))).toBeUndefined();
  });

  test.each<[string, (parts: Piece[]) => Promise<Bytes>, string]>([
    [
      "a part taken out",
      async (parts) =>
        sealed(
          parts.filter((_, n) => n !== 2),
          false,
        ),
      "outOfOrder",
    ],
    [
      "a part taken out, and the rest linked anew",
      async (parts) => sealed(parts.filter((_, n) => n !== 2)),
      "otherManifest",
    ],
    [
      "two parts in each other's place",
      async ([first, second, third, ...rest]) => sealed([first, third, second, ...rest] as Piece[], false),
      "outOfOrder",
    ],
    [
      "a part that was changed",
      async (parts) =>
        sealed(
          parts.map((part, n) => (n === 1 ? { ...part, body: new Uint8Array(part.body.length) } : part)),
          false,
        ),
      "altered",
    ],
    [
      "a link to another part",
      async (parts) =>
        sealed(
          parts.map((part, n) =>
            n === 2 ? { ...part, line: { ...part.line, previous: "a".repeat(64) } } : part,
          ),
          false,
        ),
      "brokenLink",
    ],
    [
      "a size that no file of ours has",
      async (parts) =>
        sealed(
          parts.map((part, n) => (n === 1 ? { ...part, line: { ...part.line, bytes: 1e15 } } : part)),
          false,
        ),
      "tooLarge",
    ],
    [
      "a size that the file does not have",
      async (parts) =>
        sealed(
          parts.map((part, n) => (n === 1 ? { ...part, line: { ...part.line, bytes: 2e8 } } : part)),
          false,
        ),
      "truncated",
    ],
    ["no manifest", async (parts) => sealed(parts.slice(0, -1)), "truncated"],
    ["parts behind the manifest", async (parts) => sealed([...parts, ...parts.slice(1, 2)]), "extraParts"],
    ["a second head", async (parts) => sealed([...parts.slice(0, 1), ...parts]), "badPart"],
    [
      "the manifest of another file",
      async (parts) => sealed([...parts.slice(0, -1), ...(await pieces([])).slice(-1)]),
      "otherManifest",
    ],
    [
      "a name that nobody signed",
      async (parts) => sealed(manifestWith(parts, { changes: 34 })),
      "badSignature",
    ],
    [
      "a part less, and everything put right but the signature",
      async (parts) => {
        const fewer = parts.filter((_, n) => n !== 2);
        const told = {
          parts: fewer.length - 1,
          chain: await chainOf(fewer),
          changes: 5,
          held: { DESK02: [[5, 9]] },
        };
        return sealed(manifestWith(fewer, told));
      },
      "badSignature",
    ],
    [
      "a line that is no part's",
      async (parts) =>
        sealed(
          parts.map((part, n) => (n === 1 ? { ...part, line: { part: "else" } } : part)),
          false,
        ),
      "badPart",
    ],
  ])("%s", async (_what, forge, kind) => {
    expect((await failureOf(await forge(await pieces())))?.kind).toBe(kind);
  });

  test("a text of changes that unpacks to more than memory holds", async () => {
    const { gunzipped, gzipped } = await import("../../../shared/archive/bytes.ts");
    await expect(gunzipped(await gzipped(new Uint8Array(5_000_000)), 1_000_000)).rejects.toThrow(RangeError);
  });
});

test("changes under another desk's name are refused, signed or not", async () => {
  const [change] = changesOf("DESK01", 1, 1);
  const forged = { ...change, id: "DESK02:1" } as typeof change;
  const bytes = await archiveOf([changesPart(forged === undefined ? [] : [forged])]);
  expect((await failureOf(bytes))?.kind).toBe("countsDiffer");
});

test("a file of a later version says that this one is too old for it", async () => {
  const [first, ...rest] = await pieces();
  const head = JSON.parse(new TextDecoder().decode(first?.body)) as object;
  const later = { line: first?.line ?? {}, body: utf8(canonical({ ...head, version: 2, colour: "red" })) };
  expect(await failureOf(await sealed([later, ...rest]))).toEqual({ kind: "newerVersion", version: 2 });
});

test("a desk's fingerprint is short enough to be read over the telephone", async () => {
  const { key } = await drawSigner();
  expect(await fingerprintOf(key)).toMatch(/^([0-9A-F]{4}-){7}[0-9A-F]{4}$/);
  expect(await bytesOf(asStream(utf8("x")))).toEqual(utf8("x"));
  expect(await listed([1]).next()).toEqual({ done: false, value: 1 });
});
