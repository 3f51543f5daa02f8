import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ReadFailure } from "../shared/import/types.ts";
import type { RecordType } from "../shared/records/index.ts";
import type { ImportRequest } from "./import-report.ts";

const USAGE = "usage: cli import FILE [--as TYPE] [--sheet NAME|N] [--limit N] [--rows] [--json]";
/** Under the promised 30 s and 1.5 GiB: npm, this process, starting and stopping take their share. */
const TIME_LIMIT_MS = 27_000;
const HEAP_LIMIT_MIB = 1000;
const MEMORY_LIMIT_MIB = 1250;
const LOOK_EVERY_MS = 20;
const DEFAULT_LIMIT = 100;

/**
 * `import`: reads a spreadsheet as the wizard would and writes nothing (cli specification). The reading is done by
 * a child process, killed when it takes too long or too much memory: both are the failure `tooLarge`.
 */
export async function runImport(args: string[]): Promise<number> {
  const request = await parseRequest(args);
  if (typeof request === "string") {
    console.error(`${request}\n${USAGE}`);
    return 2;
  }
  const output = await readInChild(request);
  await write(output);
  return output.startsWith('{"failure"') ? 1 : 0;
}

/** The request, or what is wrong with the arguments. */
async function parseRequest(args: string[]): Promise<ImportRequest | string> {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: "string", default: "incident" },
        sheet: { type: "string" },
        limit: { type: "string", default: String(DEFAULT_LIMIT) },
        rows: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return "import takes one file";
  const type = await recordType(values.as);
  if (type === undefined) return `no record type: ${values.as}`;
  if (!/^\d{1,7}$/.test(values.limit)) return `not a number of records: ${values.limit}`;
  return { file, type, sheet: values.sheet, limit: Number(values.limit), rows: values.rows };
}

/** The usual type is known without loading the records, which costs more than all the rest here. */
async function recordType(name: string): Promise<RecordType | undefined> {
  if (name === "incident") return name;
  const { isRecordType } = await import("../shared/records/index.ts");
  return isRecordType(name) ? name : undefined;
}

async function readInChild(request: ImportRequest): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_LIMIT_MIB}`,
      "--disable-warning=ExperimentalWarning",
      fileURLToPath(new URL("./import-child.ts", import.meta.url)),
      JSON.stringify(request),
    ],
    // What the engine prints when its heap is full is nobody's message.
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const pieces: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
  const killed: string[] = [];
  const stop = (why: string): void => {
    killed.push(why);
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop(`more than ${TIME_LIMIT_MS / 1000} s`), TIME_LIMIT_MS);
  const watch = setInterval(() => {
    if (memoryMiB(child.pid) > MEMORY_LIMIT_MIB) stop(`more than ${MEMORY_LIMIT_MIB} MiB of memory`);
  }, LOOK_EVERY_MS);
  try {
    await once(child, "close");
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
  const output = Buffer.concat(pieces).toString("utf8");
  if (child.exitCode === 0 && output.endsWith("\n")) return output;
  const failure: ReadFailure = {
    kind: "tooLarge",
    detail: killed[0] ?? `reading took more than ${HEAP_LIMIT_MIB} MiB of memory or broke off`,
  };
  return `${JSON.stringify({ failure })}\n`;
}

/** Resident memory of another process where the system shows it (Linux), else 0: the heap limit then stands alone. */
function memoryMiB(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
