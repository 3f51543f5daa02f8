import { Button } from "antd";
import { useMemo, type ReactNode } from "react";
import { UNNAMED_HOSPITAL } from "../../../shared/forms/office-head.ts";
import { scorecardSheet, type ScorecardInput } from "../../../shared/forms/scorecard-sheet.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { PaperDesk } from "../papers/paper-desk.tsx";
import { scoresTexts } from "./scores-texts.ts";

interface ScorePaperProps {
  readonly input: Omit<ScorecardInput, "hospital">;
  readonly onBack: () => void;
}

/** WY02 of one vendor on screen, before it is printed or saved. */
export function ScorePaper({ input, onBack }: ScorePaperProps): ReactNode {
  const t = useTexts(scoresTexts);
  const hospitals = useRecords("hospital");
  const papers = useMemo(
    () =>
      hospitals === undefined
        ? undefined
        : [scorecardSheet({ ...input, hospital: hospitals[0]?.data ?? UNNAMED_HOSPITAL })],
    [hospitals, input],
  );
  return (
    <Page
      title={t("printing", { number: input.number })}
      tools={
        <>
          <span className="sy-grow" />
          <Button onClick={onBack}>{t("back")}</Button>
        </>
      }
    >
      {papers === undefined ? null : (
        <PaperDesk papers={papers} jobName={`厂商服务考核表_${input.vendor?.name ?? ""}_${input.number}`} />
      )}
    </Page>
  );
}
