import { Input, Select } from "antd";
import type { ReactNode } from "react";
import type { PauseTerms } from "../../../../shared/commands/add-event.ts";
import {
  AGREEMENTS,
  PARTIES,
  PAUSE_REASONS,
  type Agreement,
} from "../../../../shared/records/pause-terms.ts";
import type { Label } from "../../../../shared/lib/define-record.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
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
  const label = useLabel();
  const options = <K extends string>(words: Readonly<Record<K, Label>>) =>
    (Object.keys(words) as K[]).map((value) => ({ value, label: label(words[value]) }));
  return (
    <>
      <label htmlFor="event-pause-reason">{t("reason")}</label>
      <Select<PauseTerms["reason"]>
        id="event-pause-reason"
        allowClear
        value={terms.reason}
        onChange={(reason) => onChange({ ...terms, reason })}
        options={options(PAUSE_REASONS)}
      />
      <label htmlFor="event-asked-by">{t("askedBy")}</label>
      <Select<PauseTerms["askedBy"]>
        id="event-asked-by"
        allowClear
        value={terms.askedBy}
        onChange={(askedBy) => onChange({ ...terms, askedBy })}
        options={options(PARTIES)}
      />
      <label htmlFor="event-agreement">{t("agreement")}</label>
      <Select<Agreement>
        id="event-agreement"
        value={terms.agreement}
        onChange={(agreement) => onChange({ ...terms, agreement })}
        options={options(AGREEMENTS)}
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
