import { join } from "node:path";
import { app } from "electron";
import { askWhereIn, askWhichIn } from "../files/dialogs.ts";
import { growingFile } from "../files/growing-file.ts";
import { openFiles } from "../files/open-files.ts";
import { saveFile } from "../files/save-file.ts";
import { journalHandlers } from "../journal/handlers.ts";
import { notify } from "../notify/notify.ts";
import { paperAsPdf, printPaper } from "../print/paper.ts";
import { systemKeychain } from "../security/keychain.ts";
import { secretsIn } from "../security/secrets.ts";
import { serviceHandlers } from "../service/handlers.ts";
import { isLab } from "../start-flags.ts";
import type { HandlersFor } from "./door.ts";

/** What the machine does for a window, channel by channel. Call after the data folder is settled. */
export function machineHandlers(): HandlersFor {
  const dataAt = app.getPath("userData");
  const secrets = secretsIn(join(dataAt, "secrets.json"), systemKeychain);
  const journal = journalHandlers(join(dataAt, "journal"));
  const service = serviceHandlers(dataAt, isLab(process.argv));
  const growing = growingFile();
  return (window) => ({
    saveFile: (input) => saveFile(input, askWhereIn(window)),
    openFiles: (input) => openFiles(input, askWhichIn(window)),
    growBegin: (input) => growing.begin(input, askWhereIn(window)),
    growMore: growing.more,
    growEnd: growing.end,
    print: () => printPaper(window.webContents),
    makePdf: () => paperAsPdf(window.webContents),
    notify: (input) => notify(input, window),
    keepSecret: async ({ name, value }) => ({ kept: await secrets.keep(name, value) }),
    readSecret: async ({ name }) => ({ value: await secrets.read(name) }),
    ...journal.channels,
    ...service,
    appInfo: () => ({ edition: "desktop", version: app.getVersion(), platform: process.platform, dataAt }),
  });
}
