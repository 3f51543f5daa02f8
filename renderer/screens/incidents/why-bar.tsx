import type { ReactNode } from "react";
import { epochMs, formatWall } from "../../../shared/lib/instants.ts";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import { useTexts } from "../../ui/i18n.ts";
import type { WhyLine } from "./why-lines.ts";
import { whyTexts } from "./why-texts.ts";

interface WhyBarProps {
  readonly clock: ClauseClock;
  readonly lines: readonly WhyLine[];
  readonly nowMs: number;
}

/** The stretches drawn to scale, with the due time and the present marked. The table below says it in words. */
export function WhyBar({ clock, lines, nowMs }: WhyBarProps): ReactNode {
  const t = useTexts(whyTexts);
  const first = lines[0]?.fromMs;
  const last = lines.at(-1)?.toMs;
  if (first === undefined || last === undefined || last <= first) return null;
  const place = (ms: number): number => ((ms - first) / (last - first)) * 100;
  const marks = [
    ...(clock.dueAt === undefined ? [] : [{ ms: epochMs(clock.dueAt), word: t("dueHere"), kind: "due" }]),
    clock.stopAt === undefined
      ? { ms: nowMs, word: t("nowHere"), kind: "now" }
      : { ms: epochMs(clock.stopAt), word: t("stopHere"), kind: "now" },
  ].filter(({ ms }) => ms >= first && ms <= last);
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return (
    <figure className="sy-why-bar" aria-label={t("bar")}>
      <div className="sy-why-track" aria-hidden>
        {lines.map((line) => (
          <i
            key={line.fromMs}
            className={`sy-swatch is-${line.kind}`}
            style={{ left: `${place(line.fromMs)}%`, width: `${place(line.toMs) - place(line.fromMs)}%` }}
          />
        ))}
        {marks.map(({ ms, word, kind }) => (
          <b
            key={kind}
            className={`is-${kind}${place(ms) > 80 ? " is-late" : ""}`}
            style={{ left: `${place(ms)}%` }}
          >
            <span>{word}</span>
          </b>
        ))}
      </div>
      <figcaption>
        <span>{formatWall(first)}</span>
        <span className="sy-why-legend">
          {kinds.map((kind) => (
            <span key={kind}>
              <i className={`sy-swatch is-${kind}`} aria-hidden />
              {t(kind)}
            </span>
          ))}
        </span>
        <span>{formatWall(last)}</span>
      </figcaption>
    </figure>
  );
}
