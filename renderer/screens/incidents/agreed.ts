import { must } from "../../../shared/lib/must.ts";
import { clause as definition } from "../../../shared/records/clause.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { Clause } from "../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";

/** What a clause promises, in a line: `自报修至解决 4小时内，按日历`. */
export function useAgreed(): (clause: Clause) => string {
  const t = useTexts(cardTexts);
  const label = useLabel();
  const { unit, coverage } = definition.fields;
  return (clause) => {
    const within = t("within", {
      target: clause.target,
      unit: label(must(unit.choices?.[clause.unit], "a clause has one of the units")),
      coverage: label(must(coverage.choices?.[clause.coverage], "a clause has one of the coverages")),
    });
    const fromTo = t("fromTo", {
      start: label(EVENT_KINDS[clause.startEvent]),
      stop: label(EVENT_KINDS[clause.stopEvent]),
    });
    return `${fromTo} ${within}`;
  };
}
