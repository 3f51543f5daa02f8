import type { Edit } from "../../shared/commands/edit.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { UndoFailure } from "./desk.ts";
import { writeEdits, type SaveContext } from "./save.ts";
import type { Step, Store } from "./store.ts";

export type Direction = "undo" | "redo";

/** The newest step that stands, or the oldest of those taken back. */
export async function nextStep(store: Store, direction: Direction): Promise<Step | undefined> {
  if (direction === "undo") return store.steps.where("state").equals("done").last();
  return store.steps.where("state").equals("undone").first();
}

/**
 * Takes the next step back, or does it again, as new changes: history only grows. A step whose fields someone
 * changed since is left alone and no longer offered, because turning it would lose what they wrote.
 */
export async function turnStep(
  context: SaveContext,
  direction: Direction,
): Promise<Result<{ label: Label; edits: readonly Edit[] }, UndoFailure>> {
  const step = await nextStep(context.store, direction);
  if (step === undefined) return fail({ kind: "nothingToUndo" });
  const undoing = direction === "undo";
  for (const edit of step.edits) {
    const current = await context.reader.find(edit.type, edit.id);
    const expected = undoing ? edit.after : edit.before;
    const stands = Object.entries(expected).every(([field, value]) =>
      same(current?.data[field] ?? null, value),
    );
    if (stands) continue;
    await context.store.steps.delete(step.no);
    return fail({ kind: "changedSince", label: step.label });
  }
  const edits: Edit[] = step.edits.map(({ type, id, before, after }) => ({
    type,
    id,
    patch: undoing ? before : after,
  }));
  // Newest first when undoing, so that a child goes before its parent.
  if (undoing) edits.reverse();
  const written = await writeEdits(context, edits, { kind: "turn", step, to: undoing ? "undone" : "done" });
  if (written.ok) return ok({ label: step.label, edits });
  return fail({ kind: "storeFailed", detail: written.failure.kind });
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
