import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { AuditHead } from "../shared/audit/entry.ts";
import { isAuditFile } from "../shared/audit/file.ts";
import { verifyAudit } from "./verify-audit.ts";

const USAGE = "usage: cli verify FILE [--head N:HASH]";

/** What a kind of file is checked by: its first line tells which, and the rest follows line by line. */
interface Checker {
  readonly isMine: (firstLine: string) => boolean;
  readonly verify: (
    lines: AsyncIterable<string>,
    remembered: AuditHead | undefined,
  ) => Promise<{ ok: boolean }>;
}

/** A line here for each kind of file that the product can prove. */
const CHECKERS: readonly Checker[] = [{ isMine: isAuditFile, verify: verifyAudit }];

/** A line longer than this is none of ours: entries are below 20 kB. */
const LINE_LIMIT = 1_000_000;

/**
 * `verify`: every hash, signature and link of an exported audit trail (cli specification). `--head` is a head that
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
    answer = await verified(wanted.file, wanted.head);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    answer = { failure: { kind: code === "ENOENT" ? "notFound" : "unreadable", detail: code } } as object;
  }
  console.log(JSON.stringify(answer));
  return answer.ok === true ? 0 : 1;
}

async function verified(file: string, head: AuditHead | undefined): Promise<{ readonly ok?: boolean }> {
  const lines = linesOf(file);
  const first = await lines.next();
  const firstLine = first.done === true ? "" : first.value;
  const checker = CHECKERS.find(({ isMine }) => isMine(firstLine));
  if (checker === undefined) {
    await lines.return(undefined);
    return { failure: { kind: "unknownFormat", detail: "" } } as object;
  }
  return checker.verify(withFirst(firstLine, lines), head);
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

async function* withFirst(first: string, rest: AsyncGenerator<string, undefined>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function readArguments(
  args: string[],
): { readonly file: string; readonly head: AuditHead | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { head: { type: "string" } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) return undefined;
    if (values.head === undefined) return { file, head: undefined };
    const found = /^(\d{1,12}):([0-9a-f]{64})$/.exec(values.head);
    if (found === null) return undefined;
    return { file, head: { n: Number(found[1]), hash: found[2] ?? "" } };
  } catch {
    return undefined;
  }
}
