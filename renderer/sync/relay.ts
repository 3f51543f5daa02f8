import type { Change } from "../../shared/sync/change.ts";
import type { ServiceClient } from "./service-client.ts";

/** Changes of desks that this service may not know: they came by file from another network. */
export interface RelaySource {
  /** By desk, up to which number what came is not known to be there, and whether `by` stands for it. */
  waiting(by: string | undefined): Promise<Readonly<Record<string, RelayWaiting>>>;
  /**
   * What to push of a desk above `mark`, in order without a gap. A number that its own service refused for good stands
   * there by itself, and is refused here again.
   */
  next(desk: string, mark: number, limit: number): Promise<readonly RelayEntry[]>;
  /** The service of this epoch has a desk's changes up to here, those apart that it would not take. */
  reached(desk: string, at: RelayReached): Promise<void>;
}

interface RelayWaiting {
  readonly upTo: number;
  readonly isVouched: boolean;
}

type RelayEntry = Change | Pick<Change, "desk" | "deskSeq">;

interface RelayReached {
  readonly epoch: string;
  readonly mark: number;
  /** How many of the last push were refused, by their codes. */
  readonly refused?: Readonly<Record<string, number>>;
  /** The log is not to be brought by file: a desk of this office writes it. */
  readonly left?: boolean;
}

const A_PUSH = 2000;
/** Of a push that the service reads. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Logs that this office has itself: they come without us. */
const OWN_LOG: ReadonlySet<string> = new Set(["notYourLog", "ownPeople"]);

/**
 * Hands on to the service what came by file and `by` stands for, each desk's changes as that desk would push them: the
 * service judges them one by one, and skips what it has. Of the rest it is only asked how far it has it: somebody else may
 * have brought it. May stop anywhere and be run again. Gives why the service refused to go on, if it did.
 */
export async function relayOnce(
  source: RelaySource,
  service: Pick<ServiceClient, "hello" | "relay">,
  by: string | undefined,
  tell: () => void = () => undefined,
): Promise<string | undefined> {
  const waiting = Object.entries(await source.waiting(by));
  if (waiting.length === 0) return undefined;
  const hello = await service.hello();
  if (!hello.ok) return undefined;
  const { epoch, marks } = hello.value;
  for (const [desk, { upTo, isVouched }] of waiting) {
    let mark = marks[desk] ?? 0;
    await source.reached(desk, { epoch, mark });
    while (isVouched && mark < upTo) {
      const some = withinBytes(await source.next(desk, mark, A_PUSH));
      if (some.length === 0) break;
      const pushed = await service.relay(some);
      if (!pushed.ok) {
        if (pushed.failure.kind === "offline") return undefined;
        if (!OWN_LOG.has(pushed.failure.refusal)) return pushed.failure.refusal;
        await source.reached(desk, { epoch, mark, left: true });
        break;
      }
      if (pushed.value.mark <= mark) break;
      mark = pushed.value.mark;
      await source.reached(desk, { epoch, mark, refused: refusedOf(some, pushed.value.verdicts) });
      tell();
    }
  }
  tell();
  return undefined;
}

function refusedOf(
  some: readonly RelayEntry[],
  verdicts: readonly { readonly deskSeq: number; readonly code: string }[],
): Readonly<Record<string, number>> {
  const real = new Set(some.filter((entry) => "id" in entry).map(({ deskSeq }) => deskSeq));
  const counts: Record<string, number> = {};
  for (const { deskSeq, code } of verdicts)
    if (code !== "clamped" && real.has(deskSeq)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The longest beginning that fits, at least one: an entry too large alone is the service's to refuse. */
function withinBytes(some: readonly RelayEntry[]): readonly RelayEntry[] {
  let bytes = 0;
  const end = some.findIndex((entry, at) => {
    // A Chinese character is three bytes on the wire and one unit here.
    bytes += JSON.stringify(entry).length * 3;
    return at > 0 && bytes > MOST_BYTES;
  });
  return end === -1 ? some : some.slice(0, end);
}
