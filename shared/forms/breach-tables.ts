import { formatWall } from "../lib/instants.ts";
import type { Verdict } from "../records/index.ts";
import { AGREEMENTS, PARTIES, PAUSE_REASONS } from "../records/pause-terms.ts";
import { VERDICTS } from "../records/verdicts.ts";
import { PAUSE_MODES, type PauseMode } from "../rules/clauses/pause-modes.ts";
import { countedTime } from "./chinese-time.ts";
import { countedDays } from "./counted-days.ts";
import { saidOf, type Block, type Section } from "./paper.ts";
import type { CountedPause, CountedStretch, ReadDetail } from "./verdict-detail.ts";

/** What of the time counted, day by day, and how much did not and why. */
export function stretches(verdict: Verdict, { segments, more }: ReadDetail): Section {
  // A clock counts as the hospital holds the pauses; the other readings follow under 五.
  const title = "三、计入时段（按医院认定的暂停）";
  if (segments === undefined)
    return {
      title,
      blocks: [
        {
          kind: "notes",
          lines: [`逐段明细未能读取，以认定结果为准：计入 ${countedTime(verdict.elapsedMs)}。`],
        },
      ],
    };
  const days = countedDays(segments);
  const sum = total(segments, "counted");
  return {
    title,
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "日期", span: 3.6 },
          { label: "计入时段（北京时间）", span: 5.9 },
          { label: "计入时长", span: 2.5 },
        ],
        rows: [
          ...days.map(({ days: dates, windows, countedMs }) => [dates, windows, countedTime(countedMs)]),
          ["合计", notCounted(segments), countedTime(sum)],
        ],
        minRows: 1,
      },
      ...(more === true
        ? [notes(`时段过多，以上只列前 ${segments.length} 段；全部计入 ${countedTime(verdict.elapsedMs)}。`)]
        : []),
    ],
  };
}

function notCounted(segments: readonly CountedStretch[]): string {
  const parts = (["paused", "closed", "holiday"] as const).flatMap((kind) => {
    const ms = total(segments, kind);
    return ms === 0 ? [] : [`${NOT_COUNTED[kind]} ${countedTime(ms)}`];
  });
  return parts.length === 0 ? "无不计入的时间" : `不计入：${parts.join("，")}`;
}

const NOT_COUNTED = { paused: "暂停", closed: "时段外", holiday: "节假日" } as const;

function total(segments: readonly CountedStretch[], wanted: CountedStretch["kind"]): number {
  return segments.reduce((sum, { fromMs, toMs, kind }) => sum + (kind === wanted ? toMs - fromMs : 0), 0);
}

/** Both sides of every pause: who asked, who holds that it counts, what proves it. */
export function pauseLedger({ pauses }: ReadDetail): Section {
  const title = "四、暂停台账";
  if (pauses === undefined) return { title, blocks: [notes("暂停明细未能读取。")] };
  if (pauses.length === 0) return { title, blocks: [notes("本条款计时期间没有暂停。")] };
  return {
    title,
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "暂停自", span: 1.9 },
          { label: "恢复于", span: 1.9 },
          { label: "原因与提出方", span: 2.5 },
          { label: "认定", span: 2.4 },
          { label: "凭证与上限", span: 3.3 },
        ],
        rows: pauses.map(pauseRow),
        minRows: 1,
      },
    ],
  };
}

function pauseRow(pause: CountedPause): readonly string[] {
  const { from, to, reason, askedBy, agreement, agreedBy, proof, capAt, note } = pause;
  return [
    formatWall(from),
    to === null ? "尚未恢复" : formatWall(to),
    joined(saidOf(PAUSE_REASONS, reason), askedBy && `${saidOf(PARTIES, askedBy)}提出`, note),
    joined(saidOf(AGREEMENTS, agreement), agreedBy && `认可人：${agreedBy}`),
    joined(proof, capAt && `最迟 ${formatWall(capAt)}`),
  ];
}

/** One breach in three readings of the pauses, so that a dispute is a number and not an argument. */
export function readings(verdict: Verdict, { modes }: ReadDetail): Section {
  const frozen: Readonly<Record<PauseMode, Verdict["verdict"]>> = {
    both: verdict.verdictBoth,
    hospital: verdict.verdictHospital,
    all: verdict.verdictAll,
  };
  return {
    title: "五、认定结果",
    keepTogether: true,
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "暂停的认定口径", span: 4.5 },
          { label: "已计时", span: 2.5 },
          { label: "超时", span: 2.5 },
          { label: "结论", span: 2.5 },
        ],
        rows: (Object.keys(PAUSE_MODES) as PauseMode[]).map((mode) => {
          const reading = modes?.[mode];
          const times =
            reading === undefined ? ["", ""] : [reading.elapsedMs, reading.overrunMs].map(countedTime);
          // The result is the verdict's own field, which nothing can damage by itself.
          return [PAUSE_MODES[mode].zh, ...times, VERDICTS[frozen[mode]].zh];
        }),
        minRows: 3,
      },
      notes(digests(verdict)),
    ],
  };
}

function digests({ frozenAt, clauseDigest, calendarDigest, eventsDigest }: Verdict): string {
  const short = (digest: string): string => digest.slice(0, 16);
  return `认定冻结于 ${formatWall(frozenAt)}，依据摘要：条款 ${short(clauseDigest)}，日历 ${short(calendarDigest)}，经过 ${short(eventsDigest)}`;
}

function notes(...lines: readonly string[]): Block {
  return { kind: "notes", lines };
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}
