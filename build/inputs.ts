import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./root.ts";

/** True when every input has the content it had when `name` was last built. */
export function unchangedSince(name: string, inputs: readonly string[]): boolean {
  try {
    return readFileSync(stampOf(name), "utf8") === fingerprint(inputs);
  } catch {
    return false;
  }
}

export function rememberInputs(name: string, inputs: readonly string[]): void {
  mkdirSync(inRoot("dist"), { recursive: true });
  writeFileSync(stampOf(name), fingerprint(inputs));
}

/** By content, not by time: a checkout touches files that did not change. */
export function fingerprint(inputs: readonly string[], root = inRoot(".")): string {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap((input) => filesUnder(root, input))) {
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}

function stampOf(name: string): string {
  return inRoot(`dist/.inputs-${name}`);
}
