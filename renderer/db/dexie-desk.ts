import type { Edit } from "../../shared/commands/edit.ts";
import type { Label } from "../../shared/lib/define-record.ts";
import { paperNumber, recordId } from "../../shared/lib/ids.ts";
import { wallOf } from "../../shared/lib/instants.ts";
import { must } from "../../shared/lib/must.ts";
import { ok, type Result } from "../../shared/lib/result.ts";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import type { Change } from "../../shared/sync/change.ts";
import { deskArchive } from "./archive-open.ts";
import type { DeskArchive } from "./archive.ts";
import { blobDigest } from "./blob-digest.ts";
import { deskConflicts, type DeskConflicts } from "./contested-desk.ts";
import type {
  Desk,
  DeskBackup,
  ImportWriter,
  IncidentIndex,
  ListIndex,
  SaveFailure,
  SaveOptions,
  UndoFailure,
} from "./desk.ts";
import { deskBackup } from "./journal-backup.ts";
import type { SecondCopy } from "./journal-copy.ts";
import { copySource } from "./journal-open.ts";
import { PagedImport } from "./import-writer.ts";
import { eachNumber } from "./each-number.ts";
import { readMeta, takeCounter, writeMeta } from "./meta.ts";
import { BackgroundPacking } from "./packing/background.ts";
import type { Notices } from "./notices.ts";
import type { Pages } from "./pages.ts";
import type { Reader } from "./reader.ts";
import { refusedOf } from "./refused.ts";
import type { Scoring } from "./scoring/scoring.ts";
import { writeEdits, type SaveContext } from "./save.ts";
import type { Store } from "./store.ts";
import { StoreSyncSource } from "./sync-source.ts";
import { nextStep, turnStep, type Direction } from "./undo.ts";

const IDS_A_BLOCK = 200;

interface Parts {
  readonly id: string;
  readonly store: Store;
  readonly bulk: Store;
  readonly pages: Pages;
  readonly reader: Reader;
  readonly notices: Notices;
  readonly list: (type: RecordType) => ListIndex;
  readonly incidents: IncidentIndex;
  readonly scoring: Scoring;
  readonly now: () => number;
  readonly journal: SecondCopy | undefined;
  readonly closeIndex: () => void;
  readonly archiveWorkFactor?: number | undefined;
}

/** The desk on IndexedDB. */
export class DexieDesk implements Desk {
  readonly id: string;
  readonly incidents: IncidentIndex;
  readonly scoring: Scoring;
  readonly backup: DeskBackup;
  readonly conflicts: DeskConflicts;
  readonly archive: DeskArchive;
  readonly #parts: Parts;
  readonly #context: SaveContext;
  readonly #packing: BackgroundPacking;
  #freeIds: string[] = [];
  #saving = 0;

  constructor(parts: Parts) {
    this.id = parts.id;
    this.incidents = parts.incidents;
    this.scoring = parts.scoring;
    this.#parts = parts;
    this.#context = { store: parts.store, reader: parts.reader, now: parts.now, journal: parts.journal };
    this.#packing = new BackgroundPacking({
      ...parts,
      isBusy: () => this.#saving > 0,
      moved: (type, ids) => parts.notices.post({ touched: [type], records: ids.map((id) => ({ type, id })) }),
    });
    this.#packing.start();
    parts.notices.listen(({ counters }) => {
      if (counters === "raised") this.#freeIds = [];
    });
    this.conflicts = deskConflicts({
      store: parts.store,
      find: (type, id) => parts.reader.find(type, id),
      isShown: (folded) => parts.reader.isShown(folded),
      history: (type, id) => this.history(type, id),
      tell: () => parts.notices.post({ touched: [], records: [] }),
    });
    this.backup = deskBackup({
      ...parts,
      desk: parts.id,
      copy: copySource(parts.store, parts.id, this.syncSource(), parts.pages, parts.reader),
      source: () => this.syncSource(),
    });
    this.archive = deskArchive({
      ...parts,
      desk: parts.id,
      source: () => this.syncSource(),
      getBlob: (sha256) => this.getBlob(sha256),
      putBlob: (bytes) => this.putBlob(bytes),
      workFactor: parts.archiveWorkFactor,
    });
  }

  get<T extends RecordType>(type: T, id: string): Promise<Stored<T> | undefined> {
    return this.#parts.reader.get(type, id);
  }

  getMany<T extends RecordType>(type: T, ids: readonly string[]): Promise<Stored<T>[]> {
    return this.#parts.reader.getMany(type, ids);
  }

  all<T extends RecordType>(type: T): Promise<Stored<T>[]> {
    return this.#parts.reader.all(type);
  }

  childrenOf<T extends RecordType>(type: T, parentId: string): Promise<Stored<T>[]> {
    return this.#parts.reader.childrenOf(type, parentId);
  }

  list(type: RecordType): ListIndex {
    return this.#parts.list(type);
  }

  async newIds(count: number): Promise<string[]> {
    if (this.#freeIds.length < count) {
      const size = Math.max(count, IDS_A_BLOCK);
      const first = await takeCounter(this.#parts.store, "idCounter", size);
      await this.#parts.journal?.given("idCounter", first + size - 1);
      this.#freeIds = Array.from({ length: size }, (_, at) => recordId(this.id, first + at));
    }
    return this.#freeIds.splice(0, count);
  }

  async takeNumber(prefix: string): Promise<string> {
    const { year } = wallOf(this.#parts.now());
    const key = `number:${prefix}-${year}`;
    const counter = await takeCounter(this.#parts.store, key, 1);
    await this.#parts.journal?.given(key, counter);
    return paperNumber(prefix, year, this.id, counter);
  }

  author(): Promise<string> {
    return readMeta(this.#parts.store, "author");
  }

  setAuthor(name: string): Promise<void> {
    return writeMeta(this.#parts.store, "author", name.slice(0, 100));
  }

  async save(
    label: Label,
    edits: readonly Edit[],
    options?: SaveOptions,
  ): Promise<Result<null, SaveFailure>> {
    const remember =
      options?.silent === true ? ({ kind: "nothing" } as const) : ({ kind: "step", label } as const);
    this.#saving += 1;
    const written = await writeEdits(this.#context, edits, remember).finally(() => (this.#saving -= 1));
    if (written.ok) await this.#tellOf(edits);
    return written;
  }

  undo(): Promise<Result<Label, UndoFailure>> {
    return this.#turn("undo");
  }

  redo(): Promise<Result<Label, UndoFailure>> {
    return this.#turn("redo");
  }

  async undoState(): Promise<{ undo: Label | undefined; redo: Label | undefined }> {
    const { store } = this.#parts;
    const [undo, redo] = [await nextStep(store, "undo"), await nextStep(store, "redo")];
    return { undo: undo?.label, redo: redo?.label };
  }

  async history(type: RecordType, id: string): Promise<Change[]> {
    const { store, pages } = this.#parts;
    const packed = await pages.firstChangeOf(type, id);
    const single = await store.changes.where("recordKey").equals(`${type}:${id}`).toArray();
    const changes: Change[] = single.map(({ recordKey: _key, ...change }) => change);
    // Logged too where it came back with another stamp than it left with.
    if (packed !== undefined && changes.every(({ id }) => id !== packed.id)) changes.push(packed);
    const refused = await refusedOf(store, type, id);
    return changes.filter((change) => !refused.has(change.id)).sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  }

  onChange(listener: (touched: readonly RecordType[]) => void): () => void {
    return this.#parts.notices.listen(({ touched }) => listener(touched));
  }

  async openImport(): Promise<ImportWriter> {
    const batchId = must((await this.newIds(1))[0], "one id was asked for");
    return new PagedImport(this.#context, this.#parts.bulk, { batchId, desk: this.id }, (touched) =>
      this.#tellAll(touched),
    );
  }

  eachNumber(): AsyncIterable<readonly string[]> {
    return eachNumber(this.incidents);
  }

  async putBlob(bytes: Uint8Array): Promise<string> {
    const sha256 = await blobDigest(bytes);
    await this.#parts.store.blobs.put({ sha256, bytes });
    await this.#parts.journal?.keepBlob(sha256, bytes);
    return sha256;
  }

  async getBlob(sha256: string): Promise<Uint8Array | undefined> {
    return (
      (await this.#parts.store.blobs.get(sha256))?.bytes ?? (await this.#parts.journal?.readBlob(sha256))
    );
  }

  mendSecondCopy(): void {
    this.#parts.journal?.mend();
  }

  syncSource(): StoreSyncSource {
    return new StoreSyncSource(this.#context, this.id, this.#parts.pages, {
      pulled: (touched) => this.#tellAll(touched),
      raised: () => this.#parts.notices.post({ touched: [], records: [], counters: "raised" }),
      onChange: (listener) => this.#parts.notices.listen(listener),
    });
  }

  close(): void {
    this.#packing.stop();
    this.#parts.journal?.close();
    this.#parts.closeIndex();
    this.#parts.notices.close();
    this.#parts.store.close();
    this.#parts.bulk.close();
  }

  async #turn(direction: Direction): Promise<Result<Label, UndoFailure>> {
    const turned = await turnStep(this.#context, direction);
    if (!turned.ok) return turned;
    await this.#tellOf(turned.value.edits);
    return ok(turned.value.label);
  }

  async #tellOf(edits: readonly Edit[]): Promise<void> {
    const touched = [...new Set(edits.map((edit) => edit.type))];
    const batches = edits.filter((edit) => edit.type === "importBatch");
    if (batches.length === 0) {
      this.#parts.notices.post({ touched, records: edits.map(({ type, id }) => ({ type, id })) });
      return;
    }
    // An import came or went: everything it holds did.
    const held = await this.#parts.store.heads
      .where("batchId")
      .anyOf(batches.map((edit) => edit.id))
      .toArray();
    await this.#tellAll([...new Set([...touched, ...held.map((head) => head.type)])]);
  }

  async #tellAll(touched: readonly RecordType[]): Promise<void> {
    await this.#parts.reader.refresh();
    this.#parts.notices.post({ touched });
  }
}
