import { isRealDate } from "../../lib/dates.ts";

type IdentifierKind = "idCard" | "mobile" | "recordNumber" | "patientName";

export interface PatientIdentifier {
  readonly kind: IdentifierKind;
  /** As it stands in the text. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly at: number;
}

/**
 * What in free text looks as if it names a patient: resident identity numbers (right date and check digit),
 * mobile numbers, numbers behind 病案号/住院号/门诊号 and their like, a name behind 患者姓名.
 * In order, without overlaps; full-width digits count. A warning for a person to judge: it misses bare names.
 * Source: conventions §4 (patient-data warning), checklist F04; check digit of GB 11643-1999.
 */
export function findPatientIdentifiers(text: string): readonly PatientIdentifier[] {
  const plain = halfWidth(text);
  const found: PatientIdentifier[] = [];
  for (const { kind, shape, accept } of LOOKED_FOR) {
    for (const match of plain.matchAll(shape)) {
      const at = match.index;
      const end = at + match[0].length;
      if (!accept(match[0])) continue;
      if (found.some((other) => at < other.at + other.text.length && other.at < end)) continue;
      found.push({ kind, text: text.slice(at, end), at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const always = (): boolean => true;

/** Earlier rules win where two overlap: a labelled number is shown with its label. */
const LOOKED_FOR: readonly {
  readonly kind: IdentifierKind;
  readonly shape: RegExp;
  readonly accept: (match: string) => boolean;
}[] = [
  { kind: "idCard", shape: /(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, accept: isIdCard },
  {
    kind: "recordNumber",
    shape:
      /(?:病案号?|病历号?|住院号?|门诊号?|急诊号|就诊号|登记号|就诊卡号?|健康卡号?|医保卡号?|社保卡号?|(?:患者|病人)(?:ID|编号|号))码?\s*[:：#为是]*\s*[A-Za-z]{0,4}-?\d{4,20}(?!\d)/gi,
    accept: always,
  },
  {
    kind: "mobile",
    shape: /(?<![\dA-Za-z-])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z]|-\d)/g,
    accept: always,
  },
  {
    kind: "patientName",
    shape: /(?:患者|病人|病员)姓名?\s*[:：为是]\s*[\u3400-\u9fff·]{2,6}/g,
    accept: always,
  },
];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";

function isIdCard(text: string): boolean {
  const year = Number(text.slice(6, 10));
  if (year < 1900 || !isRealDate(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_DIGITS[sum % 11] === text[17]?.toUpperCase();
}

/** One unit for one unit, so positions stay true. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
