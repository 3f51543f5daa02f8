import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { AuditHead } from "../shared/audit/entry.ts";
import { isAuditFile } from "../shared/audit/file.ts";
import { isArchiveFile, verifyArchiveFile, type Secret } from "./verify-archive.ts";
import { verifyAudit } from "./verify-audit.ts";

const USAGE =
  "usage: cli verify FILE [--head N:HASH] [--passphrase-file FILE | --recovery-key-file FILE] (a passphrase may stand on standard input)";

interface Wanted {
  readonly file: string;
  /** A head that somebody wrote down, of an audit trail. */
  readonly head: AuditHead | undefined;
  /** What opens an archive. */
  readonly secret: Secret;
}

/** What a kind of file is checked by: its first line tells which. */
interface Checker {
  readonly isMine: (firstLine: string) => boolean;
  readonly verify: (wanted: Wanted) => Promise<{ ok: boolean }>;
}

/** A line here for each kind of file that the product can prove. */
const CHECKERS: readonly Checker[] = [
  { isMine: isAuditFile, verify: ({ file, head }) => verifyAudit(linesOf(file), head) },
  { isMine: isArchiveFile, verify: ({ file, secret }) => verifyArchiveFile(file, secret) },
];

/** A line longer than this is none of ours: entries are below 20 kB. */
const LINE_LIMIT = 1_000_000;

/**
 * `verify`: every hash, signature and link of an exported audit trail or archive (cli specification). `--head` is a head that
 * somebody wrote down earlier, as the trail's screen shows it: without one, a trail that was made anew as a whole, key
 * and all, cannot be told from the true one.
 */
export async function runVerify(args: string[]): Promise<number> {
  const wanted = readArguments(args);
  if (wanted === undefined) {
    console.error(USAGE);
    return 2;
  }
  let answer: { readonly ok?: boolean };
  try {
    answer = await verified(wanted);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    answer = { failure: { kind: code === "ENOENT" ? "notFound" : "unreadable", detail: code } } as object;
  }
  console.log(JSON.stringify(answer));
  return answer.ok === true ? 0 : 1;
}

async function verified(wanted: Wanted): Promise<{ readonly ok?: boolean }> {
  const lines = linesOf(wanted.file);
  const first = await lines.next();
  await lines.return(undefined);
  const checker = CHECKERS.find(({ isMine }) => isMine(first.done === true ? "" : first.value));
  if (checker === undefined) return { failure: { kind: "unknownFormat", detail: "" } } as object;
  return checker.verify(wanted);
}

/** Lines of at most `LINE_LIMIT`; of a longer one its beginning, which no checker takes for whole. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const input = createReadStream(file, "utf8");
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) yield line.slice(0, LINE_LIMIT);
  } finally {
    input.destroy();
  }
  return undefined;
}

function readArguments(args: string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        head: { type: "string" },
        "passphrase-file": { type: "string" },
        "recovery-key-file": { type: "string" },
      },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return undefined;
    const { head: typed, "passphrase-file": passphrase, "recovery-key-file": recoveryKey } = values;
    if (passphrase !== undefined && recoveryKey !== undefined) return undefined;
    const secret: Secret =
      recoveryKey === undefined
        ? { kind: "passphrase", file: passphrase }
        : { kind: "recoveryKey", file: recoveryKey };
    if (typed === undefined) return { file, head: undefined, secret };
    const found = /^(\d{1,12}):([0-9a-f]{64})$/.exec(typed);
    if (found === null) return undefined;
    return { file, head: { n: Number(found[1]), hash: found[2] ?? "" }, secret };
  } catch {
    return undefined;
  }
}
