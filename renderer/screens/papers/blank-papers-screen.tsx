import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { blankFaultReport } from "../../../shared/forms/f04.ts";
import { UNNAMED_HOSPITAL } from "../../../shared/forms/office-head.ts";
import type { Paper } from "../../../shared/forms/paper.ts";
import { takePaperNumber } from "../../records/paper-number.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { IntegerInput } from "../../ui/number-input.tsx";
import { Page } from "../../ui/page.tsx";
import { PaperDesk } from "./paper-desk.tsx";
import { papersTexts } from "./papers-texts.ts";
import "./papers.css";

const MOST = 50;

/** Blank F04 forms, each with a number taken for it, printed in advance for the day the network is down. */
export function BlankPapersScreen(): ReactNode {
  const t = useTexts(papersTexts);
  const desk = useDesk();
  const toast = useToast();
  const [count, setCount] = useState<number | undefined>(5);
  const [papers, setPapers] = useState<readonly Paper[] | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const isFit = count !== undefined && count >= 1 && count <= MOST;

  const take = async (): Promise<void> => {
    if (!isFit || busy) return;
    setBusy(true);
    try {
      const [hospital] = await desk.all("hospital");
      const office = hospital?.data ?? UNNAMED_HOSPITAL;
      const blanks: Paper[] = [];
      // One after another: numbers stand in the order of the sheets.
      for (let i = 0; i < count; i++)
        blanks.push(blankFaultReport(office, await takePaperNumber(desk, "incident")));
      setPapers(blanks);
    } catch {
      toast.problem(t("hostFailed"));
    } finally {
      setBusy(false);
    }
  };

  const first = papers?.[0]?.number;
  const last = papers?.at(-1)?.number;
  return (
    <Page title={t("blanksTitle")}>
      <div className="sy-paper-blanks">
        <p className="sy-paper-hint">{t("blanksIntro")}</p>
        <form
          className="sy-paper-take"
          onSubmit={(event) => {
            event.preventDefault();
            void take();
          }}
        >
          <label htmlFor="blank-count">{t("howMany")}</label>
          <span className="sy-paper-count">
            <IntegerInput id="blank-count" value={count} onChange={setCount} />
          </span>
          <Button
            htmlType="submit"
            type={papers === undefined ? "primary" : "default"}
            loading={busy}
            disabled={!isFit}
          >
            {t(papers === undefined ? "take" : "again")}
          </Button>
          <span role="status" className={isFit ? "sy-quiet" : "sy-problem"}>
            {first === undefined || last === undefined || !isFit
              ? t("takeHint")
              : t("taken", { from: first, to: last })}
          </span>
        </form>
      </div>
      {papers === undefined ? null : <PaperDesk papers={papers} jobName={`空白报修单_${first ?? ""}`} />}
    </Page>
  );
}
