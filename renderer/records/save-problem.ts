import { registry } from "../../shared/records/index.ts";
import type { AnyField } from "../../shared/lib/fields.ts";
import type { SaveFailure } from "../db/desk.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { recordTexts } from "./record-texts.ts";

/** Why the desk did not save, in plain words with what to do next. */
export function useSaveProblem(): (failure: SaveFailure) => string {
  const t = useTexts(recordTexts);
  const label = useLabel();
  return (failure) => {
    switch (failure.kind) {
      case "invalid": {
        const fields = registry[failure.type].fields as Readonly<Record<string, AnyField>>;
        const names = failure.fields.map((name) => {
          const field = fields[name.split(".")[0] ?? ""];
          return field === undefined ? name : label(field.label);
        });
        return t("failedInvalid", { fields: [...new Set(names)].join("、") });
      }
      case "appendOnly":
        return t("failedAppendOnly");
      case "storeFull":
        return t("failedFull");
      case "storeFailed":
        return t("failedStore");
    }
  };
}
