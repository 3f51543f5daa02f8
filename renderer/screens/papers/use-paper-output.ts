import { desktop } from "../../desktop/index.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { papersTexts } from "./papers-texts.ts";

export interface PaperOutput {
  readonly print: () => Promise<void>;
  readonly savePdf: () => Promise<void>;
}

/** Sends what the window shows as paper to the printer or into a file, and says how that went. */
export function usePaperOutput(jobName: string): PaperOutput {
  const t = useTexts(papersTexts);
  const toast = useToast();
  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch {
      // Printers jam and disks fill: the paper is still here, so a plain sentence is enough.
      toast.problem(t("hostFailed"));
    }
  };
  return {
    print: () =>
      guarded(async () => {
        const { printed } = await desktop().print({ jobName });
        if (!printed) toast.problem(t("notPrinted"));
      }),
    savePdf: () =>
      guarded(async () => {
        const { pdf } = await desktop().makePdf({ jobName });
        if (pdf === null) {
          toast.done(t("saveInDialog"));
          // The advice has to be on the screen before the browser's own window covers it.
          await new Promise((resolve) => setTimeout(resolve, 600));
          await desktop().print({ jobName });
          return;
        }
        const { saved, name } = await desktop().saveFile({
          suggestedName: `${jobName}.pdf`,
          kind: "pdf",
          bytes: pdf,
        });
        if (saved) toast.done(t("saved", { name: name ?? `${jobName}.pdf` }));
      }),
  };
}
