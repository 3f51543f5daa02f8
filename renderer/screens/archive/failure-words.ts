import type { TakeInFailure } from "../../db/archive.ts";
import type { Translate } from "../../ui/i18n.ts";
import type { archiveTexts } from "./archive-texts.ts";

/** Why a file was not taken in, in a sentence. */
export function failureWords(t: Translate<keyof typeof archiveTexts.keys>, failure: TakeInFailure): string {
  switch (failure.kind) {
    case "notAnArchive":
    case "wrongKey":
    case "badRecoveryKey":
    case "newerVersion":
    case "cancelled":
    case "ownFile":
    case "storeFailed":
      return t(failure.kind);
    case "gap": {
      const { no, missing } = failure;
      return t("gap", { no, numbers: missing.length === 0 ? no - 1 : missing.join("、") });
    }
    case "otherSigner":
      return t("otherSigner", { fingerprint: failure.fingerprint });
    default:
      return t("broken", { at: failure.at, kind: failure.kind });
  }
}
