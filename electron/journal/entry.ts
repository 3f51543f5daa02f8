import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { z } from "zod";
import { zJournalAbout, type JournalAbout } from "../../shared/desktop/contract.ts";

/** One entry: what it says of itself, and a text that only the window understands. */
export interface Entry {
  readonly about: JournalAbout;
  readonly text: string;
}

/** The first byte of a payload: how the rest is written. */
const PLAIN = 0;
const DEFLATED = 1;
const PACKED = 2;
/** Shorter ones gain nothing. */
const DEFLATE_FROM = 2048;
const MAX_INFLATED = 256 * 1024 * 1024;
const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw) as (
  bytes: Uint8Array,
  options: { readonly maxOutputLength: number },
) => Promise<Buffer>;
const zPack = z.array(z.string());

/** A frame's payload of one entry. */
export async function entryPayload(entry: Entry): Promise<Buffer> {
  const plain = Buffer.from(lineOf(entry), "utf8");
  if (plain.length < DEFLATE_FROM) return Buffer.concat([Buffer.of(PLAIN), plain]);
  return Buffer.concat([Buffer.of(DEFLATED), await deflate(plain, { level: 1 })]);
}

/** A frame's payload of many entries whose numbers follow one another. */
export async function packPayload(entries: readonly Entry[]): Promise<Buffer> {
  const plain = Buffer.from(JSON.stringify(entries.map(lineOf)), "utf8");
  return Buffer.concat([Buffer.of(PACKED), await deflate(plain, { level: 6 })]);
}

/** Throws on what no frame of ours holds: its sum was right, so we wrote it wrongly. */
export async function entriesOf(payload: Buffer): Promise<Entry[]> {
  const rest = payload.subarray(1);
  if (payload[0] === PLAIN) return [entryOfLine(rest.toString("utf8"))];
  const text = (await inflate(rest, { maxOutputLength: MAX_INFLATED })).toString("utf8");
  return payload[0] === DEFLATED ? [entryOfLine(text)] : zPack.parse(JSON.parse(text)).map(entryOfLine);
}

/** Facts first, on a line of their own: JSON has no line breaks. */
function lineOf({ about, text }: Entry): string {
  return `${JSON.stringify(about)}\n${text}`;
}

function entryOfLine(line: string): Entry {
  const end = line.indexOf("\n");
  return { about: zJournalAbout.parse(JSON.parse(line.slice(0, end))), text: line.slice(end + 1) };
}
