import {
  reportFailures,
  reportIncident,
  type IncidentReport,
  type ReportFailure,
} from "../../../shared/commands/report-incident.ts";
import { readPaperNumber } from "../../../shared/lib/ids.ts";
import { instant } from "../../../shared/lib/instants.ts";
import type { Desk } from "../../db/desk.ts";
import { takePaperNumber } from "../../records/paper-number.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useSyncStatus } from "../../state/sync-status.ts";

export type Reported =
  | { readonly kind: "saved"; readonly id: string; readonly number: string }
  | { readonly kind: "failures"; readonly failures: readonly ReportFailure[] }
  | { readonly kind: "problem"; readonly words: string };

/** Reports a fault: checks it first, so that no number is spent on a form that is sent back. */
export function useReport(): (report: IncidentReport) => Promise<Reported> {
  const desk = useDesk();
  const problemOf = useSaveProblem();
  return async (report) => {
    const now = instant(Date.now());
    const wrong = reportFailures(report, now);
    if (wrong.length > 0) return { kind: "failures", failures: wrong };
    const printed = readPaperNumber(report.printedNumber ?? "");
    if (printed !== undefined && (await isTaken(desk, printed))) {
      return { kind: "failures", failures: [{ field: "printedNumber", kind: "numberTaken" }] };
    }
    const number = printed ?? (await takePaperNumber(desk, "incident"));
    const [id = "", eventId = ""] = await desk.newIds(2);
    const edits = reportIncident(report, {
      now,
      number,
      ids: [id, eventId],
      clockOffsetMs: useSyncStatus.getState().clockOffsetMs,
    });
    if (!edits.ok) return { kind: "failures", failures: edits.failure };
    const saved = await desk.save({ zh: `报修 ${number}`, en: `Report ${number}` }, edits.value);
    return saved.ok ? { kind: "saved", id, number } : { kind: "problem", words: problemOf(saved.failure) };
  };
}

/** Whether somebody wrote a fault down under this number already. */
async function isTaken({ incidents }: Desk, number: string): Promise<boolean> {
  return (await incidents.query({ search: "", filters: { number: [number] } })).count > 0;
}
