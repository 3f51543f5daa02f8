import { safeBaseName } from "./safe-base-name.ts";

/** Chromium names a print job, and the PDF that comes of it, after the document: it gets the paper's name meanwhile. */
export async function printingAs<T>(jobName: string, print: (jobName: string) => Promise<T>): Promise<T> {
  const title = document.title;
  const name = safeBaseName(jobName);
  document.title = name;
  try {
    return await print(name);
  } finally {
    document.title = title;
  }
}
