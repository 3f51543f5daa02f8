import { existsSync } from "node:fs";
import { basename, extname, join, parse } from "node:path";
import type { Input, Output } from "../../shared/desktop/contract.ts";
import { writeWhole } from "./write-whole.ts";

/** Asks the user where; undefined when they thought better of it. */
export type AskWhere = (suggestedName: string, kind: Kind) => Promise<string | undefined>;
export type Kind = Input<"saveFile">["kind"];

/** Saves where the user says, whole or not at all. The window learns the file's own name, never its folder. */
export async function saveFile(input: Input<"saveFile">, askWhere: AskWhere): Promise<Output<"saveFile">> {
  const chosen = await askWhere(withExtension(input.suggestedName, input.kind), input.kind);
  if (chosen === undefined) return { saved: false };
  const complete = withExtension(chosen, input.kind);
  // The user agreed to replace the file they named, not the one that our extension makes of it.
  const path = complete === chosen ? chosen : freePath(complete);
  await writeWhole(path, input.bytes);
  return { saved: true, name: basename(path) };
}

/** `故障清单` → `故障清单.xlsx`. A name that has the extension, in whatever case, is left alone. */
function withExtension(path: string, kind: Kind): string {
  if (kind === "any") return path;
  return extname(path).toLowerCase() === `.${kind}` ? path : `${path}.${kind}`;
}

function freePath(path: string): string {
  const { dir, name, ext } = parse(path);
  let free = path;
  for (let n = 2; existsSync(free); n++) free = join(dir, `${name} (${n})${ext}`);
  return free;
}
