import type { Chances } from "../../cli/sync-sim/random.ts";
import { zPulled, type Pulled } from "../../shared/sync/wire.ts";
import { changesOf } from "./changes.ts";
import type { RunningService } from "./service.ts";

/** What was written while services were killed, and what was left of it. */
export interface KillOutcome {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
}

interface Writer {
  readonly desk: string;
  acknowledged: number;
}

/**
 * Writers push in small, middling and large steps while the service is killed at chance moments: during the first writes,
 * a checkpoint, or between. `start` starts it again on the same data. What was not answered is sent again, as a desk does.
 */
export async function killWhileWriting(
  chances: Chances,
  kills: number,
  start: () => Promise<RunningService>,
): Promise<KillOutcome> {
  const writers = ["AAAAAA", "BBBBBB", "CCCCCC"].map((desk): Writer => ({ desk, acknowledged: 0 }));
  for (let kill = 0; kill < kills; kill += 1) {
    const service = await start();
    const atMs = 5 + chances.below(200);
    const writing = writers.map(async (writer, n) =>
      pushUntilGone(writer, () => service.address, [1, 7, 100][(n + kill) % 3] ?? 1),
    );
    await new Promise((done) => setTimeout(done, atMs));
    await service.kill();
    await Promise.all(writing);
  }
  const last = await start();
  const outcome = await outcomeOf(writers, last.address);
  await last.stop();
  return { kills, ...outcome };
}

/** Pushes on, from what was acknowledged, until nobody answers any more. */
async function pushUntilGone(writer: Writer, address: () => string, size: number): Promise<void> {
  for (;;) {
    const mark = await pushNext(writer, address(), size).catch(() => undefined);
    if (mark === undefined) return;
  }
}

/** One push of a writer; rejects where nobody answered. */
async function pushNext(writer: Writer, address: string, size: number): Promise<number> {
  const to = writer.acknowledged + size;
  const answer = await fetch(new URL("/api/push", address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ changes: changesOf(writer.desk, writer.acknowledged + 1, to) }),
  });
  const { mark } = (await answer.json()) as { readonly mark?: number };
  if (answer.status !== 200 || mark === undefined || mark < to) throw new Error(`answered ${answer.status}`);
  writer.acknowledged = to;
  return mark;
}

/** What a reader by cursor finds: everything acknowledged, each once and without a gap. */
async function outcomeOf(writers: readonly Writer[], address: string): Promise<Omit<KillOutcome, "kills">> {
  const log: string[] = [];
  for (let page: Pulled = { changes: [], cursor: 0, more: true }; page.more;) {
    page = zPulled.parse(
      await (await fetch(new URL(`/api/pull?after=${page.cursor}&limit=5000`, address))).json(),
    );
    log.push(...page.changes.map(({ id }) => id));
  }
  const held = new Set(log);
  let [acknowledged, lost] = [0, 0];
  for (const writer of writers) {
    const own = log.filter((id) => id.startsWith(`${writer.desk}:`));
    acknowledged += writer.acknowledged;
    // What was written and not answered may be there too, but never with a gap below it.
    for (let n = 1; n <= Math.max(writer.acknowledged, own.length); n += 1)
      if (!held.has(`${writer.desk}:${n}`)) lost += 1;
  }
  return { acknowledged, lost, doubled: log.length - held.size };
}
