import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

/**
 * A backup of the service is one packed text: a head, then each table's name and columns followed by its rows, then an
 * end with the SHA-256 of everything before it. It is the same for either engine, so that it also moves an office from
 * one to the other.
 */
const zHead = z.strictObject({
  shouyue: z.literal("backup"),
  format: z.literal(1),
  /** How many migrations the tables have been through. */
  version: z.number().int(),
  epoch: z.string(),
  madeAt: z.string(),
});
export type Head = z.infer<typeof zHead>;

const zTable = z.strictObject({
  table: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
});
const zRow = z.array(z.union([z.string(), z.number(), z.null()]));
const zEnd = z.strictObject({ rows: z.number().int(), sha256: z.string() });

export type Line = z.infer<typeof zTable> | { readonly row: z.infer<typeof zRow> };

export class DamagedBackup extends Error {}

/** Writes beside the file, flushes, and only then takes its place. Gives the number of rows. */
export async function writeBackup(file: string, head: Head, lines: AsyncIterable<Line>): Promise<number> {
  const unfinished = `${file}.part`;
  const hash = createHash("sha256");
  let rows = 0;
  async function* texts(): AsyncGenerator<string> {
    yield hashed(hash, JSON.stringify(head));
    for await (const line of lines) {
      if ("row" in line) rows += 1;
      yield hashed(hash, JSON.stringify("row" in line ? line.row : line));
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest("hex") })}\n`;
  }
  try {
    await pipeline(Readable.from(texts()), createGzip({ level: 3 }), createWriteStream(unfinished));
    const written = await open(unfinished, "r+");
    await written.sync().finally(async () => written.close());
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await rename(unfinished, file);
  return rows;
}

/** The head, once the whole file was read and is what was written. Throws `DamagedBackup`. */
export async function checkBackup(file: string): Promise<Head> {
  let head: Head | undefined;
  for await (const part of readBackup(file)) if ("head" in part) ({ head } = part);
  if (head === undefined) throw new DamagedBackup("no head");
  return head;
}

/** Throws `DamagedBackup` at the latest at the end: nothing that was read counts before that. */
export async function* readBackup(file: string): AsyncGenerator<Line | { readonly head: Head }> {
  const hash = createHash("sha256");
  const unpacked = createGunzip();
  const packed = createReadStream(file);
  const unpacking = pipeline(packed, unpacked).then(
    () => undefined,
    (error: unknown) => error,
  );
  let before: string | undefined;
  let rows = 0;
  let isHead = true;
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (before !== undefined) {
        hashed(hash, before);
        const value = parsed(before);
        if (isHead) yield { head: checked(zHead, value) };
        else if (Array.isArray(value)) yield { row: checked(zRow, value) };
        else yield checked(zTable, value);
        if (Array.isArray(value)) rows += 1;
        isHead = false;
      }
      before = text;
    }
  } catch (error) {
    throw error instanceof DamagedBackup ? error : new DamagedBackup("cannot be unpacked");
  }
  if ((await unpacking) !== undefined) throw new DamagedBackup("cannot be unpacked");
  const end = checked(zEnd, parsed(before ?? ""));
  if (end.rows !== rows || end.sha256 !== hash.digest("hex")) throw new DamagedBackup("its sum is wrong");
}

function hashed(hash: Hash, text: string): string {
  hash.update(text).update("\n");
  return `${text}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedBackup("a line is no JSON");
  }
}

function checked<T>(type: z.ZodType<T>, value: unknown): T {
  const read = type.safeParse(value);
  if (!read.success) throw new DamagedBackup("a line has another form");
  return read.data;
}
