import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Change } from "../../shared/sync/change.ts";
import { PROTOCOL, SPOKEN, type Pushed, type Refusals } from "../../shared/sync/wire.ts";
import type { CallFailure, ServiceClient } from "./service-client.ts";
import type { SyncSource } from "./source.ts";

export type RoundFailure =
  | CallFailure
  /** The service speaks another protocol: this window or that service has to be updated. */
  | { readonly kind: "deskTooOld" | "serviceTooOld" };

export interface RoundLimits {
  readonly batchLimit: number;
  readonly batchBytes: number;
  readonly pageLimit: number;
}

/**
 * Hello, push all that waits, pull all that is new. May stop anywhere and be run again: the desk's mark is asked
 * from the service each time and the cursor moves in the transaction that applies its page, so that nothing is
 * lost and nothing counts twice (sync I1, I4). `confirmed` hears how far own changes are safe, `reissued` how many got
 * new numbers because the desk had been put back from an old copy.
 */
export async function runRound(
  source: SyncSource,
  service: ServiceClient,
  limits: RoundLimits,
  confirmed: (mark: number) => void,
  reissued: (changes: number) => void = () => undefined,
): Promise<Result<null, RoundFailure>> {
  const [hello, ahead] = await Promise.all([service.hello(), readAhead(source, service, limits)]);
  if (!hello.ok) return hello;
  const { protocols } = hello.value;
  if (!protocols.includes(PROTOCOL)) {
    // A service that speaks what this window once spoke is the older of the two.
    return fail({ kind: protocols.some((name) => SPOKEN.includes(name)) ? "serviceTooOld" : "deskTooOld" });
  }

  const { epoch, newest } = hello.value;
  const mark = hello.value.marks[source.deskId] ?? 0;
  if (mark > (await source.settled())) {
    const compared = await reconcile(source, service, limits, {
      ...(await startIn(source, epoch, newest)),
      mark,
    });
    if (!compared.ok) return compared;
    if (compared.value > 0) reissued(compared.value);
  }
  confirmed(mark);
  const settled = await settleUpTo(source, service, mark);
  if (!settled.ok) return settled;
  const pushed = await pushWaiting(source, service, limits, mark, confirmed);
  if (!pushed.ok) return pushed;

  const start = await startIn(source, epoch, newest);
  return pullNew(source, service, limits, start, ahead?.after === start.cursor ? ahead.page : undefined);
}

type Page = Awaited<ReturnType<ServiceClient["pull"]>>;

/** Where nothing waits to be sent, the first page is asked for together with the greeting, which says whether it counts. */
async function readAhead(
  source: SyncSource,
  service: ServiceClient,
  limits: RoundLimits,
): Promise<{ readonly after: number; readonly page: Page } | undefined> {
  const known = await source.position();
  if (known === undefined || (await source.newestDeskSeq()) > (await source.settled())) return undefined;
  return { after: known.cursor, page: await service.pull(known.cursor, limits.pageLimit) };
}

interface Start {
  readonly epoch: string;
  readonly cursor: number;
}

/** Another log, or one that is shorter than what was read of it: from the beginning. Folding again harms nothing. */
async function startIn(source: SyncSource, epoch: string, newest: number): Promise<Start> {
  const known = await source.position();
  const goesOn = known?.epoch === epoch && known.cursor <= newest;
  return { epoch, cursor: goesOn ? known.cursor : 0 };
}

/** The reading of the service's log ended early. */
class Interrupted extends Error {
  readonly failure: CallFailure;
  constructor(failure: CallFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/**
 * Before anything is pushed: whether the service has under this desk's numbers what the desk has. Mostly an answer was
 * lost and it has, a few changes on. Gives how many changes had to be given new numbers.
 */
async function reconcile(
  source: SyncSource,
  service: ServiceClient,
  limits: RoundLimits,
  { cursor, mark }: Start & { readonly mark: number },
): Promise<Result<number, RoundFailure>> {
  try {
    return ok(await source.reconcile(ownIn(source.deskId, service, limits, cursor), mark));
  } catch (error) {
    if (error instanceof Interrupted) return fail(error.failure);
    throw error;
  }
}

/** The desk's own changes in the service's log. */
async function* ownIn(
  desk: string,
  service: ServiceClient,
  limits: RoundLimits,
  from: number,
): AsyncGenerator<readonly Change[]> {
  for (let cursor = from; ;) {
    const page = await service.pull(cursor, limits.pageLimit);
    if (!page.ok) throw new Interrupted(page.failure);
    yield page.value.changes.filter((change) => change.desk === desk);
    if (!page.value.more || page.value.cursor <= cursor) return;
    cursor = page.value.cursor;
  }
}

async function pushWaiting(
  source: SyncSource,
  service: ServiceClient,
  limits: RoundLimits,
  from: number,
  confirmed: (mark: number) => void,
): Promise<Result<null, RoundFailure>> {
  for (let mark = from; ;) {
    const waiting = await source.pendingChanges(mark, limits.batchLimit);
    if (waiting.length === 0) return ok(null);
    const answer = await service.push(withinBytes(waiting, limits.batchBytes));
    if (!answer.ok) return answer;
    // A service that took nothing would keep us here for ever.
    if (answer.value.mark <= mark) return fail({ kind: "offline" });
    mark = answer.value.mark;
    await source.refused(refusedOf(answer.value.verdicts), mark);
    confirmed(mark);
  }
}

/** An answer to a push was lost, or the store was made anew: what was refused is asked for. */
async function settleUpTo(
  source: SyncSource,
  service: ServiceClient,
  mark: number,
): Promise<Result<null, RoundFailure>> {
  const known = await source.settled();
  // A service that was put back from a backup judges again what it no longer has.
  if (known > mark) await source.refused([], mark);
  for (let after = known; after < mark;) {
    const answer = await service.refusals(source.deskId, after);
    if (!answer.ok) return answer;
    const { refused, more } = answer.value;
    const last = refused.at(-1)?.deskSeq;
    after = more && last !== undefined ? Math.min(last, mark) : mark;
    const within = refused.filter(({ deskSeq }) => deskSeq <= after);
    await source.refused(within, after);
  }
  return ok(null);
}

/** A verdict that only brings the stamp down is none: the change stands and comes back. */
function refusedOf(verdicts: Pushed["verdicts"]): Refusals["refused"] {
  return verdicts.filter(({ code }) => code !== "clamped").map(({ deskSeq, code }) => ({ deskSeq, code }));
}

async function pullNew(
  source: SyncSource,
  service: ServiceClient,
  limits: RoundLimits,
  from: Start,
  ahead: Page | undefined,
): Promise<Result<null, RoundFailure>> {
  let { cursor } = from;
  let coming: Page | Promise<Page> = ahead ?? service.pull(cursor, limits.pageLimit);
  try {
    for (;;) {
      const page = await coming;
      if (!page.ok) return page;
      const { changes, cursor: next, more } = page.value;
      if (next <= cursor) return ok(null);
      cursor = next;
      // The following page is on its way while this one is written.
      if (more) coming = service.pull(cursor, limits.pageLimit);
      await source.applyPulled(changes, { epoch: from.epoch, cursor }, more);
      if (!more) return ok(null);
    }
  } finally {
    await source.tellPulled();
  }
}

/** The longest beginning that fits, at least one: a change too large alone is the service's to refuse. */
function withinBytes(changes: readonly Change[], limit: number): readonly Change[] {
  let bytes = 0;
  const end = changes.findIndex((change, at) => {
    // A Chinese character is three bytes on the wire and one unit here.
    bytes += JSON.stringify(change).length * 3;
    return at > 0 && bytes > limit;
  });
  return end === -1 ? changes : changes.slice(0, end);
}
