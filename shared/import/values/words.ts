import type { Choices } from "../../lib/fields.ts";
import { plainName } from "../names.ts";

const MISSING = new Set([
  "?",
  "？",
  "-",
  "--",
  "—",
  "——",
  "/",
  "\\",
  "#",
  "na",
  "n/a",
  "null",
  "none",
  "nan",
  "nil",
  "ns",
  "#n/a",
]);

/** Nearly every cell is told by its first letter. */
const FIRST = new Set([...MISSING].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));

/** What people put in a cell to say that nothing is known. */
export function isMissing(text: string): boolean {
  return (
    text === "" || (text.length <= 4 && FIRST.has(text.charCodeAt(0)) && MISSING.has(text.toLowerCase()))
  );
}

/** Day zero: what spreadsheets and databases show for a date that was never entered. */
export function isZeroDate(text: string): boolean {
  return /^(?:0\/1\/(?:19)?00|1\/0\/(?:19)?00|1900[-/]0?1[-/]0?0|0000-00-00)(?: 0?0:00(?::00)?)?$/.test(text);
}

const YES = new Set(["是", "有", "√", "✓", "✔", "☑", "对", "y", "yes", "true", "t", "1", "已", "已交"]);
const NO = new Set([
  "否",
  "无",
  "×",
  "✗",
  "✘",
  "☐",
  "x",
  "不",
  "没有",
  "n",
  "no",
  "false",
  "f",
  "0",
  "未",
  "未交",
]);

/** 是/否, √/×, TRUE/FALSE, 1/0; null when it is neither. */
export function readFlag(text: string): boolean | null {
  const word = text.normalize("NFKC").trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

const codesByChoices = new WeakMap<Choices, ReadonlyMap<string, string>>();

/** The code that a text means: by either label, another spelling, or the code itself; null when none. */
export function readCode(choices: Choices, text: string): string | null {
  let codes = codesByChoices.get(choices);
  if (codes === undefined) {
    codes = spellings(choices);
    codesByChoices.set(choices, codes);
  }
  return codes.get(plainCode(text)) ?? null;
}

function spellings(choices: Choices): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const add = (text: string, code: string): void => {
    const plain = plainCode(text);
    if (!codes.has(plain)) codes.set(plain, code);
  };
  for (const [code, { zh, en }] of Object.entries(choices))
    for (const text of [zh, en, code]) add(text, code);
  for (const [code, { importAs }] of Object.entries(choices))
    for (const text of importAs ?? []) add(text, code);
  return codes;
}

/** `√` is a word of its own, not punctuation. */
function plainCode(text: string): string {
  const plain = plainName(text);
  return plain === "" ? text.trim() : plain;
}

/**
 * Money in fen from `12,345.60`, `￥100`, `3.5万元`, `120元`; `perUnit` is the heading's own unit in yuan. Exact in
 * integers: 0.29 yuan are 29 fen. null when it is no amount.
 */
export function readFen(text: string, perUnit = 1): number | null {
  const plain = text.normalize("NFKC").replace(/[\s,¥￥]|人民币|RMB|CNY/gi, "");
  const parts = /^(-)?(\d{1,12})(?:\.(\d{1,6}))?(万)?元?(?:整)?$/.exec(plain);
  if (parts === null) return null;
  const [, minus, whole = "", fraction = "", wan] = parts;
  const unit = wan === undefined ? BigInt(perUnit) : 10_000n;
  const micro = (BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"))) * unit;
  if (micro % 10_000n !== 0n) return null;
  const fen = Number(micro / 10_000n);
  if (!Number.isSafeInteger(fen) || fen > 1e13) return null;
  return minus === undefined ? fen : fen === 0 ? 0 : -fen;
}

/** A whole number, with its unit or thousands separators if it must: `1,200`, `30天`, `12.0`; null when none. */
export function readInteger(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const parts =
    /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d+))(?:\.0+)?(?:天|日|分钟|分|小时|个|次|张|页|MB|MiB|M)?$/i.exec(plain);
  if (parts === null) return null;
  const value = Number((parts[1] ?? "").replaceAll(",", ""));
  return Number.isSafeInteger(value) ? value : null;
}
