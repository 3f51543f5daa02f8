import { PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { signAgreement } from "../../../../shared/commands/agreements/agreement-steps.ts";
import { create } from "../../../../shared/commands/edit.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { date, text } from "../../../../shared/lib/fields.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import { ok } from "../../../../shared/lib/result.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { desktop } from "../../../desktop/index.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../use-step.ts";
import { useAgreementRefusal } from "./agreement-refusal.ts";
import { agreementsTexts } from "./agreements-texts.ts";

interface SignDialogProps {
  readonly agreement: Stored<"agreement">;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

interface Scan {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 50 * 1024 * 1024;
const FIELDS = {
  signedDate: date(definition.fields.signedDate.label, { required: true }),
  signedBy: text(definition.fields.signedBy.label, { required: true }),
} as const;

/** The stamped copy that came back: its scan is kept with the agreement, named by its digest (checklist F10). */
export function SignDialog({ agreement, today, onClose }: SignDialogProps): ReactNode {
  const t = useTexts(agreementsTexts);
  const desk = useDesk();
  const step = useStep();
  const refusalOf = useAgreementRefusal();
  const [scan, setScan] = useState<Scan | undefined>(undefined);
  const { subject } = agreement.data;
  const choose = async (): Promise<void> => {
    const [file] = await desktop().openFiles({ kind: "any", multiple: false });
    if (file !== undefined) setScan(file);
  };
  return (
    <CommandDialog
      title={t("signTitle", { subject })}
      fields={FIELDS}
      initial={{ signedDate: today }}
      saveLabel={t("sign")}
      intro={
        <>
          <p className="sy-command-note">{t("signHint")}</p>
          <p className="sy-sign-scan">
            <Button icon={<PaperClipOutlined aria-hidden />} onClick={() => void choose()}>
              {t("choose")}
            </Button>{" "}
            {scan !== undefined && <span>{t("chosen", { name: scan.name })}</span>}
          </p>
        </>
      }
      onSave={async (told) => {
        if (scan === undefined) return t("scanMissing");
        if (scan.bytes.byteLength > MAX_BYTES) return t("tooBig");
        const scanSha256 = await desk.putBlob(scan.bytes);
        const stamped = { signedDate: told.signedDate, signedBy: told.signedBy, scanSha256 };
        const signed = signAgreement(agreement, stamped, today);
        const [attachmentId = ""] = await desk.newIds(1);
        const kept = create("attachment", attachmentId, {
          ownerType: "agreement",
          ownerId: agreement.id,
          fileName: scan.name,
          sha256: scanSha256,
          bytes: scan.bytes.byteLength,
          addedAt: instant(Date.now()),
        });
        const made = signed.ok ? ok([...signed.value, kept]) : signed;
        return step({ zh: `登记盖章件：${subject}`, en: `Stamped copy: ${subject}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}
