import { decodePatiently, encodeUtf8 } from "./utf8.ts";

const NO_VALUES =
  /(^|\/)(vbaProject|media|embeddings|activeX|ctrlProps|printerSettings|comments|threadedComments|persons|drawings|customXml|externalLinks|Pictures|Thumbnails|Basic|Scripts)(\/|\.|\d|$)/;
const RELATIONSHIP = /<(?:\w+:)?Relationship\b[^>]*\bTarget="([^"]*)"[^>]*>/g;

/** False for parts that hold no cell values, by their name. */
export function holdsValues(name: string): boolean {
  return !NO_VALUES.test(name);
}

/**
 * A workbook without the parts that hold no cell values: macros, objects, pictures, comments, links to other
 * files. What is not handed on cannot hurt (one library was taken over by the address of a comment). The
 * relationships that name them go too, or the library would miss them.
 */
export function partsWithValues(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array>();
  let dropped = false;
  for (const [name, part] of parts) {
    if (holdsValues(name)) kept.set(name, part);
    else dropped = true;
  }
  if (!dropped) return kept;
  for (const [name, part] of kept) {
    if (!name.endsWith(".rels")) continue;
    const text = decodePatiently(part, "utf-8");
    const rest = text.replace(RELATIONSHIP, (link, target: string) => (holdsValues(target) ? link : ""));
    if (rest !== text) kept.set(name, encodeUtf8(rest));
  }
  return kept;
}
