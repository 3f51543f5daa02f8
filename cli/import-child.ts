import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { ReadFailure } from "../shared/import/types.ts";
import { dateOf } from "../shared/lib/instants.ts";
import { fail, type Result } from "../shared/lib/result.ts";
import { MAX_FILE_BYTES } from "../shared/import/read/read-spreadsheet.ts";
import { importReport, type ImportRequest } from "./import-report.ts";

/*
 * Runs in a process of its own, which `import.ts` kills when it takes too long or too much. Whatever a hostile
 * file does to the readers ends with it; nothing it could hang on every object outlives the freeze.
 */
const startedAt = performance.now();
// After the imports, which set up prototypes of their own.
Object.freeze(Object.prototype);

const report = read(JSON.parse(process.argv[2] ?? "null") as ImportRequest);
const measured = {
  elapsedMs: Math.round(performance.now() - startedAt),
  peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(
  `${JSON.stringify(report.ok ? { ...report.value, ...measured } : { failure: report.failure })}\n`,
);

function read(request: ImportRequest): Result<Record<string, unknown>, ReadFailure> {
  let bytes: Uint8Array;
  try {
    const found = statSync(request.file);
    // What has no end, such as a device, must not even be begun.
    if (!found.isFile() && !found.isFIFO()) return fail({ kind: "notASpreadsheet", detail: "no file" });
    if (found.size > MAX_FILE_BYTES) return fail({ kind: "tooLarge", detail: `${found.size} bytes` });
    bytes = readFileSync(request.file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    return fail({ kind: "notASpreadsheet", detail: `the file cannot be opened: ${code}` });
  }
  try {
    return importReport(bytes, basename(request.file), request, dateOf(Date.now()));
  } catch (error) {
    // The readers are other people's code, fed with hostile bytes: what they throw is a verdict on the file.
    return fail({ kind: "damaged", detail: error instanceof Error ? error.message : String(error) });
  }
}
