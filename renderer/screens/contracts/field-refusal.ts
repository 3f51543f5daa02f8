import type { Translate } from "../../ui/i18n.ts";
import type { failureTexts } from "./failure-texts.ts";

type FailureWords = Translate<keyof typeof failureTexts.keys>;

interface FieldFailure {
  readonly field: string;
  readonly kind: keyof typeof failureTexts.keys;
}

/** A sentence for each wrong field; `valuesOf` gives what a sentence names, such as a date. The first of a field counts. */
export function fieldRefusal<F extends FieldFailure>(
  failures: readonly F[],
  t: FailureWords,
  valuesOf: (failure: F) => Readonly<Record<string, string | number>> = () => ({}),
): Readonly<Record<string, string>> {
  const sentences: Record<string, string> = {};
  for (const failure of failures) {
    sentences[failure.field] ??= t(failure.kind, valuesOf(failure));
  }
  return sentences;
}
