import type { Edit } from "../../../shared/commands/edit.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import type { Result } from "../../../shared/lib/result.ts";
import type { Refusal } from "../../records/command-dialog.tsx";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useLabel } from "../../ui/i18n.ts";

/**
 * Saves what a command made as one step that undo can name, and says that it is done. Resolves to what is
 * wrong, or to undefined.
 */
export function useStep(): <F>(
  step: Label,
  made: Result<readonly Edit[], F>,
  wordsOf: (failure: F) => Refusal,
) => Promise<Refusal | undefined> {
  const desk = useDesk();
  const toast = useToast();
  const label = useLabel();
  const problemOf = useSaveProblem();
  return async (step, made, wordsOf) => {
    if (!made.ok) return wordsOf(made.failure);
    const saved = await desk.save(step, made.value);
    if (!saved.ok) return problemOf(saved.failure);
    toast.done(label(step));
    return undefined;
  };
}
