import { Input } from "antd";
import type { ReactNode } from "react";
import type { PauseTerms } from "../../../../shared/commands/add-event.ts";
import { AGREEMENTS, PARTIES, PAUSE_REASONS } from "../../../../shared/records/pause-terms.ts";
import type { Label } from "../../../../shared/lib/define-record.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { PinyinSelect } from "../../../ui/pinyin-select.tsx";
import { InstantInput } from "../../../ui/wall-input.tsx";
import { pauseTexts } from "./pause-texts.ts";

interface PauseFieldsProps {
  readonly terms: PauseTerms;
  readonly onChange: (terms: PauseTerms) => void;
  /** Whether the cap holds typed text that is no time. */
  readonly onUnread: (unread: boolean) => void;
}

/** Until somebody says otherwise the hospital alone holds a pause: nobody has agreed to anything. */
export const NEW_PAUSE: PauseTerms = {
  reason: undefined,
  askedBy: undefined,
  agreement: "hospital",
  agreedBy: "",
  capAt: undefined,
};

/** What a pause carries beside a line of the timeline (clocks R5): cells of the event dialog's grid. */
export function PauseFields({ terms, onChange, onUnread }: PauseFieldsProps): ReactNode {
  const t = useTexts(pauseTexts);
  return (
    <>
      <label htmlFor="event-pause-reason">{t("reason")}</label>
      <Choice
        id="event-pause-reason"
        allowClear
        words={PAUSE_REASONS}
        value={terms.reason}
        onChange={(reason) => onChange({ ...terms, reason })}
      />
      <label htmlFor="event-asked-by">{t("askedBy")}</label>
      <Choice
        id="event-asked-by"
        allowClear
        words={PARTIES}
        value={terms.askedBy}
        onChange={(askedBy) => onChange({ ...terms, askedBy })}
      />
      <label htmlFor="event-agreement">{t("agreement")}</label>
      <Choice
        id="event-agreement"
        words={AGREEMENTS}
        value={terms.agreement}
        onChange={(agreement = terms.agreement) => onChange({ ...terms, agreement })}
      />
      <label htmlFor="event-agreed-by">{t("agreedBy")}</label>
      <Input
        id="event-agreed-by"
        value={terms.agreedBy}
        onChange={(event) => onChange({ ...terms, agreedBy: event.target.value })}
        autoComplete="off"
      />
      <label htmlFor="event-cap">{t("cap")}</label>
      <div>
        <InstantInput
          id="event-cap"
          value={terms.capAt}
          onChange={(capAt) => onChange({ ...terms, capAt })}
          onProblem={(wrong) => onUnread(wrong !== undefined)}
        />
      </div>
    </>
  );
}

interface ChoiceProps<K extends string> {
  readonly id: string;
  readonly words: Readonly<Record<K, Label>>;
  readonly value: K | undefined;
  readonly onChange: (value: K | undefined) => void;
  readonly allowClear?: boolean;
}

function Choice<K extends string>({ words, onChange, ...rest }: ChoiceProps<K>): ReactNode {
  const label = useLabel();
  const codes = Object.keys(words) as K[];
  return (
    <PinyinSelect
      {...rest}
      options={codes.map((value) => ({ value, label: label(words[value]) }))}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen))}
    />
  );
}
