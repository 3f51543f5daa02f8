import type { Choices } from "../../lib/fields.ts";
import { CHANNELS } from "../../records/channels.ts";
import { SEVERITIES, type Severity } from "../../records/severities.ts";

/** 紧急, 特急！, 很急, P1. Single figures are a spreadsheet's codes, and nobody says 高 for urgent on the telephone. */
export function severityOf(word: string): Severity | undefined {
  const said = word.replaceAll(/[!。.]+$/g, "").toLowerCase();
  return BY_SEVERITY.get(said);
}

/** 电话, 传真, 微信 standing alone. */
export function channelOf(word: string): keyof typeof CHANNELS | undefined {
  return BY_CHANNEL.get(word.toLowerCase());
}

/** A mobile or fixed number, or an extension that says that it is one: `分机6123`, `电话:8123`. */
export function phoneOf(word: string): string | undefined {
  const said = /^(?:电话|手机|分机|内线|短号|tel)[:.]?(\d{3,12}(?:-\d{1,6})?)$/i.exec(word)?.[1];
  if (said !== undefined) return said;
  return /^(?:1\d{10}|0\d{2,3}-?\d{7,8}|[2-9]\d{6,7})(?:-\d{1,6})?$/.test(word) ? word : undefined;
}

const DEPARTMENT =
  /^[\p{Script=Han}\d]{1,10}(?:科|室|病区|病房|护士站|药房|收费处|挂号处|住院处|急诊|门诊部|[一二三四五六七八九十]+区)$/u;

/** A word that can only be a department: it ends as departments do, and says nothing of a fault. */
export function isDepartment(word: string): boolean {
  return DEPARTMENT.test(word) && !/[无不没坏错慢死断掉卡]/.test(word);
}

const BY_SEVERITY: ReadonlyMap<string, Severity> = new Map([
  ...wordsOf(SEVERITIES),
  ["急", "urgent"],
  ["很急", "urgent"],
  ["加急", "urgent"],
  ["十万火急", "critical"],
  ["不急", "low"],
]);
const BY_CHANNEL: ReadonlyMap<string, keyof typeof CHANNELS> = new Map(wordsOf(CHANNELS));

function wordsOf<C extends Choices>(choices: C): [string, keyof C & string][] {
  return (Object.keys(choices) as (keyof C & string)[]).flatMap((code) => {
    const choice = choices[code];
    if (choice === undefined) return [];
    return [choice.zh, choice.en, ...(choice.importAs ?? [])]
      .filter((word) => word.length > 1)
      .map((word): [string, keyof C & string] => [word.toLowerCase(), code]);
  });
}
