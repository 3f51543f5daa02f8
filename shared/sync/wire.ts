import { z } from "zod";
import { zChange } from "./change.ts";

/**
 * What a desk and the service say to each other. All bodies are JSON; a refused body is answered 400 with `failure`.
 * Names the shapes of this file by their hash, which a test pins: whoever changes a message, changes the name.
 */
export const PROTOCOL = "494abec1c779";

/**
 * What this service speaks, newest first. A desk that speaks none of it is told to be updated (sync I8). An older name
 * stays for as long as its messages are still understood: `aa4c2217d7a4` asks for no refusals.
 */
export const SPOKEN: readonly string[] = [PROTOCOL, "aa4c2217d7a4"];

export const zHello = z.strictObject({
  /** Names of protocols, newest first. */
  protocols: z.array(z.string().max(40)).min(1),
  product: z.literal("shouyue"),
  /** New after a restore from backup: a desk that meets a new one starts again from cursor 0 and pushes again. */
  epoch: z.string(),
  /**
   * Per desk, the highest `deskSeq` that is settled: in the log, or refused for good. A desk that has pulled as far as
   * `newest` and did not see an own change below its mark come back knows that it was refused.
   */
  marks: z.record(z.string(), z.number().int()),
  /** Not older than the marks: what they count lies below. */
  newest: z.number().int().nonnegative(),
  /** By which a desk knows how wrong its clock is. */
  serverTime: z.iso.datetime(),
});
export type Hello = z.infer<typeof zHello>;

/** Of one desk, in order. The service takes each change as unknown and judges it by itself: see judge.ts. */
export const zPush = z.strictObject({ changes: z.array(zChange).min(1).max(5000) });

const zVerdict = z.strictObject({
  deskSeq: z.number().int().positive(),
  /** `clamped`: it stands, with `stamp`. Anything else: it was refused for good, and why. */
  code: z.string().max(40),
  stamp: z.string().max(48).optional(),
});

export const zPushed = z.strictObject({
  /** The desk's high-water mark after this push: everything up to it is durable, or refused. */
  mark: z.number().int().nonnegative(),
  /** Of those changes where not everything is as it was sent. An answer may get lost: the log itself tells as much. */
  verdicts: z.array(zVerdict),
  appended: z.number().int().nonnegative(),
  newest: z.number().int().nonnegative(),
});
export type Pushed = z.infer<typeof zPushed>;

/**
 * What of a desk's changes above a number was refused, and why (`""`: not known). Asked where the answer to a push was
 * lost, or the desk's store was made anew.
 */
export const zRefusals = z.strictObject({
  refused: z.array(z.strictObject({ deskSeq: z.number().int().positive(), code: z.string().max(40) })),
  more: z.boolean(),
});
export type Refusals = z.infer<typeof zRefusals>;

export const zPulled = z.strictObject({
  changes: z.array(zChange),
  /** Where to go on from. */
  cursor: z.number().int().nonnegative(),
  more: z.boolean(),
});
export type Pulled = z.infer<typeof zPulled>;
