import type { OutCell, Table } from "../../../shared/import/types.ts";
import { PAUSE_MODES } from "../../../shared/rules/clauses/pause-modes.ts";
import { rangeText } from "../../../shared/rules/scores/range-text.ts";
import type { Figures, Scorecard } from "../../../shared/rules/scores/scorecard.ts";
import type { Language } from "../../ui/i18n.ts";
import { scoresTexts } from "./scores-texts.ts";

interface ScoreNames {
  readonly vendor: (vendorId: string) => string;
  readonly clause: (clauseId: string) => string;
  readonly contract: (contractId: string) => string;
}

/** The card as a sheet: each clause of each vendor, then the vendor as a whole; counts as numbers, ranges as text. */
export function scoreTable(card: Scorecard, days: string, names: ScoreNames, language: Language): Table {
  const word = (key: keyof typeof scoresTexts.keys): string => scoresTexts.keys[key][language];
  const cells = (figures: Figures): OutCell[] => [
    rangeText(figures.leastPermille, figures.mostPermille) ?? word("noSample"),
    ...(["both", "hospital", "all"] as const).map((mode) => {
      const { leastPermille, mostPermille } = figures.compliance[mode];
      return rangeText(leastPermille, mostPermille) ?? word("noSample");
    }),
    figures.compliance.hospital.sample,
    ...(["met", "breached", "undecided", "open"] as const).map((outcome) => figures.outcomes[outcome]),
    Object.values(figures.excluded).reduce((total, count) => total + count, 0),
    figures.medianMinutes ?? null,
    figures.p90Minutes ?? null,
    Math.floor(figures.overrunMs / 60_000),
    figures.frozen,
  ];
  const minutes = language === "zh" ? "（分钟）" : " (min)";
  return {
    name: word("title"),
    header: [
      ...(["period", "rank", "vendor", "contract", "clause", "rate"] as const).map(word),
      ...(["both", "hospital", "all"] as const).map((mode) => PAUSE_MODES[mode][language]),
      ...(["sample", "met", "breached", "undecided", "open", "excluded"] as const).map(word),
      ...(["median", "p90", "overrun"] as const).map((key) => `${word(key)}${minutes}`),
      word("frozen"),
      ...(["incidents", "paused", "recurred"] as const).map(word),
    ],
    rows: card.vendors.flatMap((vendor) => {
      const name = names.vendor(vendor.vendorId);
      const none: OutCell[] = [null, null, null];
      return [
        ...vendor.clauses.map(({ clauseId, contractId, figures }): OutCell[] => [
          ...[days, null, name, names.contract(contractId), names.clause(clauseId)],
          ...cells(figures),
          ...none,
        ]),
        [
          ...[days, vendor.rank ?? null, name, null, word("total")],
          ...cells({ ...vendor.overall, medianMinutes: undefined, p90Minutes: undefined }),
          ...[vendor.incidents, vendor.paused, vendor.recurred],
        ],
      ];
    }),
  };
}
