import { decodePatiently } from "./utf8.ts";

const ROW = /<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>/g;

/**
 * Rows that a filter or the user hid, zero-based, by the name of their sheet. The library tells them
 * only together with every style and blank cell, so they are read off the `.xlsx` itself.
 */
export function hiddenRows(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, readonly number[]> {
  const hidden = new Map<string, readonly number[]>();
  for (const [name, target] of sheetParts(parts)) {
    const part = parts.get(target);
    if (part !== undefined) hidden.set(name, hiddenIn(part));
  }
  return hidden;
}

/** Which part of an `.xlsx` holds which sheet, by the sheet's name and in the workbook's order. */
export function sheetParts(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const text = (name: string): string => decodePatiently(parts.get(name) ?? new Uint8Array(), "utf-8");
  const targets = new Map<string, string>();
  for (const [link] of text("xl/_rels/workbook.xml.rels").matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    targets.set(attribute(link, "Id"), attribute(link, "Target"));
  }
  const found = new Map<string, string>();
  for (const [sheet] of text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const target = targets.get(/\b\w+:id="([^"]*)"/.exec(sheet)?.[1] ?? "") ?? "";
    found.set(unescaped(attribute(sheet, "name")), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return found;
}

function hiddenIn(part: Uint8Array): number[] {
  const xml = decodePatiently(part, "utf-8");
  if (!xml.includes(' hidden="')) return [];
  return [...xml.matchAll(ROW)]
    .map(([row]) => Number(attribute(row, "r")) - 1)
    .filter((row) => Number.isInteger(row) && row >= 0);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
