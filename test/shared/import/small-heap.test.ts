import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROWS = 150_000;
const HEAP_MIB = 64;

function inSmallHeap(way: "ours" | "arrays"): { readonly printed: string; readonly isKilled: boolean } {
  const script = fileURLToPath(new URL("../../support/small-heap-import.ts", import.meta.url));
  const flags = [`--max-old-space-size=${HEAP_MIB}`, "--disable-warning=ExperimentalWarning"];
  const { stdout, status } = spawnSync(process.execPath, [...flags, script, way, String(ROWS)], {
    encoding: "utf8",
  });
  return { printed: stdout.trim(), isKilled: status !== 0 };
}

test(
  "a ledger of 150,000 rows is read, checked and drafted in a heap that cannot hold its cells",
  { timeout: 120_000 },
  () => {
    expect(inSmallHeap("arrays")).toEqual({ printed: "", isKilled: true });
    expect(inSmallHeap("ours")).toEqual({ printed: String(ROWS), isKilled: false });
  },
);
