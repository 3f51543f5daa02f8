import {
  idsToSign,
  signFromTemplate,
  type SigningFailure,
} from "../../../../shared/commands/contracts/sign-from-template.ts";
import type { ContractTemplate } from "../../../../shared/commands/contracts/template.ts";
import { useSaveProblem } from "../../../records/save-problem.ts";
import { useDesk } from "../../../records/use-desk.tsx";
import { useToast } from "../../../ui/ask.ts";
import { useLabel } from "../../../ui/i18n.ts";
import { chosenTemplate, type SignDraft } from "./sign-draft.ts";

export type Signed =
  | { readonly kind: "signed"; readonly contractId: string }
  | { readonly kind: "failures"; readonly failures: readonly SigningFailure[] }
  | { readonly kind: "problem"; readonly words: string };

/** Signs what a draft says as one step, which undo takes back as one. */
export function useSign(): (template: ContractTemplate, draft: SignDraft) => Promise<Signed> {
  const desk = useDesk();
  const toast = useToast();
  const label = useLabel();
  const problemOf = useSaveProblem();
  return async (template, draft) => {
    const asChosen = chosenTemplate(template, draft);
    const ids = await desk.newIds(idsToSign(asChosen));
    const contracts = await desk.all("contract");
    const edits = signFromTemplate(asChosen, draft.details, { ids, contracts });
    if (!edits.ok) return { kind: "failures", failures: edits.failure };
    const title = draft.details.title.trim();
    const step = { zh: `签约 ${title}`, en: `Sign ${title}` };
    const saved = await desk.save(step, edits.value);
    if (!saved.ok) return { kind: "problem", words: problemOf(saved.failure) };
    toast.done(label(step));
    return { kind: "signed", contractId: ids[0] ?? "" };
  };
}
