import type { PushRefusal } from "../../shared/sync/judge.ts";
import type { Pushed } from "../../shared/sync/wire.ts";
import type { LogRefusal } from "./push-rights.ts";
import type { RelayRefusal } from "./relay-rights.ts";
import { noteOnly, type Scene } from "./scene.ts";

/** A push as it was answered. */
export type Answered =
  | Pick<Pushed, "verdicts" | "appended">
  | { readonly refused: LogRefusal | RelayRefusal | PushRefusal["kind"] };

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
    if (answered.refused !== "gap")
      await noteOnly(scene, { what: "push", target, outcome: answered.refused });
    return;
  }
  const detail = verdictsOf(changes, answered.verdicts);
  if (detail === undefined) return;
  await noteOnly(scene, { what: "push", target, outcome: outcomeOf(detail), detail });
}

/**
 * Of what came by file, also what was taken in: whoever brought it stands for it. One entry for each push, which holds
 * up to 5,000 changes of a log; `absent` counts numbers whose own service had refused them.
 */
export async function trailOfRelay(
  scene: Scene,
  log: string,
  changes: readonly unknown[],
  answered: Answered,
): Promise<void> {
  const target = log.slice(0, 100);
  if ("refused" in answered) {
    if (answered.refused !== "gap")
      await noteOnly(scene, { what: "relay", target, outcome: answered.refused });
    return;
  }
  const absent = new Set(changes.filter((change) => !hasContent(change)).map(numberOf));
  const verdicts = answered.verdicts.filter(({ deskSeq }) => !absent.has(deskSeq));
  const left = answered.verdicts.length - verdicts.length;
  if (answered.appended === 0 && answered.verdicts.length === 0) return;
  const codes = verdictsOf(changes, verdicts) ?? {};
  const detail = {
    taken: String(answered.appended),
    from: String(numberOf(changes[0]) ?? ""),
    to: String(numberOf(changes.at(-1)) ?? ""),
    ...(left === 0 ? {} : { absent: String(left) }),
    ...codes,
  };
  await noteOnly(scene, { what: "relay", target, outcome: outcomeOf(codes), detail });
}

/** How many of each code, and of stamps brought down the first; undefined where everything stands as it was sent. */
function verdictsOf(
  changes: readonly unknown[],
  verdicts: Pushed["verdicts"],
): Readonly<Record<string, string>> | undefined {
  const counts = new Map<string, number>();
  for (const { code } of verdicts) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const clamped = verdicts.find(({ code }) => code === "clamped");
  const stamps =
    clamped === undefined
      ? {}
      : { sentStamp: sentStampOf(changes, clamped.deskSeq), countedStamp: clamped.stamp ?? "" };
  return { ...Object.fromEntries([...counts].map(([code, n]) => [code, String(n)])), ...stamps };
}

function outcomeOf(codes: Readonly<Record<string, string>>): "done" | "clamped" | "refused" {
  const told = Object.keys(codes).filter((code) => code !== "sentStamp" && code !== "countedStamp");
  if (told.length === 0) return "done";
  return told.some((code) => code !== "clamped") ? "refused" : "clamped";
}

function sentStampOf(changes: readonly unknown[], deskSeq: number): string {
  const sent = changes.find((change) => numberOf(change) === deskSeq);
  if (typeof sent !== "object" || sent === null || !("stamp" in sent)) return "";
  return typeof sent.stamp === "string" ? sent.stamp.slice(0, 48) : "";
}

function numberOf(change: unknown): number | undefined {
  if (typeof change !== "object" || change === null || !("deskSeq" in change)) return undefined;
  return typeof change.deskSeq === "number" ? change.deskSeq : undefined;
}

/** What stands for a number that has no change has the number and the desk alone. */
function hasContent(change: unknown): boolean {
  return typeof change === "object" && change !== null && Object.keys(change).length > 2;
}
