import { isLateEntry } from "../rules/incidents/late-entry.ts";
import { formatWall, type Instant } from "../lib/instants.ts";
import type {
  Breach,
  Contract,
  Hospital,
  Incident,
  RecordData,
  System,
  Vendor,
  Verdict,
} from "../records/index.ts";
import { SEVERITIES } from "../records/severities.ts";
import { CHANNELS } from "../records/channels.ts";
import { EVENT_KINDS } from "../records/event-kinds.ts";
import { pauseLedger, readings, stretches } from "./breach-tables.ts";
import { countedTime, DATE_BY_HAND, documentDate, documentTime } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { fields, saidOf, value, type Paper, type Section } from "./paper.ts";
import { readVerdictDetail, type CountedStep, type ReadDetail } from "./verdict-detail.ts";

/** All that a breach sheet says. What is not known is left out, and printed as a box to fill in. */
export interface BreachSheetInput {
  readonly breachId: string;
  readonly breach: Breach;
  /** Frozen: the sheet states what was held when it was issued, whatever the clocks say today. */
  readonly verdict: Verdict;
  readonly incident: Incident;
  readonly hospital: Hospital;
  readonly contract?: Contract;
  readonly vendor?: Vendor;
  readonly system?: System;
  readonly module?: { readonly name: string };
  /** Where in the contract the clause stands. */
  readonly clausePage?: string;
  readonly attachments: readonly RecordData<"attachment">[];
}

/**
 * WY01 《违约认定单》: one clause, how its clock came to be over, what proves it, and room for both sides to sign.
 * Source: beyond.md items 1–3, clocks R10, R13, conventions §2.
 */
export function breachSheet(input: BreachSheetInput): Paper {
  const { breach, hospital, verdict } = input;
  const detail = readVerdictDetail(verdict.detail);
  return {
    ...officeHead("WY01", hospital, { kind: "breach", id: input.breachId, number: breach.number }),
    ...(breach.withdrawnDate === undefined ? {} : { urgency: "已撤回" }),
    sections: [
      addressed(input),
      promise(input, detail),
      startAndStop(verdict, detail),
      stretches(verdict, detail),
      pauseLedger(detail),
      readings(verdict, detail),
      // What was added later, such as the signed sheet itself, is not what it was issued upon.
      evidence(input.attachments.filter(({ addedAt }) => addedAt <= breach.issuedAt)),
      finding(breach),
      reply(input),
    ],
  };
}

function addressed({ breach, contract, incident, vendor, system, module }: BreachSheetInput): Section {
  const severity = incident.severity === undefined ? undefined : SEVERITIES[incident.severity].zh;
  return {
    blocks: [
      fields(value("致", vendor?.name, 7), value("传真号", vendor?.fax, 5)),
      fields(value("合同编号", contract?.number, 7), { kind: "pageCount", label: "页数", span: 5 }),
      fields(value("合同名称", contract?.title, 12)),
      fields(value("故障编号", incident.number, 7), value("紧急程度", severity, 5)),
      fields(value("系统模块", [system?.name, module?.name].filter(Boolean).join(" / "), 12)),
      fields(value("故障", incident.title, 12)),
      fields(value("出具时间", documentTime(breach.issuedAt), 7), value("出具人", breach.issuedBy, 5)),
    ],
  };
}

function promise({ verdict, clausePage }: BreachSheetInput, detail: ReadDetail): Section {
  return {
    title: "一、合同约定",
    blocks: [
      fields(value("条款号", verdict.clauseNumber, 7), value("页码", clausePage, 5)),
      fields(value("条款名称", verdict.clauseName, 7), value("时限", detail.targetText, 5)),
      { kind: "text", label: "条款原文", text: verdict.wording ?? "", minLines: 2 },
    ],
  };
}

function startAndStop(verdict: Verdict, detail: ReadDetail): Section {
  const { start, stop } = detail;
  const provisional = verdict.provisional ? "（预估：所跨年份的放假安排尚未公布）" : "";
  return {
    title: "二、起算与停止",
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "事项", span: 2 },
          { label: "时间", span: 1.9 },
          { label: "经手人", span: 1.9 },
          { label: "方式", span: 1.4 },
          { label: "登记时间", span: 1.9 },
          { label: "凭证", span: 2.9 },
        ],
        rows: [
          stepRow("起算", verdict.startAt, start),
          stepRow("停止", verdict.stopAt, stop, "出具本单时尚未停止"),
        ],
        minRows: 2,
      },
      fields(value("应完成", `${documentTime(verdict.dueAt)}${provisional}`, 12)),
      fields(
        value("已计时", countedTime(verdict.elapsedMs), 7),
        value("超时", countedTime(verdict.overrunMs), 5),
      ),
    ],
  };
}

/** Who saw it, who wrote it down and when: the vendor's first question. Without detail, the verdict's own time. */
function stepRow(
  name: string,
  at: Instant | undefined,
  step: CountedStep | null | undefined,
  missing = "",
): readonly string[] {
  if (step === null || step === undefined)
    return at === undefined ? [name, "", "", "", "", missing] : [name, formatWall(at)];
  const { recordedAt, by, channel, proof } = step;
  const isLate = recordedAt !== undefined && isLateEntry({ at: step.at, recordedAt });
  return [
    `${name}：${saidOf(EVENT_KINDS, step.kind)}`,
    formatWall(step.at),
    by ?? "",
    saidOf(CHANNELS, channel),
    recordedAt === undefined ? "" : `${formatWall(recordedAt)}${isLate ? "\n补录" : ""}`,
    proof ?? "",
  ];
}

/** The hash in full, in fours of sixteen: the first is enough to compare by eye, the whole to check by machine. */
function evidence(attachments: BreachSheetInput["attachments"]): Section {
  return {
    title: "六、附件（SHA-256 校验值）",
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "序号", span: 1 },
          { label: "文件名与校验值", span: 11 },
        ],
        rows:
          attachments.length === 0
            ? [["", "无附件"]]
            : attachments.map(({ fileName, sha256 }, index) => [
                String(index + 1),
                `${fileName}（前16位 ${sha256.slice(0, 16)}）\n${sha256}`,
              ]),
        minRows: 1,
      },
    ],
  };
}

function finding(breach: Breach): Section {
  return {
    title: "七、我方认定",
    blocks: [{ kind: "text", label: "事实说明", text: breach.finding ?? "", minLines: 3, grows: true }],
  };
}

function reply({ breach, hospital, vendor }: BreachSheetInput): Section {
  const objected = breach.objectedDate !== undefined || (breach.objection ?? "") !== "";
  const signed = breach.signedDate !== undefined && !objected;
  return {
    title: "八、厂商意见与双方签章",
    keepTogether: true,
    blocks: [
      fields({
        kind: "checks",
        label: "厂商意见",
        span: 12,
        options: [
          { label: "认可", checked: signed },
          { label: "有异议（理由如下）", checked: objected },
        ],
      }),
      { kind: "text", label: "异议理由", text: breach.objection ?? "", minLines: 3, grows: true },
      fields(value("异议期限", `如有异议，请于 ${documentDate(breach.objectBy)}（含当日）前书面提出。`, 12)),
      fields(value("送达日期", documentDate(breach.sentDate) || DATE_BY_HAND, 12)),
      ...(breach.settlement === undefined ? [] : [fields(value("异议处理", breach.settlement, 12))]),
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
            lines: [
              `代表签字：${breach.signedBy ?? ""}`,
              "职务：",
              `日期：${documentDate(breach.signedDate) || DATE_BY_HAND}`,
            ],
          },
        ],
      },
    ],
  };
}
