import { createStore, type StoreApi } from "zustand/vanilla";
import { change } from "../../../shared/commands/edit.ts";
import type { ColumnMapping, Encoding, Mapping, Target } from "../../../shared/import/types.ts";
import { dateOf } from "../../../shared/lib/instants.ts";
import { must } from "../../../shared/lib/must.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Desk } from "../../db/desk.ts";
import type { ImportEngine } from "./engine-client.ts";
import type { OpenedFile } from "./engine-protocol.ts";
import type { ImportFailure } from "./failure-texts.ts";
import { knownKeys, tellKnown } from "./known-keys.ts";
import { rememberedMappings, rememberMapping } from "./remembered-mappings.ts";
import { runImport } from "./run-import.ts";
import {
  canGoBack,
  canGoOn,
  emptyWizard,
  STEPS,
  type WizardActions,
  type WizardState,
} from "./wizard-state.ts";
import { namesKnownTo } from "./write-drafts.ts";

export type Wizard = StoreApi<WizardState> & { readonly actions: WizardActions };

interface Surroundings {
  readonly desk: Desk;
  /** Starts a reader in a worker of its own; one for each file. */
  readonly startEngine: () => ImportEngine;
  readonly now: () => number;
}

/** The import wizard without its looks: one file from its bytes to a committed batch, step by step. */
export function importWizard(type: RecordType, { desk, startEngine, now }: Surroundings): Wizard {
  const store = createStore<WizardState>(() => emptyWizard(type));
  let engine: ImportEngine | undefined;
  let content: Blob | undefined;
  let writing: AbortController | undefined;
  const show = (patch: Partial<WizardState>): void => store.setState(patch);

  /** An answer for a reader that was let go meanwhile is nobody's business any more. */
  const isStale = (asked: ImportEngine): boolean => asked !== engine;
  const failed = (failure: ImportFailure): void => {
    if (failure.kind === "tooSlow" || failure.kind === "broken" || failure.kind === "stopped") {
      engine?.stop();
      engine = undefined;
      show({ ...emptyWizard(store.getState().type), failure });
    } else show({ busy: null, failure });
  };
  const letGo = (): void => {
    writing?.abort();
    engine?.stop();
    engine = undefined;
  };

  const read = async (name: string, blob: Blob, encoding?: Encoding): Promise<void> => {
    letGo();
    const asked = (engine = startEngine());
    show({
      ...emptyWizard(store.getState().type),
      step: store.getState().step,
      fileName: name,
      busy: "reading",
    });
    content = blob;
    const answer = await asked.ask("open", {
      content: blob,
      fileName: name,
      ...(encoding === undefined ? {} : { encoding }),
    });
    if (isStale(asked)) return;
    if (!answer.ok) failed(answer.failure);
    else if (!answer.value.ok) {
      letGo();
      show({ ...emptyWizard(store.getState().type), fileName: name, failure: answer.value.failure });
    } else {
      show({ opened: answer.value.value, step: "sheet" });
      await look(firstUsefulSheet(answer.value.value));
    }
  };

  const look = async (sheet: number, headerRow?: number): Promise<void> => {
    const asked = engine;
    if (asked === undefined) return;
    const { type: wanted } = store.getState();
    show({ sheet, busy: "looking", failure: null, verdict: null });
    const remembered = rememberedMappings(wanted);
    const row = headerRow === undefined ? {} : { headerRow };
    const answer = await asked.ask("look", { sheet, type: wanted, remembered, ...row });
    if (isStale(asked)) return;
    if (!answer.ok) failed(answer.failure);
    else {
      const { mapping, codes, reads } = answer.value;
      show({ busy: null, look: answer.value, mapping, codes, reads });
    }
  };

  const check = async (): Promise<void> => {
    const { mapping, type: wanted, skipHiddenRows } = store.getState();
    const asked = engine;
    if (asked === undefined || mapping === null) return;
    show({ step: "check", busy: "checking", failure: null, verdict: null });
    // Where it fails, so does the check, and says why.
    const [names] = await Promise.all([
      namesKnownTo(desk, wanted),
      tellKnown(asked, knownKeys(desk, wanted)),
    ]);
    const today = dateOf(now());
    const answer = await asked.ask("check", { mapping, today, names, skipHiddenRows });
    if (isStale(asked)) return;
    if (!answer.ok) failed(answer.failure);
    else show({ busy: null, verdict: answer.value });
  };

  const write = async (): Promise<void> => {
    const { mapping, verdict, opened, sheet, look: seen, fileName, type: wanted } = store.getState();
    const asked = engine;
    if (asked === undefined || mapping === null || verdict === null) return;
    const controller = (writing = new AbortController());
    const sinceMs = now();
    const progress = (records: number, committing = false): void => {
      if (!controller.signal.aborted) show({ written: { records, sinceMs, nowMs: now(), committing } });
    };
    show({ step: "write", failure: null });
    progress(0);
    const outcome = await runImport(desk, asked, {
      ...{
        type: wanted,
        fileName,
        fileSha256: opened?.fileSha256,
        mapping,
        verdict,
        now,
        signal: controller.signal,
      },
      sheet: opened?.sheets[sheet]?.name ?? "",
      onProgress: progress,
      onCommit: () => progress(verdict.records, true),
    });
    writing = undefined;
    if (isStale(asked)) return;
    if (outcome.ok) {
      if (seen !== null) rememberMapping(seen.header.fingerprint, mapping);
      show({ step: "report", written: null, report: outcome.value });
    } else if (controller.signal.aborted) show({ step: "check", written: null });
    else {
      show({ step: "check", written: null });
      failed(outcome.failure);
    }
  };

  /** Shows an edited mapping at once, and what the worker makes of it when it answers. */
  const reread = (mapping: Mapping, move?: { readonly index: number; readonly target: Target }): void => {
    const asked = engine;
    if (asked === undefined) return;
    show({ mapping, verdict: null });
    void asked.ask("remap", move === undefined ? { mapping } : { mapping, move }).then((answer) => {
      if (isStale(asked)) return;
      if (answer.ok) show(answer.value);
      else failed(answer.failure);
    });
  };
  const withColumn = (index: number, edit: (column: ColumnMapping) => ColumnMapping): Mapping => {
    const mapping = must(store.getState().mapping, "columns are shown before they are changed");
    const columns = mapping.columns.map((column) => (column.index === index ? edit(column) : column));
    return { ...mapping, columns };
  };

  const actions: WizardActions = {
    chooseType: (next) => show({ type: next, failure: null }),
    chooseFile: (name, blob) => void read(name, blob),
    chooseEncoding: (encoding) => {
      if (content !== undefined) void read(store.getState().fileName, content, encoding);
    },
    chooseSheet: (sheet) => void look(sheet),
    chooseHeaderRow: (row) => void look(store.getState().sheet, row),
    chooseSkipHidden: (skipHiddenRows) => show({ skipHiddenRows, verdict: null }),
    chooseTarget: (index, target) => {
      const { mapping } = store.getState();
      if (mapping !== null) reread(mapping, { index, target });
    },
    chooseDateOrder: (index, order) =>
      reread(
        withColumn(index, (column) => {
          if (column.dates === undefined) return column;
          const dates = { ...column.dates, order, ambiguous: false };
          return { ...column, dates, from: "chosen", confidence: 1 };
        }),
      ),
    chooseCode: (index, text, code) => {
      const choose = (column: ColumnMapping): ColumnMapping => {
        const others = Object.entries(column.codes ?? {}).filter(([known]) => known !== text);
        return { ...column, codes: Object.fromEntries(code === null ? others : [...others, [text, code]]) };
      };
      const mapping = withColumn(index, choose);
      // The list of words stays as it stands while one works down it; a choice taken back is looked up anew.
      if (code === null) reread(mapping);
      else show({ mapping, verdict: null });
    },
    chooseMode: (mode) => {
      const { mapping } = store.getState();
      if (mapping !== null) reread({ ...mapping, mode });
    },
    next: () => {
      const state = store.getState();
      if (!canGoOn(state)) return;
      if (state.step === "sheet") show({ step: "columns", failure: null });
      else if (state.step === "columns") void check();
      else void write();
    },
    back: () => {
      const state = store.getState();
      if (canGoBack(state)) show({ step: STEPS[STEPS.indexOf(state.step) - 1] ?? "file", failure: null });
    },
    cancelWrite: () => {
      if (store.getState().written?.committing === false) writing?.abort();
    },
    heldFile: async () => {
      const answer = await engine?.ask("held", { format: "xlsx" });
      return answer?.ok === true ? answer.value : null;
    },
    undo: () => {
      const { report, fileName } = store.getState();
      if (report === null) return;
      const label = { zh: `撤销导入 ${fileName}`, en: `Undo import ${fileName}` };
      void desk.save(label, [change("importBatch", report.batchId, { state: "undone" })]).then((saved) => {
        if (saved.ok) show({ undone: true });
        else show({ failure: saved.failure });
      });
    },
    restart: () => {
      letGo();
      show(emptyWizard(store.getState().type));
    },
    close: letGo,
  };
  return Object.assign(store, { actions });
}

/** The first sheet that people see and that holds something. */
function firstUsefulSheet({ sheets }: OpenedFile): number {
  const shown = sheets.findIndex(({ hidden, rows }) => !hidden && rows > 0);
  return shown >= 0
    ? shown
    : Math.max(
        0,
        sheets.findIndex(({ rows }) => rows > 0),
      );
}
