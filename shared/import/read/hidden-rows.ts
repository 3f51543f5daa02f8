import { decodePatiently } from "./utf8.ts";

const ROW = /<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"[^>]*>/g;

/**
 * Rows that a filter or the user hid, zero-based, by the name of their sheet. The library tells them
 * only together with every style and blank cell, so they are read off the `.xlsx` itself.
 */
export function hiddenRows(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, readonly number[]> {
  const text = (name: string): string => decodePatiently(parts.get(name) ?? new Uint8Array(), "utf-8");
  const targets = new Map<string, string>();
  for (const [link] of text("xl/_rels/workbook.xml.rels").matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    targets.set(attribute(link, "Id"), attribute(link, "Target"));
  }
  const hidden = new Map<string, readonly number[]>();
  for (const [sheet] of text("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)) {
    const target = targets.get(/\b\w+:id="([^"]*)"/.exec(sheet)?.[1] ?? "") ?? "";
    const part = parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    if (part !== undefined) hidden.set(unescaped(attribute(sheet, "name")), hiddenIn(part));
  }
  return hidden;
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
