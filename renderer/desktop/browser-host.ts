import { version } from "../../package.json";
import type { DesktopApi, Input, Output } from "../../shared/desktop/contract.ts";
import { failureText } from "../../shared/desktop/failure.ts";
import { pickFiles } from "./pick-files.ts";

/** How long a browser may take to fetch what it was told to download. */
const DOWNLOAD_MS = 60_000;

/**
 * What a browser can do of the machine's part. Over plain http on a network it is less still: no notifications.
 * It keeps no secrets: whatever a page stores, anyone at that desk can read.
 */
export function browserHost(): DesktopApi {
  return {
    saveFile: async (input) => Promise.resolve(download(input)),
    openFiles: pickFiles,
    growBegin: notHere,
    growMore: notHere,
    growEnd: notHere,
    print: async () => Promise.resolve(print()),
    makePdf: async () => Promise.resolve({ pdf: null }),
    notify,
    keepSecret: async () => Promise.resolve({ kept: false }),
    readSecret: async () => Promise.resolve({ value: null }),
    journalState: notHere,
    journalAppend: notHere,
    journalRead: notHere,
    journalSnapshot: notHere,
    journalVerify: notHere,
    journalHasBlobs: notHere,
    journalKeepBlob: notHere,
    journalReadBlob: notHere,
    // The page itself came from the service, and calls it without help.
    serviceState: async () => Promise.resolve({ link: null, refused: null }),
    serviceConnect: notHere,
    serviceLeave: notHere,
    serviceCall: notHere,
    serviceRead: notHere,
    serviceAbort: notHere,
    appInfo: async () =>
      Promise.resolve({
        edition: "browser",
        version,
        platform: navigator.userAgent,
        dataAt: `${location.origin}（浏览器存储 browser storage；服务端 service: shouyue.sqlite）`,
      }),
  };
}

/** A browser lets no page write a file by itself: the second copy is the service's there, or a backup that people keep. */
async function notHere(): Promise<never> {
  return Promise.reject(new Error(failureText("not-allowed")));
}

/** The browser asks where, or puts it among the downloads: which of the two, and how it ended, it does not tell. */
function download({ suggestedName, kind, bytes }: Input<"saveFile">): Output<"saveFile"> {
  const name =
    kind === "any" || suggestedName.endsWith(`.${kind}`) ? suggestedName : `${suggestedName}.${kind}`;
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: MEDIA_TYPES[kind] }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_MS);
  return { saved: true, name };
}

const MEDIA_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv;charset=utf-8",
  pdf: "application/pdf",
  json: "application/json",
  any: "application/octet-stream",
} as const;

/** True means that the print dialog was shown: a browser does not tell what became of it. */
function print(): Output<"print"> {
  window.print();
  return { printed: true };
}

async function notify({ tag, title, body }: Input<"notify">): Promise<Output<"notify">> {
  if (!window.isSecureContext || !("Notification" in window)) return { shown: false };
  try {
    const permission =
      Notification.permission === "default"
        ? await Notification.requestPermission()
        : Notification.permission;
    if (permission !== "granted") return { shown: false };
    const notice = new Notification(title, { body, tag });
    notice.onclick = () => window.focus();
    return { shown: true };
  } catch {
    // Some browsers have the name and refuse the use.
    return { shown: false };
  }
}
