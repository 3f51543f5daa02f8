import type { ReactNode } from "react";
import { useTexts } from "./i18n.ts";
import { inputTexts } from "./input-texts.ts";
import { fenOf, yuanText } from "./money.ts";
import { TypedText, type TypedInputProps } from "./typed-input.tsx";

type NumberInputProps = TypedInputProps<number> & {
  readonly onProblem?: ((problem: string | undefined) => void) | undefined;
};

/** Money: typed and shown in yuan, kept in whole fen. */
export function MoneyInput(props: NumberInputProps): ReactNode {
  const t = useTexts(inputTexts);
  return (
    <TypedText<number>
      {...props}
      align="end"
      suffix={t("yuan")}
      show={yuanText}
      read={(text) => {
        if (text.trim() === "") return { value: undefined };
        const fen = fenOf(text);
        return fen === null ? { problem: t("badMoney") } : { value: fen };
      }}
    />
  );
}

export function IntegerInput(props: NumberInputProps): ReactNode {
  const t = useTexts(inputTexts);
  return (
    <TypedText<number>
      {...props}
      show={String}
      read={(text) => {
        const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
        if (plain === "") return { value: undefined };
        return /^[-+]?\d{1,15}$/.test(plain) ? { value: Number(plain) } : { problem: t("badNumber") };
      }}
    />
  );
}
