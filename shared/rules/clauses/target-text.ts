import { clause as definition } from "../../records/clause.ts";
import type { Clause } from "../../records/index.ts";

/** What a clause allows, as a Chinese paper says it: `4小时内（7×24）`. A bare "day" is never said. */
export function targetText({ target, unit, coverage }: Pick<Clause, "target" | "unit" | "coverage">): string {
  const { fields } = definition;
  const span = `${target}${fields.unit.choices?.[unit]?.zh ?? unit}`;
  return `${span}内（${fields.coverage.choices?.[coverage]?.zh ?? coverage}）`;
}
