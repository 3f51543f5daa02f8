import { Input } from "antd";
import type { ReactNode } from "react";
import type { Instant } from "../../../shared/lib/instants.ts";
import { useTexts } from "../../ui/i18n.ts";
import { InstantInput } from "../../ui/wall-input.tsx";
import { papersTexts } from "./papers-texts.ts";
import type { Sending } from "./use-incident-paper.ts";

/** Who sends this fax, when, and by when the signed reply is wanted. Kept on the paper only, not in a record. */
export function SendingForm(props: {
  readonly value: Sending;
  readonly onChange: (value: Sending) => void;
}): ReactNode {
  const { value, onChange } = props;
  const t = useTexts(papersTexts);
  const setTime = (key: "sentAt" | "replyBy", at: Instant | undefined): void => {
    const { [key]: _was, ...rest } = value;
    onChange(at === undefined ? rest : { ...rest, [key]: at });
  };
  return (
    <section className="sy-panel" aria-labelledby="sending-title">
      <h2 id="sending-title">{t("sheet")}</h2>
      <div className="sy-paper-form">
        <label htmlFor="sending-sender">{t("sender")}</label>
        <Input
          id="sending-sender"
          value={value.sender ?? ""}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, sender: event.target.value })}
        />
        <label htmlFor="sending-at">{t("sentAt")}</label>
        <div>
          <InstantInput id="sending-at" value={value.sentAt} onChange={(at) => setTime("sentAt", at)} />
        </div>
        <label htmlFor="sending-reply">{t("replyBy")}</label>
        <div>
          <InstantInput id="sending-reply" value={value.replyBy} onChange={(at) => setTime("replyBy", at)} />
        </div>
      </div>
      <p className="sy-quiet sy-paper-hint">{t("sheetHint")}</p>
    </section>
  );
}
