export { yuanText } from "../../shared/lib/yuan.ts";

/** Whole fen of an amount that someone typed in yuan: `¥12,345.6`, full-width signs, `1.2万`. Null: not an amount. */
export function fenOf(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[¥￥,，\s]/g, "")
    .replace(/元$/, "");
  const parts = /^([-+]?)(\d{1,11})(?:\.(\d*))?(万)?$/.exec(plain);
  if (parts === null) return null;
  const [, sign, whole = "", fraction = "", tenThousand] = parts;
  // Digits are shifted as text: 0.1 + 0.2 is not money.
  const places = tenThousand === undefined ? 2 : 6;
  if (/[1-9]/.test(fraction.slice(places))) return null;
  const fen = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  if (!Number.isSafeInteger(fen)) return null;
  return sign === "-" && fen !== 0 ? -fen : fen;
}
