import type { Compliance } from "../../../shared/rules/clauses/compliance.ts";
import { percentText, rangeText } from "../../../shared/rules/scores/range-text.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useDuration } from "../incidents/clock-words.ts";
import { scoresTexts } from "./scores-texts.ts";

interface ScoreWords {
  /** `83.3%～91.7%`, or 无样本. */
  readonly range: (least: number | undefined, most: number | undefined) => string;
  readonly compliance: (compliance: Compliance) => string;
  /** `3（7.5%）`; `0` of nothing. */
  readonly share: (part: number, whole: number) => string;
  readonly time: (ms: number) => string;
  readonly minutes: (minutes: number | undefined) => string;
  readonly count: (count: number) => string;
  /** The parts that are not 0, one behind the other. */
  readonly reasons: (counts: Readonly<Partial<Record<Reason, number>>>) => string;
}

type Reason = keyof typeof scoresTexts.keys;

/** The figures of a card as people read them. */
export function useScoreWords(): ScoreWords {
  const t = useTexts(scoresTexts);
  const duration = useDuration();
  const range: ScoreWords["range"] = (least, most) => rangeText(least, most) ?? t("noSample");
  return {
    range,
    compliance: ({ leastPermille, mostPermille }) => range(leastPermille, mostPermille),
    share: (part, whole) =>
      part === 0 ? "0" : `${part}（${percentText(Math.round((part * 1000) / Math.max(1, whole)))}）`,
    time: (ms) => (ms === 0 ? "—" : duration(ms)),
    minutes: (minutes) => (minutes === undefined ? "—" : duration(minutes * 60_000)),
    count: (count) => count.toLocaleString("en-US"),
    reasons: (counts) =>
      (Object.keys(counts) as Reason[])
        .filter((reason) => (counts[reason] ?? 0) > 0)
        .map((reason) => t(reason, { count: counts[reason] ?? 0 }))
        .join("、"),
  };
}
