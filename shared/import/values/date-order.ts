import { scanWall } from "../../lib/wall-scan.ts";
import type { Cell, DateReading } from "../types.ts";
import { DEFAULT_ORDER } from "./moments.ts";

interface Tally {
  dmy: number;
  mdy: number;
  ymd: number;
  undecided: number;
  firstYear: number;
  lastYear: number;
}

/**
 * How a column writes its dates, from all of its cells. `29/2/2016` can only be day first, `2/29/2016` only
 * month first; `1/4/2016` decides nothing. Without a deciding cell the order is day first and `ambiguous`: the
 * wizard shows it and can switch it (issue §3).
 */
export class DateOrderTally {
  readonly #tally: Tally = { dmy: 0, mdy: 0, ymd: 0, undecided: 0, firstYear: 9999, lastYear: 0 };

  see(cell: Cell): void {
    if (typeof cell === "string") count(cell.trim(), this.#tally);
  }

  reading(): DateReading {
    const tally = this.#tally;
    const years = tally.lastYear === 0 ? {} : { years: [tally.firstYear, tally.lastYear] as const };
    if (tally.dmy + tally.mdy === 0) {
      if (tally.undecided === 0) return { order: "ymd", evidence: tally.ymd, ambiguous: false, ...years };
      return { order: DEFAULT_ORDER, evidence: 0, ambiguous: true, ...years };
    }
    const order = tally.mdy > tally.dmy ? "mdy" : "dmy";
    return { order, evidence: tally[order], ambiguous: false, ...years };
  }
}

function count(text: string, tally: Tally): void {
  if (text === "") return;
  const day = scanWall(text)?.day;
  if (day === null || day === undefined) return;
  if (day.form === "ymd") {
    tally.ymd++;
    seeYear(day.year, tally);
  }
  if (day.form === "yearLast") {
    seeYear(day.year, tally);
    weigh(day.first, day.second, tally);
  }
  if (day.form === "short") {
    // A first figure over 31 can only be a year; a third one over 31 leaves two to weigh.
    if (day.first > 31) tally.ymd++;
    else weigh(day.first, day.second, tally);
  }
}

function weigh(first: number, second: number, tally: Tally): void {
  if (first > 12 && second <= 12) tally.dmy++;
  else if (second > 12 && first <= 12) tally.mdy++;
  else if (first !== second) tally.undecided++;
}

function seeYear(year: number, tally: Tally): void {
  if (year < 1900 || year > 2100) return;
  tally.firstYear = Math.min(tally.firstYear, year);
  tally.lastYear = Math.max(tally.lastYear, year);
}
