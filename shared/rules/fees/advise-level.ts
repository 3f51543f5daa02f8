import type { Contract } from "../../records/index.ts";
import type { Choices } from "../../lib/fields.ts";

type Level = NonNullable<Contract["level"]>;

/** What a hospital weighs when it chooses a level (checklist C02). */
export const LEVEL_FACTORS = {
  grade: {
    tertiary: { zh: "三级", en: "Tertiary" },
    secondary: { zh: "二级", en: "Secondary" },
    primary: { zh: "一级及以下", en: "Primary" },
  },
  technicians: {
    strong: { zh: "有高水平专业人员", en: "Able specialists of our own" },
    some: { zh: "有人，水平一般", en: "Some, of middling skill" },
    none: { zh: "缺乏专业人员", en: "None" },
  },
  staff: {
    good: { zh: "使用人员素质较好", en: "Users know the systems" },
    mixed: { zh: "参差不齐", en: "Mixed" },
    poor: { zh: "操作问题较多", en: "Many wrong operations" },
  },
  region: {
    city: { zh: "市内", en: "Same city" },
    province: { zh: "省内", en: "Same province" },
    nation: { zh: "省外", en: "Elsewhere" },
  },
} as const satisfies Readonly<Record<string, Choices>>;

export interface Situation {
  readonly grade: keyof typeof LEVEL_FACTORS.grade;
  readonly technicians: keyof typeof LEVEL_FACTORS.technicians;
  readonly staff: keyof typeof LEVEL_FACTORS.staff;
  readonly region: keyof typeof LEVEL_FACTORS.region;
  /** A year, in fen; undefined: not yet known. */
  readonly budgetFen: number | undefined;
}

type Reason = Exclude<keyof Situation, "budgetFen"> | "budget";

export interface Advice {
  readonly level: Level;
  /** What speaks for a level this high, the weightiest first. */
  readonly reasons: readonly Reason[];
  /** The level that the situation asks for, where the money does not reach it. */
  readonly wanted: Level | undefined;
  /** Not even the lowest level can be paid: by the visit. */
  readonly isBeyondBudget: boolean;
}

/** Yearly prices of the levels, the highest first. */
export type LevelPrices = readonly { readonly level: Level; readonly yearlyFen: number }[];

const WEIGHTS: Readonly<Record<Exclude<keyof Situation, "budgetFen">, Readonly<Record<string, number>>>> = {
  grade: { tertiary: 3, secondary: 1, primary: 0 },
  technicians: { none: 3, some: 1, strong: 0 },
  staff: { poor: 1, mixed: 0.5, good: 0 },
  region: { nation: 1, province: 0.5, city: 0 },
};

/**
 * Which level suits a hospital, by the factors of the source: size and grade and one's own technicians first, then how
 * its people work and how far the vendor is; money has the last word. It is arithmetic over opinions, and says its
 * reasons; replaying real incidents says more (beyond.md item 7).
 */
export function adviseLevel(situation: Situation, prices: LevelPrices): Advice | undefined {
  const factors = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  const points = factors.map((factor) => ({ factor, weight: WEIGHTS[factor][situation[factor]] ?? 0 }));
  const sum = points.reduce((total, { weight }) => total + weight, 0);
  // Of eight points: six and more ask for the highest level, under two for the lowest.
  const rank = sum >= 6 ? 0 : sum >= 4 ? 1 : sum >= 2 ? 2 : 3;
  const wanted = prices[Math.min(rank, prices.length - 1)];
  if (wanted === undefined) return undefined;
  const { budgetFen } = situation;
  const payable = prices.filter(
    ({ yearlyFen }) => yearlyFen <= wanted.yearlyFen && (budgetFen === undefined || yearlyFen <= budgetFen),
  );
  const level = payable[0] ?? prices.at(-1) ?? wanted;
  const isShort = level.level !== wanted.level || payable.length === 0;
  const reasons: Reason[] = points
    .filter(({ weight }) => weight >= 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ factor }) => factor);
  return {
    level: level.level,
    reasons: isShort ? [...reasons, "budget"] : reasons,
    wanted: isShort ? wanted.level : undefined,
    isBeyondBudget: payable.length === 0,
  };
}
