import { Checkbox, Input, Modal, Select } from "antd";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { logFax, type FaxEntry, type LogFaxFailure } from "../../../shared/commands/log-fax.ts";
import type { FormCode, Paper } from "../../../shared/forms/paper.ts";
import { instant } from "../../../shared/lib/instants.ts";
import { fax as definition } from "../../../shared/records/fax.ts";
import type { Fax } from "../../../shared/records/index.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { IntegerInput } from "../../ui/number-input.tsx";
import { InstantInput } from "../../ui/wall-input.tsx";
import type { Faxing } from "./held-paper.ts";
import { papersTexts } from "./papers-texts.ts";

interface FaxDialogProps {
  readonly paper: Paper;
  readonly faxing: Faxing;
  readonly pages: number | undefined;
  readonly sender: string;
  readonly onClose: () => void;
}

type Draft = Omit<FaxEntry, "at"> & { readonly at: string | undefined };

/** One line of the fax log, filled in as far as the paper knows; Ctrl+Enter saves. */
export function FaxDialog({ paper, faxing, pages, sender, onClose }: FaxDialogProps): ReactNode {
  const { incident, vendor, faxes } = faxing;
  const t = useTexts(papersTexts);
  const label = useLabel();
  const toast = useToast();
  const desk = useDesk();
  const problemOf = useSaveProblem();
  const [draft, setDraft] = useState<Draft>(() => ({
    incidentId: incident.id,
    form: paper.form,
    paperNumber: paper.number,
    kind: faxes.some(({ data }) => data.kind === "sent" && data.form === paper.form) ? "confirmed" : "sent",
    at: thisMinute(),
    sentTo: vendor?.name ?? "",
    faxNumber: vendor?.fax ?? "",
    by: sender,
    pages,
    confirmedBy: "",
    startsClock: false,
    note: "",
  }));
  const [failures, setFailures] = useState<readonly LogFaxFailure[]>([]);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  /** Boxes that hold what could not be read. */
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Draft>): void => setDraft((was) => ({ ...was, ...part }));
  const wentOut = draft.kind === "sent" || draft.kind === "resent";
  const mayStartClock = wentOut && REPORTS.has(paper.form);

  const save = async (): Promise<void> => {
    if (busy || unread.size > 0) return;
    setBusy(true);
    const wrong = await write({
      ...draft,
      at: draft.at ?? "",
      startsClock: mayStartClock && draft.startsClock,
    });
    setBusy(false);
    if (wrong) return;
    toast.done(t("logged"));
    onClose();
  };
  const write = async (entry: FaxEntry): Promise<boolean> => {
    const [faxId = "", eventId = ""] = await desk.newIds(2);
    const edits = logFax(entry, {
      now: instant(Date.now()),
      ids: [faxId, eventId],
      log: faxes.map(({ data }) => data),
    });
    setFailures(edits.ok ? [] : edits.failure);
    setProblem(undefined);
    if (!edits.ok) return true;
    const number = entry.paperNumber;
    const saved = await desk.save({ zh: `登记传真 ${number}`, en: `Log fax ${number}` }, edits.value);
    if (!saved.ok) setProblem(problemOf(saved.failure));
    return !saved.ok;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A box reads what was typed when it gets the key: save what it read.
    setTimeout(() => document.getElementById("fax-save")?.click());
  };
  const reads = (field: string) => (wrong: string | undefined) =>
    setUnread((was) => {
      const next = new Set(was);
      if (wrong === undefined) next.delete(field);
      else next.add(field);
      return next;
    });
  const wrongWith = (field: keyof FaxEntry): ReactNode => {
    const failure = failures.find((one) => one.field === field);
    if (failure === undefined) return null;
    return (
      <div role="alert" className="sy-problem">
        {t(failure.kind === "missing" ? "missingField" : failure.kind)}
      </div>
    );
  };
  const line = (field: "sentTo" | "faxNumber" | "by" | "confirmedBy"): ReactNode => (
    <>
      <label htmlFor={`fax-${field}`}>{t(field)}</label>
      <div>
        <Input
          id={`fax-${field}`}
          value={draft[field]}
          autoComplete="off"
          onChange={(event) => set({ [field]: event.target.value })}
        />
        {wrongWith(field)}
      </div>
    </>
  );

  return (
    <Modal
      open
      title={`${t("logFax")} ${draft.paperNumber}`}
      okText={t("save")}
      cancelText={t("cancel")}
      confirmLoading={busy}
      okButtonProps={{ id: "fax-save" }}
      onOk={() => void save()}
      onCancel={onClose}
      width={520}
    >
      <div className="sy-paper-form" onKeyDown={onKeyDown}>
        <label htmlFor="fax-kind">{t("what")}</label>
        <Select<Fax["kind"]>
          id="fax-kind"
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={Object.entries(definition.fields.kind.choices ?? {}).map(([value, choice]) => ({
            value: value as Fax["kind"],
            label: label(choice),
          }))}
        />
        <label htmlFor="fax-at">{t("at")}</label>
        <div>
          <InstantInput id="fax-at" value={draft.at} onChange={(at) => set({ at })} onProblem={reads("at")} />
          {wrongWith("at")}
        </div>
        {line("sentTo")}
        {line("faxNumber")}
        {line("by")}
        <label htmlFor="fax-pages">{t("pagesSent")}</label>
        <div>
          <IntegerInput
            id="fax-pages"
            value={draft.pages}
            onChange={(count) => set({ pages: count })}
            onProblem={reads("pages")}
          />
          {wrongWith("pages")}
        </div>
        {draft.kind === "confirmed" ? line("confirmedBy") : null}
        {mayStartClock ? (
          <div className="is-wide">
            <Checkbox
              checked={draft.startsClock}
              aria-describedby="fax-clock-hint"
              onChange={(event) => set({ startsClock: event.target.checked })}
            >
              {t("startsClock")}
            </Checkbox>
            <div id="fax-clock-hint" className="sy-quiet">
              {t("startsClockHint")}
            </div>
            {wrongWith("startsClock")}
          </div>
        ) : null}
        <label htmlFor="fax-note">{t("note")}</label>
        <Input.TextArea
          id="fax-note"
          autoSize={{ minRows: 2, maxRows: 5 }}
          value={draft.note}
          onChange={(event) => set({ note: event.target.value })}
        />
        {problem === undefined ? null : (
          <div role="alert" className="sy-problem is-wide">
            {problem}
          </div>
        )}
      </div>
    </Modal>
  );
}

/** Only what tells the vendor of the fault can be its report. */
const REPORTS: ReadonlySet<FormCode> = new Set(["F04", "F05"]);

function thisMinute(): string {
  const now = Date.now();
  return instant(now - (now % 60_000));
}
