import { once } from "node:events";
import { createInterface } from "node:readline";
import { answerClockCase } from "./clock-case.ts";

const WRITE_AT = 65_536;

/**
 * `clock`: a case a line on standard input, an answer a line on standard output (cli specification).
 * A line that is no case gets a failure in its place, the others their answers, and the exit code is 1.
 */
export async function runClock(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error("usage: cli clock < cases.jsonl");
    return 2;
  }
  let code = 0;
  let pending = "";
  for await (const line of withoutBlankEnd(createInterface({ input: process.stdin, crlfDelay: Infinity }))) {
    const answer = answerClockCase(line);
    if (!answer.ok) code = 1;
    // In pieces: the reasons for a due time a century away are tens of thousands of segments.
    for (const piece of answer.pieces) {
      pending += piece;
      if (pending.length < WRITE_AT) continue;
      await write(pending);
      pending = "";
    }
  }
  await write(pending);
  return code;
}

/** Blank lines before the end are lines like any other; at the end of a file they are nobody's case. */
async function* withoutBlankEnd(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let blanks = 0;
  let isFirst = true;
  for await (const read of lines) {
    const line = isFirst ? read.replace(/^\uFEFF/, "") : read;
    isFirst = false;
    if (line.trim() === "") {
      blanks++;
      continue;
    }
    for (; blanks > 0; blanks--) yield "";
    yield line;
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
