import type { Cell } from "../types.ts";

const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};
const KNOWN = new Set(Object.values(ERRORS));

/** An error value by the number that the binary formats, and the library, write for it. */
export function errorOfCode(code: unknown): Cell {
  return { kind: "error", text: ERRORS[Number(code)] ?? "#ERROR!" };
}

/** An error value by its name, as `.xlsx` writes it. */
export function errorOfName(name: string): Cell {
  return { kind: "error", text: KNOWN.has(name) ? name : "#ERROR!" };
}
