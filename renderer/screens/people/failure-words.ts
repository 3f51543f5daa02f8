import type { Translate } from "../../ui/i18n.ts";
import type { PeopleFailure } from "./people-client.ts";
import { failureTexts } from "./people-texts.ts";

type FailureKey = keyof typeof failureTexts.keys;

/** A refusal in a sentence that says what to do. */
export function failureWords(t: Translate<FailureKey>, failure: PeopleFailure): string {
  const { kind, waitMs } = failure;
  if (!Object.hasOwn(failureTexts.keys, kind)) return t("other");
  const seconds = typeof waitMs === "number" ? Math.ceil(waitMs / 1000) : 0;
  return t(kind as FailureKey, { ...failure, seconds });
}
