import type { DesktopApi } from "../../shared/desktop/contract.ts";
import { chooseFiles } from "./choose-files.ts";

const SPREADSHEETS = ".xlsx,.xlsm,.xlsb,.xls,.et,.ods,.csv,.tsv,.txt";
const MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv;charset=utf-8",
  pdf: "application/pdf",
  json: "application/json",
  any: "application/octet-stream",
} as const;

/** The browser's half of the contract. What a browser cannot do it says, so that the window can say what to do instead. */
export const browserDesktop: DesktopApi = {
  // The browser puts downloads where its user told it to; it does not say where, or whether they were kept.
  saveFile: async ({ suggestedName, kind, bytes }) => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: MEDIA_TYPES[kind] }));
    const link = document.createElement("a");
    link.href = url;
    link.download = suggestedName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return Promise.resolve({ saved: true, name: suggestedName });
  },
  openFiles: async ({ kind, multiple }) => {
    const files = await chooseFiles(kind === "spreadsheet" ? SPREADSHEETS : "", multiple);
    return Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  },
  print: async ({ jobName }) => {
    const title = document.title;
    // Browsers offer the page's title as the name of the PDF.
    document.title = jobName;
    window.print();
    document.title = title;
    return Promise.resolve({ printed: true });
  },
  makePdf: async () => Promise.resolve({ pdf: null }),
  notify: async ({ tag, title, body }) => {
    if (!("Notification" in window) || Notification.permission !== "granted")
      return Promise.resolve({ shown: false });
    new Notification(title, { tag, body });
    return Promise.resolve({ shown: true });
  },
  // A browser has no keychain: what it stores, any page of this origin can read.
  keepSecret: async () => Promise.resolve({ kept: false }),
  readSecret: async () => Promise.resolve({ value: null }),
  appInfo: async () =>
    Promise.resolve({
      edition: "browser" as const,
      version: "0.1.0",
      platform: navigator.userAgent,
      dataAt: "shouyue.sqlite",
    }),
};
