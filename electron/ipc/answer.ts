import {
  channels,
  MAX_FILE_BYTES,
  type Channel,
  type Input,
  type Output,
} from "../../shared/desktop/contract.ts";
import type { FailureCode } from "../../shared/desktop/failure.ts";
import { diskFailure } from "../files/disk-failure.ts";
import { APP_ORIGIN } from "../security/bundle-path.ts";
import { Failed } from "./failed.ts";
import { isHeavierThan } from "./weight.ts";

export type Handler<C extends Channel> = (input: Input<C>) => Promise<Output<C>> | Output<C>;

/** The frame that asks, as far as trust is concerned. */
export interface Sender {
  readonly origin: string;
  readonly isTop: boolean;
}

/** What crosses to the preload: plain data, and of a failure its code alone. */
export type Answer<C extends Channel> = { readonly value: Output<C> } | { readonly failure: FailureCode };

const MAX_BYTES = MAX_FILE_BYTES + 1024 * 1024;

/**
 * One question at the door, from suspicion to answer (checklist 1.17): our own top frame or nobody, nothing too
 * heavy, nothing that the channel's schema does not know, and an answer that keeps its own promise.
 * Never throws; `log` gets what a developer needs and the window must not see.
 */
export async function answer<C extends Channel>(
  channel: C,
  handler: Handler<C>,
  sender: Sender | undefined,
  raw: unknown,
  log: (channel: Channel, error: unknown) => void,
): Promise<Answer<C>> {
  if (!isOurs(sender)) return { failure: "refused" };
  if (isHeavierThan(raw, MAX_BYTES)) return { failure: "too-big" };
  const input = channels[channel].input.safeParse(raw);
  if (!input.success) return { failure: "malformed" };
  try {
    // The compiler loses the tie between a channel and its schema; the contract's types hold it.
    const value = await handler(input.data as Input<C>);
    return { value: channels[channel].output.parse(value) as Output<C> };
  } catch (error) {
    const failure = error instanceof Failed ? error.code : diskFailure(error);
    if (failure === "internal") log(channel, error);
    return { failure };
  }
}

function isOurs(sender: Sender | undefined): boolean {
  return sender?.isTop === true && sender.origin === APP_ORIGIN;
}
