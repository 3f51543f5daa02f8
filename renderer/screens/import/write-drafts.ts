import {
  linkedData,
  linksOf,
  namesOfRecord,
  typesNamedBy,
  type KnownNames,
  type NamedRecord,
  type NewName,
} from "../../../shared/commands/import-links.ts";
import type { Draft } from "../../../shared/import/types.ts";
import type { AnyField } from "../../../shared/lib/fields.ts";
import type { Instant } from "../../../shared/lib/instants.ts";
import { must } from "../../../shared/lib/must.ts";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import {
  registry,
  type IncidentEvent,
  type RecordData,
  type RecordType,
} from "../../../shared/records/index.ts";
import type { Desk, ImportWriter } from "../../db/desk.ts";
import type { EngineFailure } from "./engine-client.ts";
import type { NextDrafts } from "./engine-protocol.ts";

interface WriteOptions {
  readonly writer: ImportWriter;
  readonly type: RecordType;
  readonly known: KnownNames;
  /** When the import is done: every imported event was recorded then. */
  readonly recordedAt: Instant;
  readonly onProgress: (records: number) => void;
  readonly signal: AbortSignal;
}

export interface Written {
  readonly records: number;
  readonly events: number;
  /** Incidents that came in from elsewhere since the dry run. */
  readonly duplicates: number;
  readonly created: readonly NewName[];
}

/**
 * Hands drafts to the writer, chunk by chunk, so that neither the window nor its memory feels how many there are.
 * Names become ids; vendors and systems that nobody recorded yet are made once, in the same batch. Nothing
 * counts before the caller commits; after a failure, `stopped` by the signal among them, cancel the writer.
 *
 * `next` gives the following drafts, none at the end.
 */
export async function writeDrafts(
  next: () => Promise<Result<NextDrafts, EngineFailure>>,
  options: WriteOptions,
): Promise<Result<Written, EngineFailure>> {
  const { writer, type, signal, onProgress } = options;
  const created: NewName[] = [];
  const total = { records: 0, events: 0, duplicates: 0 };
  // The worker prepares the following chunk while this one is written.
  let coming = next();
  for (;;) {
    const answer = await coming;
    if (signal.aborted) return fail({ kind: "stopped" });
    if (!answer.ok) return answer;
    const { drafts, taken } = answer.value;
    total.duplicates += taken;
    if (drafts.length === 0) return ok({ ...total, created });
    coming = next();
    created.push(...(await createNamed(drafts, options)));
    const eventCount = drafts.reduce((sum, draft) => sum + draft.events.length, 0);
    const ids = await writer.newIds(drafts.length + eventCount);
    const records = drafts.map((draft, at) => ({
      id: must(ids[at], "as many ids as asked for"),
      data: dataOf(draft, options),
    }));
    await writer.add(type, records);
    if (eventCount > 0) {
      await writer.add("incidentEvent", eventsOf(drafts, ids, options.recordedAt));
    }
    total.records += drafts.length;
    total.events += eventCount;
    onProgress(total.records + total.duplicates);
  }
}

/** Names under which records of this desk may be meant by rows of this type. */
export async function namesKnownTo(desk: Desk, type: RecordType): Promise<NamesByType> {
  const types = typesNamedBy(type).filter((named) => named !== "incident" && named !== "importBatch");
  const lists = await Promise.all(
    types.map(async (named) => [named, (await desk.all(named)).map(namesOfRecord)] as const),
  );
  return Object.fromEntries(lists);
}

type NamesByType = Readonly<Partial<Record<RecordType, readonly NamedRecord[]>>>;

async function createNamed(drafts: readonly Draft[], options: WriteOptions): Promise<NewName[]> {
  const { writer, known } = options;
  const created: NewName[] = [];
  for (const draft of drafts) {
    for (const name of linksOf(draft, known).create) {
      const [id] = await writer.newIds(1);
      known.learn(name, must(id, "one id as asked for"));
      created.push(name);
      // Only types that need nothing but their title are made by name.
      const data = { [registry[name.type].title]: name.name } as RecordData<RecordType>;
      await writer.add(name.type, [{ id: must(id, "one id as asked for"), data }]);
    }
  }
  return created;
}

function dataOf(draft: Draft, { known, writer, type }: WriteOptions): RecordData<RecordType> {
  const data = linkedData(draft, linksOf(draft, known));
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  if (fields["importBatchId"] !== undefined) data["importBatchId"] = writer.batchId;
  // The engine gives data in the form of the type's schema; ids and batch fit its reference fields.
  return data as RecordData<RecordType>;
}

/** Timelines in the order of their incidents: pages of history stay in the order of their parents. */
function eventsOf(
  drafts: readonly Draft[],
  ids: readonly string[],
  recordedAt: Instant,
): { readonly id: string; readonly data: IncidentEvent }[] {
  let at = drafts.length;
  return drafts.flatMap((draft, draftAt) =>
    draft.events.map((event) => {
      const incidentId = must(ids[draftAt], "as many ids as asked for");
      const id = must(ids[at], "as many ids as asked for");
      at += 1;
      return { id, data: { ...event, incidentId, recordedAt } };
    }),
  );
}
