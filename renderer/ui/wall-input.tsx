import { CalendarOutlined, ClockCircleOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import type { CalendarDate } from "../../shared/lib/dates.ts";
import { dateOf, formatWall, instant, instantOfWall, type Instant } from "../../shared/lib/instants.ts";
import { parseWallText } from "../../shared/lib/wall-text.ts";
import { useTexts } from "./i18n.ts";
import { inputTexts } from "./input-texts.ts";
import { TypedText, type TypedInputProps } from "./typed-input.tsx";

type WallInputProps<V> = TypedInputProps<V> & {
  readonly onProblem?: ((problem: string | undefined) => void) | undefined;
};

/** A calendar date as people type it: `2026-1-4`, `1月4日`, `今天`; Ctrl+; is today. */
export function DateInput(props: WallInputProps<CalendarDate>): ReactNode {
  const t = useTexts(inputTexts);
  return (
    <TypedText<CalendarDate>
      {...props}
      placeholder={props.placeholder ?? t("datePlaceholder")}
      show={(date) => date}
      read={(text) => {
        if (text.trim() === "") return { value: undefined };
        const read = parseWallText(text, today());
        if (!read.ok) return { problem: t(read.failure.kind) };
        return read.value.date === undefined ? { problem: t("needsDate") } : { value: read.value.date };
      }}
      valueOfKey={(event) => (isSemicolon(event) && !event.shiftKey ? today() : undefined)}
      suffix={
        <Tooltip title={t("dateKey")}>
          <CalendarOutlined aria-hidden className="sy-quiet" />
        </Tooltip>
      }
    />
  );
}

/** A moment on Shanghai's wall: date and time together, or a time alone for today. Ctrl+Shift+; is now. */
export function InstantInput(props: WallInputProps<Instant>): ReactNode {
  const t = useTexts(inputTexts);
  return (
    <TypedText<Instant>
      {...props}
      placeholder={props.placeholder ?? t("instantPlaceholder")}
      show={(at) => formatWall(at)}
      read={(text) => {
        if (text.trim() === "") return { value: undefined };
        const read = parseWallText(text, today());
        if (!read.ok) return { problem: t(read.failure.kind) };
        const { date = today(), time } = read.value;
        if (time === undefined) return { problem: t("needsTime", { date }) };
        return { value: instantAt(date, time) };
      }}
      valueOfKey={(event) => (isSemicolon(event) && event.shiftKey ? nowToTheMinute() : undefined)}
      suffix={
        <Tooltip title={t("instantKey")}>
          <ClockCircleOutlined aria-hidden className="sy-quiet" />
        </Tooltip>
      }
    />
  );
}

function instantAt(date: CalendarDate, time: { hour: number; minute: number; second: number }): Instant {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return instantOfWall({ year, month, day, hour: time.hour, minute: time.minute, second: time.second });
}

/** The key is `;` on every layout's own place, also while a Chinese layout turns it into `；` or `:`. */
function isSemicolon(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && (event.code === "Semicolon" || event.key === ";");
}

function today(): CalendarDate {
  return dateOf(Date.now());
}

function nowToTheMinute(): Instant {
  const now = Date.now();
  return instant(now - (now % 60_000));
}
