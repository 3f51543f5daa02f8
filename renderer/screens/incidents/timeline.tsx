import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, type ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import type { OnAsk } from "./card-ask.ts";
import { cardTexts } from "./card-texts.ts";
import { canCorrect, setAsideIds } from "./contests/contests.ts";
import type { IncidentFile } from "./incident-file.ts";
import { TimelineLine } from "./timeline-line.tsx";

/** What happened, oldest first; lines of one moment in the order in which they were entered. */
export function Timeline({ file, onAsk }: { readonly file: IncidentFile; readonly onAsk: OnAsk }): ReactNode {
  const t = useTexts(cardTexts);
  const { events, imported } = file;
  const setAside = useMemo(() => setAsideIds(file), [file]);
  const sorted = [...events].sort((a, b) => (a.data.at < b.data.at ? -1 : a.data.at > b.data.at ? 1 : 0));
  return (
    <section className="sy-panel" aria-labelledby="timeline-title">
      <div className="sy-panel-head">
        <h2 id="timeline-title">{t("timeline")}</h2>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onAsk({ kind: "event", event: "note" })}
        >
          {t("addEvent")}
        </Button>
      </div>
      {sorted.length === 0 && <p className="sy-quiet">{t("noEvents")}</p>}
      <ol className="sy-timeline">
        {sorted.map(({ id, data }) => (
          <TimelineLine
            key={id}
            event={data}
            imported={imported}
            isSetAside={setAside.has(id)}
            onCorrect={
              imported || !canCorrect(data)
                ? undefined
                : () => onAsk({ kind: "adjudicate", about: data.kind, at: data.at })
            }
          />
        ))}
      </ol>
    </section>
  );
}
