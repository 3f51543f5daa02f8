import { Input } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { archiveTexts } from "./archive-texts.ts";
import { isEnough, strengthOf } from "./strength.ts";

export interface Typed {
  readonly first: string;
  readonly second: string;
}

interface PassphraseFieldsProps {
  readonly typed: Typed;
  readonly context: readonly string[];
  readonly help: string;
  readonly onType: (typed: Typed) => void;
}

export function isChosen({ first, second }: Typed, context: readonly string[]): boolean {
  return first === second && isEnough(strengthOf(first, context));
}

/** A new passphrase, typed twice, with what it is worth in plain words. */
export function PassphraseFields({ typed, context, help, onType }: PassphraseFieldsProps): ReactNode {
  const t = useTexts(archiveTexts);
  const { first, second } = typed;
  const strength = strengthOf(first, context);
  return (
    <>
      <p className="sy-quiet">{help}</p>
      <label className="sy-archive-line">
        <span>{t("passphrase")}</span>
        <Input.Password
          value={first}
          autoFocus
          autoComplete="new-password"
          onChange={(event) => onType({ first: event.target.value, second })}
        />
      </label>
      <label className="sy-archive-line">
        <span>{t("again")}</span>
        <Input.Password
          value={second}
          autoComplete="new-password"
          onChange={(event) => onType({ first, second: event.target.value })}
        />
      </label>
      <p role="status" className={isEnough(strength) && first === second ? "" : "sy-archive-short"}>
        {first === ""
          ? " "
          : isEnough(strength) && second !== "" && first !== second
            ? t("differs")
            : t(strength)}
      </p>
    </>
  );
}
