import { epochMs } from "../../../../shared/lib/instants.ts";
import type { Incident } from "../../../../shared/records/index.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { EMPTY_BOOK, type ClauseBook } from "../../../../shared/rules/clauses/clause-book.ts";
import type { ScoredFile } from "../../../../shared/rules/scores/assess.ts";
import type { ScoreQuestion } from "../../../../shared/rules/scores/question.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { clauseOf, contractOf, event, wall } from "../clauses/fixtures.ts";

/** Two vendors; each promises a response in an hour and a solution in four, round the clock. */
export const BOOK: ClauseBook = {
  ...EMPTY_BOOK,
  contracts: [contractOf({ vendorId: "v1" }, "k1"), contractOf({ vendorId: "v2" }, "k2")],
  clauses: ["k1", "k2"].flatMap((contractId) => [
    clauseOf(
      {
        contractId,
        name: "响应 1 小时",
        metric: "response",
        stopEvent: "acknowledged",
        target: 1,
        coverage: "always",
      },
      `${contractId}-response`,
    ),
    clauseOf({ contractId, name: "解决 4 小时", coverage: "always" }, `${contractId}-resolution`),
  ]),
};

export const YEAR: ScoreQuestion = {
  from: "2026-01-01",
  to: "2026-12-31",
  vendorIds: [],
  nowMs: epochMs(wall("2026-11-30 08:00")),
};

/** `9:00 reported` and so on, all on 2026-03-02 unless a day is said: `03-05 9:00 resolved`. */
export function fileOf(id: string, told: readonly string[], incident: Partial<Incident> = {}): ScoredFile {
  const events = told.map((text): Line => {
    const words = text.split(" ");
    const [day, time, kind] = words.length === 3 ? words : ["03-02", ...words];
    return event(`2026-${day ?? ""} ${time ?? ""}`, kind as EventKind);
  });
  return { id, incident: { number: id, title: "故障", vendorId: "v1", ...incident }, events, verdicts: [] };
}
