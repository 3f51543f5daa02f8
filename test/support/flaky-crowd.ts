import { changesOf } from "./changes.ts";
import { logOf } from "./flaky-office.ts";
import type { KillOutcome } from "./kill-service.ts";

/** So many desks at once, each of which pushes a few times; every tenth then reads everything. */
export async function crowd(address: string, desks: number): Promise<Omit<KillOutcome, "kills">> {
  const pushes = 4;
  const names = Array.from({ length: desks }, (_, n) => `K${String(n).padStart(5, "0")}`);
  const read = await Promise.all(
    names.map(async (desk, n) => {
      for (let at = 1; at <= pushes * 5; at += 5) {
        const answer = await fetch(new URL("/api/push", address), {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ changes: changesOf(desk, at, at + 4) }),
        });
        if (answer.status !== 200) throw new Error(`${desk} was answered ${answer.status}`);
        await answer.arrayBuffer();
      }
      if (n % 10 > 0) return pushes * 5;
      return (await logOf(address)).filter((one) => one.desk === desk).length;
    }),
  );
  const log = (await logOf(address)).filter(({ desk }) => names.includes(desk));
  const ids = new Set(log.map(({ id }) => id));
  const acknowledged = desks * pushes * 5;
  // Nor may anybody who read after the last answer have missed something of its own.
  const missed = read.reduce((sum, count) => sum + (pushes * 5 - count), 0);
  return { acknowledged, lost: acknowledged - ids.size + missed, doubled: log.length - ids.size };
}
