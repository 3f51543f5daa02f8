import { formatWall } from "../../shared/lib/instants.ts";

/** `故障清单_20261122_1530.xlsx` (conventions §1). `nowMs`: epoch milliseconds. */
export function exportFileName(list: string, nowMs: number, kind: "xlsx" | "csv"): string {
  const [date = "", time = ""] = formatWall(nowMs).split(" ");
  return `${list.replace(/[\\/:*?"<>|]/g, "-")}_${date.replaceAll("-", "")}_${time.replace(":", "")}.${kind}`;
}
