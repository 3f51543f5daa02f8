import { Alert, Button } from "antd";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { IncidentReport } from "../../../shared/commands/report-incident.ts";
import type { QuickEntry } from "../../../shared/commands/quick-entry/types.ts";
import { formatWall, instant } from "../../../shared/lib/instants.ts";
import { findPatientIdentifiers } from "../../../shared/rules/privacy/patient-identifiers.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useUnsavedGuard } from "../../records/use-unsaved-guard.ts";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { InstantInput } from "../../ui/wall-input.tsx";
import { fieldTexts } from "./field-texts.ts";
import { go, incidentAddress, paperAddress } from "./go.ts";
import { IncidentFields, type TextField } from "./incident-fields.tsx";
import { listTexts } from "./list-texts.ts";
import { useQuestionWords } from "./quick-chips.tsx";
import { quickTexts } from "./quick-texts.ts";
import { PrintedNumber } from "./printed-number.tsx";
import { ReportAside } from "./report-aside.tsx";
import { useReportDraft } from "./report-draft.ts";
import { reportTexts } from "./report-texts.ts";
import { useReport } from "./use-report.ts";

const MAIN: readonly TextField[] = [
  "title",
  "systemId",
  "vendorId",
  "severity",
  "department",
  "reporter",
  "phone",
  "channel",
];
const MORE: readonly TextField[] = [
  "occurredAt",
  "place",
  "moduleId",
  "contractId",
  "scope",
  "wantedService",
  "handler",
  "category",
  "description",
  "cause",
];

type Problems = Partial<Record<keyof IncidentReport, string>>;

interface ReportFormProps {
  readonly entry: QuickEntry | undefined;
  readonly printedNumber: string | undefined;
}

export function ReportForm({ entry, printedNumber }: ReportFormProps): ReactNode {
  const t = useTexts(reportTexts);
  const words = useTexts(listTexts);
  const wrong = useTexts(fieldTexts);
  const toast = useToast();
  const save = useReport();
  const hand = useReportDraft((state) => state.hand);
  const systems = useRecords("system");
  const [report, setReport] = useState<IncidentReport>(() => ({ ...startOf(entry), printedNumber }));
  const [dirty, setDirty] = useState(entry !== undefined);
  const [problems, setProblems] = useState<Problems>({});
  const [unread, setUnread] = useState({ fields: 0, more: 0, time: 0 });
  const saving = useRef(false);
  useUnsavedGuard(dirty);
  // What the line said is in the form now; coming back later starts an empty one.
  useEffect(() => () => useReportDraft.setState({ entry: undefined, printedNumber: undefined }), []);

  const change = (patch: Partial<IncidentReport>): void => {
    setReport((before) => ({ ...before, ...patch }));
    setDirty(true);
  };
  const set = (field: TextField, value: string | undefined): void => {
    const patch: Partial<Record<TextField, string | undefined>> = {
      [field]: field === "title" ? (value ?? "") : value,
    };
    const vendorId = systems?.find(({ id }) => id === value)?.data.vendorId;
    if (field === "systemId" && vendorId !== undefined) patch.vendorId = vendorId;
    change(patch as Partial<IncidentReport>);
  };
  const submit = async (then: (id: string) => string): Promise<void> => {
    if (saving.current || unread.fields + unread.more + unread.time > 0) return;
    saving.current = true;
    const done = await save(report).finally(() => (saving.current = false));
    if (done.kind === "saved") {
      toast.done(t("saved", { number: done.number }));
      setDirty(false);
      hand(undefined);
      go(then(done.id));
      return;
    }
    if (done.kind === "problem") {
      toast.problem(done.words);
      return;
    }
    setProblems(Object.fromEntries(done.failures.map(({ field, kind }) => [field, wrong(kind)])));
    toast.problem(t("fixFirst", { count: done.failures.length }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A box reads what was typed when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setTimeout(() => document.getElementById("report-save")?.click());
  };
  const leaked = findPatientIdentifiers(`${report.title}\n${report.description ?? ""}`);

  return (
    <div className="sy-report">
      <form className="sy-form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <Questions entry={entry} onTake={(reportedAt) => change({ reportedAt })} />
        <div className="sy-form-fields">
          <IncidentFields
            names={MAIN}
            values={report}
            onChange={set}
            problems={problems}
            onUnread={(fields) => setUnread((before) => ({ ...before, fields }))}
            autoFocus="title"
          />
          <div className="sy-field">
            <label htmlFor="report-at">{words("reportedAt")}</label>
            <InstantInput
              id="report-at"
              value={report.reportedAt}
              onChange={(reportedAt) => change({ reportedAt })}
              onProblem={(problem) =>
                setUnread((before) => ({ ...before, time: problem === undefined ? 0 : 1 }))
              }
            />
            {problems.reportedAt !== undefined && (
              <div role="alert" className="sy-problem">
                {problems.reportedAt}
              </div>
            )}
          </div>
        </div>
        <h2 className="sy-form-part">{t("more")}</h2>
        <div className="sy-form-fields">
          <IncidentFields
            names={MORE}
            values={report}
            onChange={set}
            problems={problems}
            onUnread={(more) => setUnread((before) => ({ ...before, more }))}
          />
        </div>
        <PrintedNumber
          value={report.printedNumber ?? ""}
          problem={problems.printedNumber}
          onChange={(number) => change({ printedNumber: number })}
        />
        {leaked.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t("privacy", { found: leaked.map(({ text }) => text).join("、") })}
          />
        )}
        <div className="sy-form-buttons">
          <Button id="report-save" type="primary" onClick={() => void submit(incidentAddress)}>
            {t("save")}
          </Button>
          <Button onClick={() => void submit((id) => paperAddress("F04", id))}>{t("saveAndFax")}</Button>
          <Button href="#/incidents">{t("cancel")}</Button>
        </div>
      </form>
      <ReportAside report={report} />
    </div>
  );
}

/** What the line left open, answered here with a click where one will do. */
function Questions(props: {
  readonly entry: QuickEntry | undefined;
  readonly onTake: (reportedAt: string) => void;
}): ReactNode {
  const t = useTexts(quickTexts);
  const question = useQuestionWords();
  const [answered, setAnswered] = useState(false);
  return props.entry?.questions.map((asked, at) => {
    if (asked.kind === "titleMissing" || (asked.kind === "inTheFuture" && answered)) return null;
    return (
      <Alert
        key={at}
        className="sy-form-question"
        type="warning"
        showIcon
        title={question(asked)}
        action={
          asked.kind === "inTheFuture" && (
            <Button
              size="small"
              onClick={() => {
                props.onTake(asked.dayBefore);
                setAnswered(true);
              }}
            >
              {t("takeDayBefore", { at: formatWall(asked.dayBefore) })}
            </Button>
          )
        }
      />
    );
  });
}

function startOf(entry: QuickEntry | undefined): IncidentReport {
  const plain = { severity: "normal", channel: "phone" } as const;
  if (entry !== undefined) return { ...plain, ...entry.draft };
  const now = Date.now();
  return { ...plain, title: "", reportedAt: instant(now - (now % 60_000)) };
}
