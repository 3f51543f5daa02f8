import { PhoneFilled, ThunderboltOutlined } from "@ant-design/icons";
import { Button, Input, Tooltip, type InputRef } from "antd";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { parseQuickEntry } from "../../../shared/commands/quick-entry.ts";
import { readPaperCode } from "../../../shared/forms/paper-code.ts";
import { formatWall, instant, type Instant } from "../../../shared/lib/instants.ts";
import { useTexts } from "../../ui/i18n.ts";
import { CallTimer } from "./call-timer.tsx";
import { codedAddress, go } from "./go.ts";
import { QuickChips } from "./quick-chips.tsx";
import { quickTexts } from "./quick-texts.ts";
import { useReportDraft } from "./report-draft.ts";
import { useQuickContext } from "./use-quick-context.ts";
import "./incidents.css";

/**
 * One box in the top bar that takes a whole fault in a line. What it understood stands below while one types;
 * Enter opens the form with it. F2 is a telephone call: it takes the time at once, words follow.
 */
export function QuickEntry(): ReactNode {
  const t = useTexts(quickTexts);
  const hand = useReportDraft((state) => state.hand);
  const box = useRef<InputRef>(null);
  const [line, setLine] = useState("");
  const [callAt, setCallAt] = useState<Instant | undefined>(undefined);
  const [focused, setFocused] = useState(false);
  const contextAt = useQuickContext(line);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "F2" || event.isComposing || event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
      event.preventDefault();
      setCallAt((known) => known ?? instant(Date.now()));
      box.current?.focus({ cursor: "end" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const read = (): ReturnType<typeof parseQuickEntry> => {
    const entry = parseQuickEntry(line, contextAt(callAt ?? instant(Date.now())));
    if (callAt === undefined || entry.draft.channel !== undefined) return entry;
    return { ...entry, draft: { ...entry.draft, channel: "phone" } };
  };
  const takeLine = (): string => {
    hand(read());
    return "/report";
  };
  /** A code read off a paper leads to its record, or to the form for a blank that was filled in by hand. */
  const takeCode = (scanned: string): string | undefined => {
    const code = readPaperCode(scanned);
    if (!code.ok) return undefined;
    if (code.value.kind !== "blank") return codedAddress(code.value.kind, code.value.id);
    hand(undefined, code.value.number);
    return "/report";
  };
  const leave = (): void => {
    setLine("");
    setCallAt(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (line.trim() !== "" || callAt !== undefined)) {
      event.preventDefault();
      go(takeCode(line) ?? takeLine());
      leave();
      box.current?.blur();
    }
    if (event.key === "Escape") leave();
  };

  return (
    <div className="sy-quick">
      <Input
        ref={box}
        value={line}
        maxLength={500}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        prefix={callAt === undefined ? <ThunderboltOutlined aria-hidden /> : <PhoneFilled aria-hidden />}
        suffix={callAt !== undefined && <CallTimer from={callAt} />}
        autoComplete="off"
        onChange={(event) => setLine(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {callAt !== undefined && (
        <Tooltip title={t("callEnd")}>
          <Button type="text" size="small" onClick={leave} aria-label={t("callEnd")}>
            ×
          </Button>
        </Tooltip>
      )}
      {focused && (line.trim() !== "" || callAt !== undefined) && (
        <div className="sy-quick-panel">
          {callAt !== undefined && <strong>{t("call", { at: formatWall(callAt) })}</strong>}
          <QuickChips entry={read()} />
          <p className="sy-quiet">{t("help")}</p>
        </div>
      )}
    </div>
  );
}
