import { KnownNames, type NewName } from "../../../shared/commands/import-links.ts";
import type { Mapping } from "../../../shared/import/types.ts";
import { instant } from "../../../shared/lib/instants.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { ImportBatch, RecordType } from "../../../shared/records/index.ts";
import type { Desk, SaveFailure } from "../../db/desk.ts";
import type { EngineFailure, ImportEngine } from "./engine-client.ts";
import type { Verdict } from "./engine-protocol.ts";
import { knownKeys, tellKnown } from "./known-keys.ts";
import { namesKnownTo, writeDrafts } from "./write-drafts.ts";

const DRAFTS_A_TIME = 1000;

interface ImportJob {
  readonly type: RecordType;
  readonly fileName: string;
  readonly fileSha256: string | undefined;
  readonly sheet: string;
  readonly mapping: Mapping;
  readonly verdict: Verdict;
  readonly signal: AbortSignal;
  readonly onProgress: (records: number) => void;
  /** All is handed over, and only the commit is left: too late to cancel. */
  readonly onCommit: () => void;
  readonly now: () => number;
}

export interface ImportReport {
  readonly batchId: string;
  readonly rows: number;
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly held: number;
  readonly created: readonly NewName[];
  readonly tookMs: number;
}

/**
 * Writes what the last check of this engine accepted, as one batch and one undo step. After any failure, a
 * cancelled job (`stopped`) among them, nothing is left behind.
 */
export async function runImport(
  desk: Desk,
  engine: ImportEngine,
  job: ImportJob,
): Promise<Result<ImportReport, EngineFailure | SaveFailure>> {
  const begun = job.now();
  // What came in since the check, from another window or another desk, is passed over.
  if (job.type === "incident") {
    const told = await tellKnown(engine, knownKeys(desk, job.type));
    if (!told.ok) return told;
  }
  const names = await namesKnownTo(desk, job.type);
  const writer = await desk.openImport();
  const written = await handOver().catch((error: unknown) => fail(storeFailure(error)));
  if (!written.ok || job.signal.aborted) {
    await writer.cancel();
    return written.ok ? fail({ kind: "stopped" }) : written;
  }
  job.onCommit();
  const { records, events, duplicates, created } = written.value;
  const batch: ImportBatch = {
    fileName: job.fileName.slice(0, 500),
    sheet: job.sheet.slice(0, 500),
    recordType: job.type,
    state: "committed",
    ...(job.fileSha256 === undefined ? {} : { fileSha256: job.fileSha256 }),
    rows: job.verdict.rows,
    records,
    duplicates: job.verdict.duplicates + duplicates,
    held: job.verdict.held,
    importedAt: instant(begun),
    mapping: JSON.stringify(job.mapping).slice(0, 200_000),
  };
  const label = { zh: `导入 ${job.fileName}`, en: `Import ${job.fileName}` };
  const committed = await writer.commit(batch, label);
  if (!committed.ok) {
    await writer.cancel();
    return committed;
  }
  const { batchId } = writer;
  const { rows, held } = batch;
  const tookMs = job.now() - begun;
  return ok({ batchId, rows, held, records, events, duplicates: batch.duplicates, created, tookMs });

  function handOver(): ReturnType<typeof writeDrafts> {
    let restart = true;
    const next = (): ReturnType<typeof engine.ask<"next">> => {
      const ask = { size: DRAFTS_A_TIME, restart };
      restart = false;
      return engine.ask("next", ask);
    };
    const { type, signal, onProgress } = job;
    const recordedAt = instant(begun);
    return writeDrafts(next, {
      writer,
      type,
      known: new KnownNames(names),
      recordedAt,
      onProgress,
      signal,
    });
  }
}

function storeFailure(error: unknown): SaveFailure {
  if (error instanceof Error && error.name === "QuotaExceededError") return { kind: "storeFull" };
  return { kind: "storeFailed", detail: error instanceof Error ? error.message : String(error) };
}
