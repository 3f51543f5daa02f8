import { z } from "zod";
import { zChange } from "./change.ts";

/** What a desk and the service say to each other. All bodies are JSON; a refused body is answered 400 with `failure`. */
export const PROTOCOL = 1;

export const zHello = z.strictObject({
  protocol: z.number().int(),
  product: z.literal("shouyue"),
  /** New after a restore from backup: a desk that meets a new one starts again from cursor 0 and pushes again. */
  epoch: z.string(),
  newest: z.number().int().nonnegative(),
  /** Per desk, the highest `deskSeq` the service holds. */
  marks: z.record(z.string(), z.number().int()),
});
export type Hello = z.infer<typeof zHello>;

export const zPush = z.strictObject({ changes: z.array(zChange).min(1).max(5000) });
export type Push = z.infer<typeof zPush>;

export const zPushed = z.strictObject({
  /** The desk's high-water mark after this push: everything up to it is durable. */
  mark: z.number().int().nonnegative(),
  appended: z.number().int().nonnegative(),
  newest: z.number().int().nonnegative(),
});
export type Pushed = z.infer<typeof zPushed>;

export const zPulled = z.strictObject({
  changes: z.array(zChange),
  /** Where to go on from. */
  cursor: z.number().int().nonnegative(),
  more: z.boolean(),
});
export type Pulled = z.infer<typeof zPulled>;
