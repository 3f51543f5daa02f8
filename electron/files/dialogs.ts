import { join } from "node:path";
import { app, dialog, type FileFilter } from "electron";
import type { AskWhich } from "./open-files.ts";
import type { AskWhere, Kind } from "./save-file.ts";

/** The system's own dialogs, on top of the window that asked. */
export function askWhereIn(window: Electron.BrowserWindow): AskWhere {
  return async (suggestedName, kind) => {
    const answer = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath("documents"), suggestedName),
      filters: [FILTERS[kind]],
      properties: ["showOverwriteConfirmation", "createDirectory"],
    });
    return answer.canceled || answer.filePath === "" ? undefined : answer.filePath;
  };
}

export function askWhichIn(window: Electron.BrowserWindow): AskWhich {
  return async ({ kind, multiple }) => {
    const answer = await dialog.showOpenDialog(window, {
      filters: kind === "spreadsheet" ? [SPREADSHEETS, FILTERS.any] : [FILTERS.any],
      properties: multiple ? ["openFile", "multiSelections"] : ["openFile"],
    });
    return answer.canceled ? [] : answer.filePaths;
  };
}

const FILTERS: Readonly<Record<Kind, FileFilter>> = {
  xlsx: { name: "Excel", extensions: ["xlsx"] },
  csv: { name: "CSV", extensions: ["csv"] },
  pdf: { name: "PDF", extensions: ["pdf"] },
  json: { name: "JSON", extensions: ["json"] },
  any: { name: "所有文件 All files", extensions: ["*"] },
};

const SPREADSHEETS: FileFilter = {
  name: "表格 Spreadsheets",
  extensions: ["xlsx", "xlsm", "xls", "et", "csv", "tsv", "txt", "ods", "xlsb"],
};
