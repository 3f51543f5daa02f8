/** `12,345.60` */
export function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${whole}.${digits.slice(-2)}`;
}

/**
 * An amount in the capitals of Chinese papers, from whole fen: `壹万贰仟叁佰肆拾伍元陆角`. Ends in 整 only where there
 * are neither 角 nor 分; zeros between figures are one 零. What is not a safe integer throws `RangeError`.
 * Source: conventions §2; 正确填写票据和结算凭证的基本规定.
 */
export function yuanInWords(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not whole fen: ${fen}`);
  const all = Math.abs(fen);
  const whole = wholeInWords(Math.floor(all / 100));
  const jiao = Math.floor(all / 10) % 10;
  const rest = all % 10;
  const yuan = whole === "" ? "" : `${whole}元`;
  const sign = fen < 0 ? "负" : "";
  if (jiao === 0 && rest === 0) return `${sign}${yuan === "" ? "零元" : yuan}整`;
  const tenths = jiao === 0 ? (yuan === "" ? "" : "零") : `${DIGITS[jiao] ?? ""}角`;
  return `${sign}${yuan}${tenths}${rest === 0 ? "" : `${DIGITS[rest] ?? ""}分`}`;
}

/** As a paper has it, in figures and in capitals, so that neither can be changed alone. */
export function yuanTwice(fen: number): string {
  return `${fen < 0 ? "-" : ""}¥${yuanText(Math.abs(fen))}（大写：${yuanInWords(fen)}）`;
}

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿", "亿亿"];

/** Whole yuan without 元; empty for none. Read in groups of four figures, the highest first. */
function wholeInWords(yuan: number): string {
  let words = "";
  let skipped = false;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const figures = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (figures === 0) {
      skipped = words !== "";
      continue;
    }
    // A gap is read once, whether it is empty groups or the leading places of this one.
    if (words !== "" && (skipped || figures < 1000)) words += "零";
    words += fourInWords(figures) + (GROUPS[group] ?? "");
    skipped = false;
  }
  return words;
}

function fourInWords(figures: number): string {
  let words = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(figures / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== "";
      continue;
    }
    words += `${gap ? "零" : ""}${DIGITS[digit] ?? ""}${PLACES[place] ?? ""}`;
    gap = false;
  }
  return words;
}
