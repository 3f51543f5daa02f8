import type { Change } from "../../shared/sync/change.ts";
import type { ServiceClient } from "./service-client.ts";

/** Changes of desks that this service may not know: they came by file from another network. */
export interface RelaySource {
  /** By desk, the number up to which something came. */
  waiting(): Promise<Readonly<Record<string, number>>>;
  /**
   * What to push of a desk above `mark`, in order without a gap. A number that its own service refused for good stands
   * there by itself, and is refused here again.
   */
  next(
    desk: string,
    mark: number,
    limit: number,
  ): Promise<readonly (Change | Pick<Change, "desk" | "deskSeq">)[]>;
  /** The service has a desk's changes up to here. */
  settled(desk: string, mark: number): Promise<void>;
}

const A_PUSH = 500;

/**
 * Hands on to the service what came by file, each desk's changes as that desk would push them: the service judges them one
 * by one, and skips what it has. May stop anywhere and be run again. Gives what the service refused, if it did.
 */
export async function relayOnce(source: RelaySource, service: ServiceClient): Promise<string | undefined> {
  const waiting = Object.entries(await source.waiting());
  if (waiting.length === 0) return undefined;
  const hello = await service.hello();
  if (!hello.ok) return undefined;
  for (const [desk, upTo] of waiting) {
    let mark = hello.value.marks[desk] ?? 0;
    while (mark < upTo) {
      const some = await source.next(desk, mark, A_PUSH);
      if (some.length === 0) break;
      // The service takes each entry as unknown: what has no content is refused, and its number is done with.
      const pushed = await service.push(some as readonly Change[]);
      if (!pushed.ok) {
        if (pushed.failure.kind === "offline") return undefined;
        return pushed.failure.refusal;
      }
      if (pushed.value.mark <= mark) break;
      mark = pushed.value.mark;
    }
    await source.settled(desk, mark);
  }
  return undefined;
}
