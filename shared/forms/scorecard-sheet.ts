import type { Instant } from "../lib/instants.ts";
import type { CalendarDate } from "../lib/dates.ts";
import { clause as clauseDefinition } from "../records/clause.ts";
import type { Hospital, Vendor } from "../records/index.ts";
import { SEVERITIES } from "../records/severities.ts";
import type { ClauseBook } from "../rules/clauses/clause-book.ts";
import { PAUSE_MODES, type PauseMode } from "../rules/clauses/pause-modes.ts";
import { targetText } from "../rules/clauses/target-text.ts";
import type { Compliance } from "../rules/clauses/compliance.ts";
import { percentText, rangeText } from "../rules/scores/range-text.ts";
import { LEAST_SAMPLE, type Figures, type VendorCard } from "../rules/scores/scorecard.ts";
import { countedTime, DATE_BY_HAND, documentDate, documentTime } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { fields, value, type Paper, type Section } from "./paper.ts";

/** All that a scorecard sheet says of one vendor. */
export interface ScorecardInput {
  readonly number: string;
  readonly hospital: Hospital;
  readonly vendor: Vendor | undefined;
  readonly card: VendorCard;
  readonly book: Pick<ClauseBook, "clauses" | "contracts">;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Of the system asked about, where one was. */
  readonly systemName?: string | undefined;
  /** How many vendors of the period have a rank. */
  readonly compared: number;
  readonly scoredAt: Instant;
}

/**
 * WY02 《厂商服务考核表》: what a vendor promised and kept in a period, clause by clause, with what a fair reader asks
 * beside it and the formula, and room for both sides to sign. Source: beyond.md items 2, 11, 14, conventions.
 */
export function scorecardSheet(input: ScorecardInput): Paper {
  const { number, hospital, card } = input;
  return {
    ...officeHead("WY02", hospital, { kind: "blank", number }),
    sections: [
      addressed(input),
      overall(input),
      clauses(input),
      severities(card),
      notes(input),
      signed(input),
    ],
  };
}

function addressed({ vendor, from, to, systemName, card, book, scoredAt }: ScorecardInput): Section {
  const contracts = book.contracts
    .filter(({ id }) => card.clauses.some(({ contractId }) => contractId === id))
    .map(({ data }) => [data.number, data.title].filter(Boolean).join(" "));
  return {
    blocks: [
      fields(value("厂商", vendor?.name, 7), value("系统", systemName ?? "全部", 5)),
      fields(
        value("考核期间", `${documentDate(from)}至${documentDate(to)}（按报修日期）`, 7),
        value("统计时间", documentTime(scoredAt), 5),
      ),
      fields(value("合同", contracts.join("；"), 12)),
    ],
  };
}

function overall({ card, compared }: ScorecardInput): Section {
  const { overall: figures, rank, incidents } = card;
  const { sample } = figures.compliance.hospital;
  const place =
    sample === 0
      ? "无样本，不排名"
      : rank === undefined
        ? sample < LEAST_SAMPLE
          ? `样本少于 ${LEAST_SAMPLE} 项，不排名`
          : "没有可比的厂商，不排名"
        : `第 ${rank} 名（共 ${compared} 家，区间重叠的并列）`;
  return {
    title: "一、总体",
    keepTogether: true,
    blocks: [
      fields(
        value("故障数", String(incidents), 3),
        value("达标率", figuresText(figures), 5),
        value("名次", place, 4),
      ),
      {
        kind: "table",
        columns: [
          { label: "暂停的认定口径", span: 3.6 },
          { label: "样本", span: 1.6 },
          { label: "达标", span: 1.6 },
          { label: "超时", span: 1.6 },
          { label: "无法判定", span: 1.6 },
          { label: "达标率", span: 2 },
        ],
        rows: (Object.keys(PAUSE_MODES) as PauseMode[]).map((mode) => {
          const compliance = figures.compliance[mode];
          const counts = [compliance.sample, compliance.met, compliance.breached, compliance.undecided];
          return [PAUSE_MODES[mode].zh, ...counts.map(String), complianceText(compliance)];
        }),
        minRows: 3,
      },
    ],
  };
}

function clauses({ card, book }: ScorecardInput): Section {
  return {
    title: "二、分条款（样本、超时、无法判定为仅按医院认定）",
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "条款", span: 3.2 },
          { label: "时限", span: 2 },
          { label: "样本", span: 0.9 },
          { label: "超时", span: 0.9 },
          { label: "无法判定", span: 0.9 },
          { label: "达标率", span: 1.5 },
          { label: "中位用时", span: 1.3 },
          { label: "累计超时", span: 1.3 },
        ],
        rows: card.clauses.map(({ clauseId, metric, figures }) => {
          const clause = book.clauses.find(({ id }) => id === clauseId)?.data;
          const { sample, breached, undecided } = figures.compliance.hospital;
          const name =
            clause === undefined
              ? `（条款已删除）${clauseDefinition.fields.metric.choices?.[metric]?.zh ?? ""}`
              : `${clause.number ?? ""} ${clause.name}`.trim();
          return [
            name,
            clause === undefined ? "" : targetText(clause),
            ...[sample, breached, undecided].map(String),
            figuresText(figures),
            figures.medianMinutes === undefined ? "—" : countedTime(figures.medianMinutes * 60_000),
            figures.overrunMs === 0 ? "—" : countedTime(figures.overrunMs),
          ];
        }),
        minRows: 1,
      },
    ],
  };
}

function severities(card: VendorCard): Section {
  return {
    title: "三、紧急程度构成（仅按医院认定）",
    keepTogether: true,
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "紧急程度", span: 3 },
          { label: "故障数", span: 3 },
          { label: "样本", span: 3 },
          { label: "达标率", span: 3 },
        ],
        rows: card.severities.map(({ severity, incidents, compliance }) => [
          severity === "" ? "未定级" : SEVERITIES[severity].zh,
          String(incidents),
          String(compliance.sample),
          complianceText(compliance),
        ]),
        minRows: 1,
      },
    ],
  };
}

/** The formula, and whatever a number alone would hide. */
function notes({ card }: ScorecardInput): Section {
  const { incidents, imported, paused, pausedMs, recurred, unpromised, overall: figures } = card;
  const { excluded, outcomes, frozen, provisional, evidenceMissing } = figures;
  const share = incidents === 0 ? 0 : Math.round((paused * 1000) / incidents);
  const left = [
    [excluded.notStarted, "未起算"],
    [excluded.ours, "我方义务"],
    [excluded.withdrawn, "重新评定后撤回"],
    [unpromised.contractGap, "合同空窗的故障"],
    [unpromised.perVisit, "按次服务的故障"],
    [unpromised.noClauses, "无条款可考的故障"],
  ].flatMap(([count, what]) => (count === 0 ? [] : [`${what} ${count}`]));
  return {
    title: "四、说明",
    blocks: [
      {
        kind: "notes",
        lines: [
          "达标率 = 达标 ÷（达标 + 超时 + 无法判定）；每条故障的每个条款计一次。无法判定的全按超时为下限，全按达标为上限；三种暂停口径各算一遍，达标率取其最低至最高。没有样本写“无样本”，不算满分。",
          `计时中 ${outcomes.open} 项，不在样本内。不计入：${left.length === 0 ? "无" : left.join("，")}。`,
          `有暂停的故障 ${paused} 条（${percentText(share)}），暂停共 ${countedTime(pausedMs)}。期内复发 ${recurred} 条。`,
          `来自旧台账的故障 ${imported} 条；按冻结认定 ${frozen} 项；预估 ${provisional} 项；停止时缺约定凭证 ${evidenceMissing} 项。`,
        ],
      },
    ],
  };
}

function signed({ hospital, vendor }: ScorecardInput): Section {
  return {
    title: "五、厂商意见与双方签章",
    keepTogether: true,
    blocks: [
      fields({
        kind: "checks",
        label: "厂商意见",
        span: 12,
        options: [
          { label: "认可", checked: false },
          { label: "有异议（理由如下）", checked: false },
        ],
      }),
      { kind: "text", label: "异议理由", text: "", minLines: 3, grows: true },
      {
        kind: "signingPair",
        parties: [
          {
            name: `医院：${hospital.name}`,
            seal: "医院盖章处",
            lines: ["经办人签字：", "科室负责人签字：", `日期：${DATE_BY_HAND}`],
          },
          {
            name: `厂商：${vendor?.name ?? ""}`,
            seal: "厂商盖章处",
            lines: ["代表签字：", "职务：", `日期：${DATE_BY_HAND}`],
          },
        ],
      },
    ],
  };
}

function figuresText({ leastPermille, mostPermille }: Figures): string {
  return rangeText(leastPermille, mostPermille) ?? "无样本";
}

function complianceText({ leastPermille, mostPermille }: Compliance): string {
  return rangeText(leastPermille, mostPermille) ?? "无样本";
}
