import { DEFAULT_NUMBER_PREFIX } from "../../shared/records/hospital.ts";
import type { Desk } from "../db/desk.ts";

/** What bears a number of the office's own, and how it is told apart: 故障, 违约, 协议, 来函, 考核. */
const SERIES = { incident: "GZ", breach: "WY", agreement: "XY", letter: "LH", score: "KH" } as const;

/** The next number of a series, begun as the hospital begins its incidents' numbers: `XXK-GZ`, so `XXK-WY`. */
export async function takePaperNumber(desk: Desk, series: keyof typeof SERIES): Promise<string> {
  const [hospital] = await desk.all("hospital");
  return desk.takeNumber(prefixOf(hospital?.data.numberPrefix ?? DEFAULT_NUMBER_PREFIX, series));
}

export function prefixOf(incidentPrefix: string, series: keyof typeof SERIES): string {
  if (series === "incident") return incidentPrefix;
  return `${incidentPrefix.replace(/-GZ$/, "")}-${SERIES[series]}`;
}
