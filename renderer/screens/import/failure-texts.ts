import type { ReadFailure, ReadWarning } from "../../../shared/import/types.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import type { SaveFailure } from "../../db/desk.ts";
import type { EngineFailure } from "./engine-client.ts";

/** What can go wrong on the way, whoever met it. */
export type ImportFailure = ReadFailure | EngineFailure | SaveFailure | { readonly kind: "unreadableFile" };

interface FailureText {
  readonly what: Label;
  readonly next: Label;
}

/** What went wrong, in plain words, and what to do next. */
const FAILURE_TEXTS: Readonly<Record<ImportFailure["kind"], FailureText>> = {
  passwordProtected: {
    what: { zh: "文件有密码保护，打不开。", en: "The file is protected by a password." },
    next: {
      zh: "请在 Excel 或 WPS 中打开它，去掉密码后另存，再导入另存的文件。",
      en: "Open it in Excel or WPS, remove the password, save it as another file and import that one.",
    },
  },
  notASpreadsheet: {
    what: { zh: "这不是表格文件。", en: "This is not a spreadsheet." },
    next: {
      zh: "请用 Excel 或 WPS 打开它，另存为 .xlsx 再导入；文件名后缀是 .xls 的网页也要这样另存。",
      en: "Open it in Excel or WPS and save it as .xlsx. Web pages named .xls need the same.",
    },
  },
  damaged: {
    what: { zh: "文件已损坏，读不完整。", en: "The file is damaged." },
    next: {
      zh: "请重新复制或下载一次；或者用 Excel、WPS 打开修复后另存为 .xlsx。",
      en: "Copy or download it again, or let Excel or WPS repair it and save it as .xlsx.",
    },
  },
  tooLarge: {
    what: { zh: "文件太大，超出了可以安全读取的范围。", en: "The file is larger than can be read safely." },
    next: {
      zh: "请在 Excel 中按年份拆成几个文件，或只把数据另存为 .csv，再分别导入。",
      en: "Split it by year in Excel, or save the data alone as .csv, and import the parts.",
    },
  },
  suspicious: {
    what: {
      zh: "文件的结构不正常，可能是恶意文件，已停止读取。",
      en: "The file is built like a hostile one: reading was stopped.",
    },
    next: {
      zh: "如果确认来源可靠，请用 Excel 或 WPS 打开后另存为新的 .xlsx；否则请交给信息安全人员。",
      en: "If you trust where it came from, save it as a new .xlsx from Excel or WPS; otherwise show it to whoever looks after security.",
    },
  },
  nothingToImport: {
    what: { zh: "文件里没有可以导入的数据。", en: "There is nothing in the file to import." },
    next: {
      zh: "请确认数据在单元格里（不是图片或图表），保存后再试。",
      en: "See that the data is in cells, not in a picture or a chart, and save it.",
    },
  },
  unreadableFile: {
    what: { zh: "无法读取这个文件。", en: "The file could not be read." },
    next: {
      zh: "它可能已被移动、删除，或没有权限；请复制到桌面后再选一次。拖入文件夹也不行，请拖文件。",
      en: "It may have been moved or be out of your reach: copy it to the desktop and choose it again. Folders cannot be dropped, only files.",
    },
  },
  tooSlow: {
    what: { zh: "读了 30 秒还没有读完，已停止。", en: "Reading took more than 30 seconds and was stopped." },
    next: {
      zh: "请在 Excel 中只保留需要的工作表，另存为 .csv 后再导入。",
      en: "Keep only the sheet you need, save it as .csv in Excel and import that.",
    },
  },
  broken: {
    what: {
      zh: "读取时内部出错，已停止。没有写入任何记录。",
      en: "The reader broke down. Nothing was written.",
    },
    next: {
      zh: "请关闭其他程序后再试；仍然不行，请在 Excel 中另存为 .csv 再导入。",
      en: "Close other programs and try again, or save the file as .csv in Excel.",
    },
  },
  stopped: {
    what: { zh: "已停止。没有写入任何记录。", en: "Stopped. Nothing was written." },
    next: { zh: "可以重新选择文件。", en: "You can choose a file again." },
  },
  invalid: {
    what: { zh: "有记录不符合要求，整批没有写入。", en: "A record was refused, and nothing was written." },
    next: {
      zh: "请回到“列对应”检查各列；仍然不行，请把此文件交给维护人员。",
      en: "Go back to the columns and look at them; if it stays, show the file to whoever maintains this program.",
    },
  },
  appendOnly: {
    what: {
      zh: "这类记录只能新增，整批没有写入。",
      en: "Such records can only be added; nothing was written.",
    },
    next: { zh: "请选择其他记录类型。", en: "Choose another kind of record." },
  },
  storeFull: {
    what: { zh: "磁盘空间不够，整批没有写入。", en: "The disk is full, and nothing was written." },
    next: { zh: "请清理磁盘后再点“开始导入”。", en: "Make room and press Import again." },
  },
  storeFailed: {
    what: { zh: "写入数据库失败，整批没有写入。", en: "The store failed, and nothing was written." },
    next: { zh: "请重新打开本软件后再试。", en: "Start this program again and try once more." },
  },
};

export function failureText(failure: ImportFailure): FailureText {
  return FAILURE_TEXTS[failure.kind];
}

/** What the user should know although the file could be read. */
export const WARNING_TEXTS: Readonly<Record<ReadWarning["kind"], Label>> = {
  macros: { zh: "文件带有宏，没有运行。", en: "The file holds macros; they were not run." },
  externalLinks: {
    zh: "文件引用了其他文件，没有去读；用的是上次保存的值。",
    en: "The file refers to other files; they were not read, the values last saved were taken.",
  },
  embeddedObjects: {
    zh: "文件里嵌有其他对象，没有打开。",
    en: "The file holds embedded objects; they were not opened.",
  },
  repaired: {
    zh: "文件有少许损坏，已尽量读出，请核对行数。",
    en: "The file is slightly damaged and was read as far as possible: look at the number of rows.",
  },
  strayQuotes: {
    zh: "文件里有不成对的引号，请核对下面的预览。",
    en: "The file has unpaired quotes: look at the preview.",
  },
};
