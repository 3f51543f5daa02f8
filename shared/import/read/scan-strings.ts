import type { TextList } from "./text-list.ts";
import { withRest, xmlPieces } from "./xml-pieces.ts";
import { plainText, richText } from "./xml-text.ts";

const ROOT = /<(\w+:)?sst(?=[\s>])[^<>]*>/;

/**
 * Takes the part with the shared strings in pieces and puts each string into `strings`, in their order. False for
 * what it does not understand.
 */
export function stringScan(strings: TextList): (piece: Uint8Array) => boolean {
  let prefix: string | null = null;
  const scan = withRest((text) => {
    let from = 0;
    if (prefix === null) {
      const root = ROOT.exec(text);
      if (root === null) return 0;
      if (root[0].endsWith("/>")) return -1;
      prefix = root[1] ?? "";
      from = root.index + root[0].length;
    }
    return scanItems(text, from, prefix, strings);
  });
  return xmlPieces(scan);
}

function scanItems(text: string, from: number, prefix: string, strings: TextList): number {
  const [open, close, openPlain, closePlain] = [
    `<${prefix}si>`,
    `</${prefix}si>`,
    `<${prefix}t>`,
    `</${prefix}t>`,
  ];
  const limit = text.lastIndexOf(close);
  let at = from;
  while (at < limit) {
    const start = text.indexOf("<", at);
    if (!text.startsWith(open, start)) return -1;
    const inner = start + open.length;
    if (text.startsWith(openPlain, inner)) {
      const end = text.indexOf("<", inner + openPlain.length);
      if (text.startsWith(closePlain, end) && text.startsWith(close, end + closePlain.length)) {
        strings.push(plainText(text.slice(inner + openPlain.length, end)));
        at = end + closePlain.length + close.length;
        continue;
      }
    }
    const end = text.indexOf(close, inner);
    const rich = richText(text.slice(inner, end));
    if (rich === null) return -1;
    strings.push(rich);
    at = end + close.length;
  }
  return at;
}
