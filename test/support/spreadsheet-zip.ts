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

/** What a ZIP64 archive says of itself, to be changed by tests that want it broken. */
export interface Zip64Parts {
  /** One a file: as the list has them, with all numbers moved to the ZIP64 field. */
  readonly entries: Uint8Array<ArrayBuffer>[];
  /** 56 bytes. */
  readonly record: Uint8Array<ArrayBuffer>;
  /** 20 bytes. */
  readonly locator: Uint8Array<ArrayBuffer>;
  /** 22 bytes. */
  readonly end: Uint8Array<ArrayBuffer>;
}

/** The same archive with every number where ZIP64 keeps it, as some writers do for files of any size. */
export function asZip64(
  zip: Uint8Array,
  change: (parts: Zip64Parts) => void = () => undefined,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const oldEnd = zip.length - 22;
  const count = view.getUint16(oldEnd + 10, true);
  const listAt = view.getUint32(oldEnd + 16, true);
  const entries: Uint8Array<ArrayBuffer>[] = [];
  for (let at = listAt; entries.length < count;) {
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const entry = new Uint8Array(46 + nameLength + 28);
    entry.set(zip.subarray(at, at + 46 + nameLength));
    const fields = new DataView(entry.buffer);
    fields.setUint16(30, 28, true);
    fields.setUint16(32, 0, true);
    const extra = 46 + nameLength;
    fields.setUint16(extra, 1, true);
    fields.setUint16(extra + 2, 24, true);
    for (const [index, place] of [24, 20, 42].entries()) {
      fields.setBigUint64(extra + 4 + index * 8, BigInt(fields.getUint32(place, true)), true);
      fields.setUint32(place, 0xffffffff, true);
    }
    entries.push(entry);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  const listLength = entries.reduce((sum, entry) => sum + entry.length, 0);
  const record = new Uint8Array(56);
  const told = new DataView(record.buffer);
  told.setUint32(0, 0x06064b50, true);
  told.setBigUint64(4, 44n, true);
  told.setBigUint64(24, BigInt(count), true);
  told.setBigUint64(32, BigInt(count), true);
  told.setBigUint64(40, BigInt(listLength), true);
  told.setBigUint64(48, BigInt(listAt), true);
  const locator = new Uint8Array(20);
  const located = new DataView(locator.buffer);
  located.setUint32(0, 0x07064b50, true);
  located.setBigUint64(8, BigInt(listAt + listLength), true);
  located.setUint32(16, 1, true);
  const end = zip.slice(oldEnd);
  end.fill(0xff, 8, 20);
  const parts = { entries, record, locator, end };
  change(parts);
  const pieces = [zip.subarray(0, listAt), ...parts.entries, parts.record, parts.locator, parts.end];
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}
