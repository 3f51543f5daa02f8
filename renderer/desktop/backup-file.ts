/** Where the backup goes: a file that the user chose once, where the browser can remember one, else a download. */
export type BackupPlace = "remembered" | "chosen" | "download";

/** What browsers have that can write a file; Chromium's types of it are in no library yet. */
interface WritableHandle {
  readonly name: string;
  createWritable(): Promise<{
    write(text: string): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
  requestPermission?(wish: { readonly mode: "readwrite" }): Promise<string>;
}
type ShowSavePicker = (options: object) => Promise<WritableHandle>;

const DATABASE = "shouyue-backup-place";
const DOWNLOAD_MS = 60_000;

/**
 * Writes a backup's lines to the remembered file, or asks for one and remembers it; `anew` asks again. Undefined when
 * the user cancels. A file that could not be written whole is left as it was.
 */
export async function writeBackup(
  suggestedName: string,
  lines: AsyncIterable<string>,
  anew: boolean,
): Promise<{ readonly place: BackupPlace; readonly name: string } | undefined> {
  const show = Reflect.get(window, "showSaveFilePicker") as ShowSavePicker | undefined;
  if (show === undefined) return download(suggestedName, lines);
  const known = anew ? undefined : await rememberedFile();
  const isAllowed = (await known?.requestPermission?.({ mode: "readwrite" })) === "granted";
  const file = isAllowed ? known : await chosenFile(show, suggestedName);
  if (file === undefined) return undefined;
  // The browser writes beside the file and puts it in place on closing.
  const writing = await file.createWritable();
  try {
    for await (const line of lines) await writing.write(`${line}\n`);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
  await rememberFile(file).catch(() => undefined);
  return { place: isAllowed ? "remembered" : "chosen", name: file.name };
}

async function chosenFile(show: ShowSavePicker, suggestedName: string): Promise<WritableHandle | undefined> {
  try {
    return await show.call(window, { suggestedName });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

async function download(
  name: string,
  lines: AsyncIterable<string>,
): Promise<{ readonly place: BackupPlace; readonly name: string }> {
  const parts: string[] = [];
  for await (const line of lines) parts.push(line, "\n");
  const url = URL.createObjectURL(new Blob(parts, { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
  return { place: "download", name };
}

/** A handle can be kept in IndexedDB and nowhere else; in one of its own, which the store's upgrades do not touch. */
async function rememberedFile(): Promise<WritableHandle | undefined> {
  return (await inDatabase("readonly", (files) => files.get("file"))) as WritableHandle | undefined;
}

async function rememberFile(file: WritableHandle): Promise<void> {
  await inDatabase("readwrite", (files) => files.put(file, "file"));
}

async function inDatabase(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("files");
  const db = (await settled(opening)) as IDBDatabase;
  try {
    return await settled(work(db.transaction("files", mode).objectStore("files")));
  } finally {
    db.close();
  }
}

function settled(request: IDBRequest): Promise<unknown> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error ?? new Error("not kept"));
  });
}
