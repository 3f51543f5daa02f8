import type {
  ClauseTerms,
  ContractTemplate,
  EntitlementTerms,
} from "../../../../shared/commands/contracts/template.ts";
import type { Label } from "../../../../shared/lib/define-record.ts";
import type { AnyField } from "../../../../shared/lib/fields.ts";
import { registry, type RecordType } from "../../../../shared/records/index.ts";
import type { Translate } from "../../../ui/i18n.ts";
import type { signTexts } from "./sign-texts.ts";

type Words = Translate<keyof (typeof signTexts)["keys"]>;
type Say = (label: Label) => string;

/** What a code of a field is called. */
export function codeWord(type: RecordType, field: string, code: string | undefined, say: Say): string {
  if (code === undefined) return "";
  const fields = registry[type].fields as Readonly<Record<string, AnyField>>;
  const choice = fields[field]?.choices?.[code];
  return choice === undefined ? code : say(choice);
}

/** `响应 1小时` */
function promiseWords(clause: ClauseTerms, say: Say): string {
  const unit = codeWord("clause", "unit", clause.unit, say).toLowerCase();
  const gap = /^[a-z]/i.test(unit) ? " " : "";
  return `${codeWord("clause", "metric", clause.metric, say)} ${clause.target}${gap}${unit}`;
}

/** `紧急上门 每合同年 5`; a right between two dates goes by its name alone. */
function grantWords(entitlement: EntitlementTerms, say: Say, t: Words): string {
  const { granted, months, lifelong } = entitlement;
  if (granted !== undefined && lifelong !== true) {
    const period = codeWord("entitlement", "period", entitlement.period, say).toLowerCase();
    return t("grant", { name: entitlement.name, period, count: granted });
  }
  const isDated = months !== undefined || lifelong === true;
  return isDated ? entitlement.name : `${entitlement.name} ${t("unlimited")}`;
}

/** What a card says first: the shortest time on each metric, then what is granted. */
export function headlines(
  template: ContractTemplate,
  say: Say,
  t: Words,
): { readonly times: string; readonly grants: string } {
  const byMetric = new Map<string, ClauseTerms>();
  for (const clause of template.clauses) {
    if ((clause.party ?? "vendor") === "vendor" && !byMetric.has(clause.metric)) {
      byMetric.set(clause.metric, clause);
    }
  }
  const times = [...byMetric.values()].slice(0, MOST).map((clause) => promiseWords(clause, say));
  const grants = template.entitlements
    .filter(({ kind }) => kind !== "remoteAdvice")
    .slice(0, MOST)
    .map((one) => grantWords(one, say, t));
  return { times: times.join(" · "), grants: grants.join(" · ") };
}

const MOST = 4;
