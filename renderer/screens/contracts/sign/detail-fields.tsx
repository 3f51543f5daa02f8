import type { ReactNode } from "react";
import type { SigningDetails } from "../../../../shared/commands/contracts/sign-from-template.ts";
import type { ContractTemplate } from "../../../../shared/commands/contracts/template.ts";
import { registry } from "../../../../shared/records/index.ts";
import { FieldInput } from "../../../records/field-input.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { codeWord } from "./promise-words.ts";
import type { Problems } from "./sign-draft.ts";
import { signProblemTexts, signTexts } from "./sign-texts.ts";

interface DetailFieldsProps {
  readonly template: ContractTemplate;
  readonly details: SigningDetails;
  readonly touched: ReadonlySet<keyof SigningDetails>;
  readonly problems: Problems;
  readonly onFill: (patch: Partial<SigningDetails>) => void;
  readonly onProblem: (place: string, problem: string | undefined) => void;
}

/** With whom, about what, from when to when and for how much. */
export function DetailFields(props: DetailFieldsProps): ReactNode {
  const { template, details, problems, onFill, onProblem } = props;
  const t = useTexts(signTexts);
  const wrong = useTexts(signProblemTexts);
  const label = useLabel();
  const hint = useHints(props);
  return (
    <section className="sy-panel" aria-labelledby="sign-who">
      <h2 id="sign-who">{t("who")}</h2>
      <div className="sy-form-fields">
        {shownFields(template).map((name) => {
          const field = registry.contract.fields[name];
          const problem = problems.get(name);
          return (
            <div key={name} className={`sy-field${problem === undefined ? "" : " is-wrong"}`}>
              <label htmlFor={`sign-${name}`}>
                {label(field.label)}
                {field.required && <span className="sy-required">（{t("required")}）</span>}
              </label>
              <FieldInput
                id={`sign-${name}`}
                field={field}
                value={details[name] === "" ? undefined : details[name]}
                onChange={(value) => onFill({ [name]: value ?? emptyOf(name) })}
                onProblem={(unread) => onProblem(name, unread)}
              />
              {problem !== undefined && (
                <div role="alert" className="sy-problem">
                  {wrong(problem)}
                </div>
              )}
              {hint(name) !== undefined && <div className="sy-hint">{hint(name)}</div>}
            </div>
          );
        })}
      </div>
      <Along template={template} />
    </section>
  );
}

/** What the template says of the contract as a whole, which its page shows and lets one change. */
function Along({ template }: { readonly template: ContractTemplate }): ReactNode {
  const t = useTexts(signTexts);
  const say = useLabel();
  const { level, kind, feeRule, exclusions = [], note } = template.contract;
  const parts = [
    codeWord("contract", "kind", kind, say),
    codeWord("contract", "level", level, say),
    codeWord("contract", "feeRule", feeRule, say),
    exclusions.length === 0 ? "" : t("exclusionCount", { count: exclusions.length }),
    template.ceilings.length === 0 ? "" : t("ceilingCount", { count: template.ceilings.length }),
    note ?? "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return null;
  return <p className="sy-sign-along sy-quiet">{t("along", { terms: parts.join(" · ") })}</p>;
}

const FIELDS = [
  "vendorId",
  "systemIds",
  "title",
  "number",
  "startDate",
  "endDate",
  "noticeDate",
  "amountFen",
  "region",
  "systemPriceFen",
  "signedDate",
  "signedBy",
  "moduleIds",
] as const satisfies readonly (keyof SigningDetails)[];

/** Distance and the system's price are asked where something goes by them. */
function shownFields({ clauses, contract }: ContractTemplate): readonly (typeof FIELDS)[number][] {
  return FIELDS.filter((name) => {
    if (name === "region") return clauses.some(({ regions }) => regions !== undefined);
    return name !== "systemPriceFen" || contract.feeRule === "percentOfSystem";
  });
}

function useHints({
  template,
  details,
  touched,
}: DetailFieldsProps): (name: keyof SigningDetails) => string | undefined {
  const t = useTexts(signTexts);
  return (name) => {
    switch (name) {
      case "endDate":
        return touched.has(name) ? undefined : t("endHint", { count: template.termMonths });
      case "noticeDate":
        return touched.has(name) || details.noticeDate === undefined ? undefined : t("noticeHint");
      case "amountFen":
        return touched.has(name) || details.amountFen === undefined ? undefined : t("amountHint");
      case "region":
        return t("regionHint");
      case "systemPriceFen": {
        const { renewalPermille } = template.contract;
        return renewalPermille === undefined ? undefined : t("rateHint", { percent: renewalPermille / 10 });
      }
      default:
        return undefined;
    }
  };
}

/** What an emptied field holds: some are undefined when empty, the others have an empty value of their own. */
function emptyOf(name: keyof SigningDetails): "" | undefined | readonly string[] {
  switch (name) {
    case "systemIds":
    case "moduleIds":
      return [];
    case "vendorId":
    case "title":
    case "number":
    case "startDate":
    case "endDate":
    case "signedBy":
      return "";
    default:
      return undefined;
  }
}
