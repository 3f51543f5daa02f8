import { desktop } from "./index.ts";

/** A place for a file that grows. Nothing stands under its name before `close`. */
export interface FileSink {
  write(bytes: Uint8Array): Promise<void>;
  /** The file's own name. */
  close(): Promise<string>;
  abort(): Promise<void>;
}

interface WritableHandle {
  readonly name: string;
  createWritable(): Promise<{
    write(bytes: Uint8Array): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}
type ShowSavePicker = (options: object) => Promise<WritableHandle>;

const DOWNLOAD_MS = 60_000;
/** Pieces of a download are handed to the browser in blobs of this size, which it keeps on the disk. */
const A_BLOB = 8 * 1024 * 1024;

/** Asks where; undefined when the user thinks better of it. Call while a click still counts. */
export async function openSink(suggestedName: string): Promise<FileSink | undefined> {
  if (window.desktop !== undefined) return onTheMachine(suggestedName);
  const show = Reflect.get(window, "showSaveFilePicker") as ShowSavePicker | undefined;
  if (show === undefined) return download(suggestedName);
  let handle: WritableHandle;
  try {
    handle = await show.call(window, { suggestedName });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
  // The browser writes beside the file and puts it in place on closing.
  const writing = await handle.createWritable();
  return {
    write: (bytes) => writing.write(bytes),
    close: async () => {
      await writing.close();
      return handle.name;
    },
    abort: () => writing.abort(),
  };
}

async function onTheMachine(suggestedName: string): Promise<FileSink | undefined> {
  const { growBegin, growMore, growEnd } = desktop();
  const { file } = await growBegin({ suggestedName });
  if (file === null) return undefined;
  return {
    write: async (bytes) => {
      await growMore({ file, bytes });
    },
    close: async () => (await growEnd({ file, keep: true })).name ?? suggestedName,
    abort: async () => {
      await growEnd({ file, keep: false });
    },
  };
}

function download(name: string): FileSink {
  const blobs: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const pack = (): void => {
    blobs.push(new Blob(pieces));
    pieces = [];
    size = 0;
  };
  return {
    write: async (bytes) => {
      pieces.push(new Uint8Array(bytes));
      size += bytes.length;
      if (size > A_BLOB) pack();
      return Promise.resolve();
    },
    close: async () => {
      pack();
      const url = URL.createObjectURL(new Blob(blobs, { type: "application/octet-stream" }));
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
      return Promise.resolve(name);
    },
    abort: async () => {
      blobs.length = 0;
      pieces = [];
      return Promise.resolve();
    },
  };
}
