import { z } from "zod";
import { stampOf, timeOfStamp } from "../lib/hybrid-clock.ts";
import { changeId, zChange, type Change } from "./change.ts";

const zRow = z.tuple([z.string(), zChange.shape.patch]);
/** Changes of one import, which differ in nothing but record and patch and follow one another. */
const zRun = z.strictObject({ first: zChange, rest: z.array(zRow) });
const zText = z.strictObject({ runs: z.array(z.union([zRun, zChange])) });
type Run = z.infer<typeof zRun>;

/** Changes as text that is kept in files. A page of an import costs little more than its records. */
export function changesText(changes: readonly Change[]): string {
  const runs: (Change | Run)[] = [];
  let run: Change[] = [];
  const close = (): void => {
    const [first, ...rest] = run;
    if (first === undefined) return;
    runs.push(
      rest.length === 0 ? first : { first, rest: rest.map(({ recordId, patch }) => [recordId, patch]) },
    );
    run = [];
  };
  for (const change of changes) {
    const [first] = run;
    if (first === undefined || !followsAs(first, change, run.length)) close();
    run.push(change);
  }
  close();
  return JSON.stringify({ runs });
}

/** The changes of such a text; throws on one that is not ours. */
export function changesOfText(text: string): Change[] {
  const { runs } = zText.parse(JSON.parse(text));
  return runs.flatMap((run) => {
    if (!("first" in run)) return [run];
    const { first, rest } = run;
    return [first, ...rest.map(([recordId, patch], at) => nthAfter(first, at + 1, recordId, patch))];
  });
}

function followsAs(first: Change, change: Change, n: number): boolean {
  if (first.batchId === undefined) return false;
  return same(change, nthAfter(first, n, change.recordId, change.patch));
}

function nthAfter(first: Change, n: number, recordId: string, patch: Change["patch"]): Change {
  const { ms, counter } = timeOfStamp(first.stamp);
  const deskSeq = first.deskSeq + n;
  const stamp = stampOf({ ms, counter: counter + n }, first.desk);
  return { ...first, id: changeId(first.desk, deskSeq), deskSeq, stamp, recordId, patch };
}

/** Field by field: what a later version adds to a change must be the same too, or it is written out. */
function same(a: Change, b: Change): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => Reflect.get(a, key) === Reflect.get(b, key));
}
