import type { PushRefusal } from "../../shared/sync/judge.ts";
import type { Pushed } from "../../shared/sync/wire.ts";
import { noteOnly, type Scene } from "./scene.ts";

/** A push as it was answered. */
export type Answered = Pick<Pushed, "verdicts"> | { readonly refused: "notYourLog" | PushRefusal["kind"] };

const WHAT = "push";

/**
 * Into the trail goes what a push asked for and did not get: whose log, how many changes and why; of stamps that were
 * brought down, the first as it was sent and as it counts (sync I6). Never what a change says. A gap is no misdeed: a
 * desk that was put back asks where to go on.
 */
export async function trailOfPush(
  scene: Scene,
  log: string,
  changes: readonly unknown[],
  answered: Answered,
): Promise<void> {
  const target = log.slice(0, 100);
  if ("refused" in answered) {
    if (answered.refused !== "gap") await noteOnly(scene, { what: WHAT, target, outcome: answered.refused });
    return;
  }
  const counts = new Map<string, number>();
  for (const { code } of answered.verdicts) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size === 0) return;
  const clamped = answered.verdicts.find(({ code }) => code === "clamped");
  const stamps =
    clamped === undefined
      ? {}
      : { sentStamp: sentStampOf(changes, clamped.deskSeq), countedStamp: clamped.stamp ?? "" };
  const detail = { ...Object.fromEntries([...counts].map(([code, n]) => [code, String(n)])), ...stamps };
  const outcome = [...counts.keys()].some((code) => code !== "clamped") ? "refused" : "clamped";
  await noteOnly(scene, { what: WHAT, target, outcome, detail });
}

function sentStampOf(changes: readonly unknown[], deskSeq: number): string {
  for (const change of changes) {
    if (typeof change !== "object" || change === null) continue;
    if (!("deskSeq" in change) || change.deskSeq !== deskSeq) continue;
    if ("stamp" in change && typeof change.stamp === "string") return change.stamp.slice(0, 48);
  }
  return "";
}
