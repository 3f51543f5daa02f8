import type { Lab } from "./lab.ts";

/** An origin of its own for each size of history; the smallest is empty. */
export interface FilledLab extends Lab {
  readonly addresses: ReadonlyMap<number, string>;
}
