import { MAX_FILE_BYTES, type Input, type Output } from "../../shared/desktop/contract.ts";
import { failureText } from "../../shared/desktop/failure.ts";

/** The same kinds that the desktop program's dialog offers. */
const SPREADSHEETS = ".xlsx,.xlsm,.xls,.et,.csv,.tsv,.txt,.ods,.xlsb";

/** Older browsers do not say that a picker was cancelled: the next one that opens ends it. */
let giveUp: (() => void) | undefined;

/** Asks for files with the browser's own picker; none when the user cancels. */
export async function pickFiles(asked: Input<"openFiles">): Promise<Output<"openFiles">> {
  const chosen = await choose(asked);
  const total = chosen.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_FILE_BYTES) throw new Error(failureText("too-big"));
  return Promise.all(chosen.map(read));
}

/** One file, unread and of any size; the window's own picker in the desktop edition too. */
export async function pickLargeFile(): Promise<File | undefined> {
  return (await choose({ kind: "any", multiple: false }))[0];
}

async function choose({ kind, multiple }: Input<"openFiles">): Promise<readonly File[]> {
  giveUp?.();
  return new Promise<readonly File[]>((done) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = multiple;
    if (kind === "spreadsheet") input.accept = SPREADSHEETS;
    input.hidden = true;
    const finish = (files: readonly File[]): void => {
      input.remove();
      done(files);
    };
    giveUp = () => finish([]);
    input.addEventListener("change", () => finish([...(input.files ?? [])]));
    input.addEventListener("cancel", () => finish([]));
    document.body.append(input);
    input.click();
  });
}

async function read(file: File): Promise<Output<"openFiles">[number]> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
