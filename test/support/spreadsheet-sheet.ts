import { packRows } from "../../shared/import/rows/row-packer.ts";
import type { Cell, MergedArea, Sheet } from "../../shared/import/types.ts";

/** A sheet as the reader hands it on; merged areas must be filled by the caller. */
export function sheetOf(
  rows: readonly (readonly Cell[])[],
  more: { merged?: readonly MergedArea[]; date1904?: boolean } = {},
): Sheet {
  return {
    name: "台账",
    hidden: false,
    rows: packRows(rows),
    merged: more.merged ?? [],
    date1904: more.date1904 ?? false,
    hiddenRows: [],
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

let gbk: ReadonlyMap<string, readonly number[]> | undefined;

/** Text in GBK. The platform only decodes it, so the table is turned round once. */
export function gbkBytes(text: string): Uint8Array {
  gbk ??= gbkTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 128) bytes.push(code);
    else bytes.push(...(gbk.get(letter) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

/** The 3,755 letters of everyday Chinese and its punctuation, for random text. */
export function gbkLetters(): readonly string[] {
  gbk ??= gbkTable();
  return [...gbk]
    .filter(([letter, [lead = 0, trail = 0]]) => {
      const everyday = lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
      return everyday || (lead === 0xa3 && /[\uff01-\uff5e]/.test(letter));
    })
    .map(([letter]) => letter);
}

function gbkTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (!table.has(letter)) table.set(letter, [lead, trail]);
    }
  }
  return table;
}
