import { Alert, Drawer } from "antd";
import { useMemo, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import type { Stretch } from "../../../shared/rules/incidents/state.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { ClockMark } from "./clock-mark.tsx";
import { clockTexts } from "./clock-texts.ts";
import { useDuration } from "./clock-words.ts";
import { useAgreed } from "./agreed.ts";
import { Readings } from "./pauses/readings.tsx";
import { WhyBar } from "./why-bar.tsx";
import { whyLines, type WhyLine } from "./why-lines.ts";
import { whyTexts } from "./why-texts.ts";

interface WhyPanelProps {
  readonly clock: ClauseClock | undefined;
  readonly solvedGaps: readonly Stretch[];
  readonly nowMs: number;
  readonly onClose: () => void;
}

const MOST_LINES = 400;

/** 「为什么是这个时间」: every counted, paused, closed and holiday stretch from the start to the due time. */
export function WhyPanel({ clock, solvedGaps, nowMs, onClose }: WhyPanelProps): ReactNode {
  const t = useTexts(whyTexts);
  return (
    <Drawer
      open={clock !== undefined}
      onClose={onClose}
      size={640}
      title={clock === undefined ? t("title") : `${t("title")} · ${clock.clause.name}`}
      destroyOnHidden
    >
      {clock !== undefined && <WhyBody clock={clock} solvedGaps={solvedGaps} nowMs={nowMs} />}
    </Drawer>
  );
}

interface WhyBodyProps {
  readonly clock: ClauseClock;
  readonly solvedGaps: readonly Stretch[];
  readonly nowMs: number;
}

function WhyBody({ clock, solvedGaps, nowMs }: WhyBodyProps): ReactNode {
  const t = useTexts(whyTexts);
  const words = useTexts(clockTexts);
  const label = useLabel();
  const duration = useDuration();
  const agreed = useAgreed();
  const lines = useMemo(() => whyLines(clock, solvedGaps, MOST_LINES), [clock, solvedGaps]);
  const { clause } = clock;
  const stopKind = clock.stoppedBy ?? clause.stopEvent;
  const event = label(EVENT_KINDS[stopKind]);
  return (
    // Takes the focus, so that the keyboard can scroll a long list.
    <div className="sy-why" tabIndex={0} role="region" aria-label={t("title")}>
      <p className="sy-why-rule">
        <strong>{agreed(clause)}</strong>
        <ClockMark clock={clock} />
      </p>
      <ul className="sy-why-facts">
        {clock.startAt !== undefined && (
          <li>
            {t("starts", { event: label(EVENT_KINDS[clause.startEvent]), at: formatWall(clock.startAt) })}
          </li>
        )}
        <li>
          {clock.stopAt === undefined
            ? t("runs", { event: label(EVENT_KINDS[clause.stopEvent]) })
            : t("stops", { event, at: formatWall(clock.stopAt) })}
        </li>
        <li>
          <strong>
            {clock.dueAt === undefined ? t("noDue") : t("dueAt", { at: formatWall(clock.dueAt) })}
          </strong>
        </li>
        <li>
          {t("totals", {
            counted: duration(clock.elapsedMs),
            target: duration(clock.elapsedMs + clock.remainingMs - clock.overrunMs),
          })}
        </li>
      </ul>
      {clock.provisional && (
        <Alert type="warning" showIcon title={words("provisional")} description={words("provisionalWhy")} />
      )}
      <WhyBar clock={clock} lines={lines} nowMs={nowMs} />
      <WhyTable lines={lines} />
      {lines.length === MOST_LINES && <p className="sy-quiet">{t("many", { count: MOST_LINES })}</p>}
      <Readings clock={clock} />
      {clause.wording !== undefined && (
        <>
          <h3>{t("wording")}</h3>
          <p className="sy-why-wording">{clause.wording}</p>
        </>
      )}
    </div>
  );
}

function WhyTable({ lines }: { readonly lines: readonly WhyLine[] }): ReactNode {
  const t = useTexts(whyTexts);
  const duration = useDuration();
  return (
    <table className="sy-why-table" aria-label={t("tableLabel")}>
      <thead>
        <tr>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("to")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col" className="is-number">
            {t("length")}
          </th>
          <th scope="col" className="is-number">
            {t("sum")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.fromMs} className={`is-${line.kind}`}>
            <td>{formatWall(line.fromMs)}</td>
            <td>{formatWall(line.toMs)}</td>
            <td>
              <i className={`sy-swatch is-${line.kind}`} aria-hidden />
              {t(line.kind)}
              {line.isMakeUp && <em>（{t("makeUp")}）</em>}
            </td>
            <td className="is-number">{duration(line.toMs - line.fromMs)}</td>
            <td className="is-number">{line.kind === "counted" ? duration(line.countedMs) : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
