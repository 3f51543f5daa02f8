import { strToU8, zipSync } from "fflate";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of the smallest workbook Excel opens, its one sheet given as XML. */
export function workbookParts(
  sheetXml: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheetXml,
    ...more,
  };
}

/** A sheet of rows of text. `dimension` is what the sheet claims to cover. */
export function sheetXml(rows: readonly (readonly string[])[], dimension = "A1"): string {
  const letters = (at: number): string => String.fromCharCode(65 + at);
  const lines = rows.map((row, r) => {
    const cells = row.map(
      (text, c) => `<c r="${letters(c)}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    );
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${dimension}"/><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(bytes));
}

/** The archive with the unpacked size of one entry changed in both of its headers. */
export function withDeclaredSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  const wanted = strToU8(name);
  for (let at = 0; at + 46 < lying.length; at++) {
    const signature = view.getUint32(at, true);
    const [sizeAt, nameAt] =
      signature === 0x02014b50 ? [24, 46] : signature === 0x04034b50 ? [22, 30] : [0, 0];
    if (sizeAt === 0) continue;
    if (wanted.every((byte, index) => lying[at + nameAt + index] === byte))
      view.setUint32(at + sizeAt, size, true);
  }
  return lying;
}

/** An OLE file with the given streams in its directory, for what the names alone must tell. */
export function oleWith(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512 + names.length * 128);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, entry) => {
    const at = 512 + entry * 128;
    for (let letter = 0; letter < name.length; letter++) bytes[at + letter * 2] = name.charCodeAt(letter);
    bytes[at + 64] = name.length * 2 + 2;
  });
  return bytes;
}
