import type { CodeColumn, DateOrder, Encoding, Mapping, Target } from "../../../shared/import/types.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { MappingLook, OpenedFile, SheetLook, Verdict } from "./engine-protocol.ts";
import type { ImportFailure } from "./failure-texts.ts";
import type { ImportReport } from "./run-import.ts";

export const STEPS = ["file", "sheet", "columns", "check", "write", "report"] as const;
export type Step = (typeof STEPS)[number];

export interface WizardState {
  readonly step: Step;
  readonly type: RecordType;
  /** What the worker is busy with; the step's own controls wait. */
  readonly busy: "reading" | "looking" | "checking" | null;
  readonly failure: ImportFailure | null;
  readonly fileName: string;
  readonly opened: OpenedFile | null;
  readonly sheet: number;
  readonly look: SheetLook | null;
  readonly mapping: Mapping | null;
  readonly codes: readonly CodeColumn[];
  readonly reads: MappingLook["reads"];
  readonly skipHiddenRows: boolean;
  readonly verdict: Verdict | null;
  readonly written: Progress | null;
  readonly report: ImportReport | null;
  readonly undone: boolean;
}

interface Progress {
  readonly records: number;
  readonly sinceMs: number;
  readonly nowMs: number;
  readonly committing: boolean;
}

export interface WizardActions {
  readonly chooseType: (type: RecordType) => void;
  readonly chooseFile: (name: string, content: Blob) => void;
  readonly chooseEncoding: (encoding: Encoding) => void;
  readonly chooseSheet: (sheet: number) => void;
  /** From 1 as the spreadsheet numbers it; 0: none. */
  readonly chooseHeaderRow: (row: number) => void;
  readonly chooseSkipHidden: (skip: boolean) => void;
  readonly chooseTarget: (index: number, target: Target) => void;
  readonly chooseDateOrder: (index: number, order: DateOrder) => void;
  readonly chooseCode: (index: number, text: string, code: string | null) => void;
  readonly chooseMode: (mode: Mapping["mode"]) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly cancelWrite: () => void;
  /** The held rows as an `.xlsx` file; null when the worker is gone. */
  readonly heldFile: () => Promise<Uint8Array | null>;
  readonly undo: () => void;
  /** Back to the first step; whatever was going on ends and leaves nothing behind. */
  readonly restart: () => void;
  readonly close: () => void;
}

export function emptyWizard(type: RecordType): WizardState {
  return {
    step: "file",
    type,
    busy: null,
    failure: null,
    fileName: "",
    opened: null,
    sheet: 0,
    look: null,
    mapping: null,
    codes: [],
    reads: {},
    skipHiddenRows: false,
    verdict: null,
    written: null,
    report: null,
    undone: false,
  };
}

/** True while leaving would cost the user work: a file is open and nothing is committed yet. */
export function isUnderWay({ opened, step }: WizardState): boolean {
  return opened !== null && step !== "report";
}

export function canGoBack({ step, busy, written }: WizardState): boolean {
  return busy === null && written === null && (step === "sheet" || step === "columns" || step === "check");
}

export function canGoOn({ step, busy, look, mapping, verdict }: WizardState): boolean {
  if (busy !== null) return false;
  if (step === "sheet") return look !== null && look.header.columns.length > 0;
  if (step === "columns") return mapping?.columns.some(isMapped) === true;
  return step === "check" && verdict !== null && verdict.records > 0;
}

function isMapped({ target }: { readonly target: Target }): boolean {
  return target !== null && target !== "ignore";
}
