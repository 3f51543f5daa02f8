import { dateOfDayNumber } from "../lib/dates.ts";
import type { Cell } from "./types.ts";

/** A cell as people see it, in one line's worth of text; "" when there is nothing to see. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "number") return plainNumber(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (cell.kind === "error") return cell.text;
  const date = cell.day === null ? "" : dateOfDayNumber(cell.day);
  return [date, cell.ms === null ? "" : timeText(cell.ms)].filter((part) => part !== "").join(" ");
}

/** True when a person would call the cell empty. Placeholders such as `/` are something, until mapped. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** Ids are often stored as numbers: all their digits, never an exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/0+$/, "");
}

function timeText(ms: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const time = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;
  const rest = ms % 60_000;
  if (rest === 0) return time;
  const seconds = `${time}:${two(Math.floor(rest / 1000))}`;
  return rest % 1000 === 0 ? seconds : `${seconds}.${String(rest % 1000).padStart(3, "0")}`;
}
