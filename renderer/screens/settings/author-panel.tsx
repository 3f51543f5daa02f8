import { Button, Input } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { settingsTexts } from "./settings-texts.ts";

/** The author of what is written on this desk. */
export function AuthorPanel(): ReactNode {
  const t = useTexts(settingsTexts);
  const desk = useDesk();
  const toast = useToast();
  const [name, setName] = useState<string | undefined>(undefined);
  useEffect(() => {
    void desk.author().then(setName);
  }, [desk]);
  const save = async (): Promise<void> => {
    await desk.setAuthor((name ?? "").trim());
    toast.done(t("saved"));
  };
  return (
    <section className="sy-panel" aria-labelledby="settings-author">
      <h2 id="settings-author">{t("author")}</h2>
      <p className="sy-quiet">{t("authorHelp")}</p>
      <div className="sy-author">
        <Input
          aria-label={t("authorLabel")}
          value={name ?? ""}
          maxLength={50}
          disabled={name === undefined}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void save();
          }}
        />
        <Button onClick={() => void save()}>{t("save")}</Button>
      </div>
    </section>
  );
}
