import type { DesktopApi } from "../../shared/desktop/contract.ts";
import { browserHost } from "./browser-host.ts";
import { printingAs } from "./printing-as.ts";
import { safeBaseName } from "./safe-base-name.ts";

declare global {
  interface Window {
    /** Put there by Electron's preload; a browser has none. */
    readonly desktop?: DesktopApi;
  }
}

/**
 * The machine that the window runs on: Electron's main process, or what a browser can do of the same. A call
 * rejects with a code that `failureCodeOf` reads; what a user may decide (nowhere to save, no printer) is a value.
 * Names are made fit for every file system here, so a caller may suggest any.
 */
export function desktop(): DesktopApi {
  return (api ??= tidied(window.desktop ?? browserHost()));
}

let api: DesktopApi | undefined;

function tidied(host: DesktopApi): DesktopApi {
  return {
    saveFile: (input) => host.saveFile({ ...input, suggestedName: safeBaseName(input.suggestedName) }),
    openFiles: (input) => host.openFiles(input),
    growBegin: ({ suggestedName }) => host.growBegin({ suggestedName: safeBaseName(suggestedName) }),
    growMore: (input) => host.growMore(input),
    growEnd: (input) => host.growEnd(input),
    print: ({ jobName }) => printingAs(jobName, (name) => host.print({ jobName: name })),
    makePdf: ({ jobName }) => printingAs(jobName, (name) => host.makePdf({ jobName: name })),
    notify: (input) => host.notify(input),
    keepSecret: (input) => host.keepSecret(input),
    readSecret: (input) => host.readSecret(input),
    journalState: (input) => host.journalState(input),
    journalAppend: (input) => host.journalAppend(input),
    journalRead: (input) => host.journalRead(input),
    journalSnapshot: (input) => host.journalSnapshot(input),
    journalVerify: (input) => host.journalVerify(input),
    journalHasBlobs: (input) => host.journalHasBlobs(input),
    journalKeepBlob: (input) => host.journalKeepBlob(input),
    journalReadBlob: (input) => host.journalReadBlob(input),
    serviceState: (input) => host.serviceState(input),
    serviceConnect: (input) => host.serviceConnect(input),
    serviceLeave: (input) => host.serviceLeave(input),
    serviceCall: (input) => host.serviceCall(input),
    serviceRead: (input) => host.serviceRead(input),
    serviceAbort: (input) => host.serviceAbort(input),
    appInfo: (input) => host.appInfo(input),
  };
}
