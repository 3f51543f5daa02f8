import type { Instant } from "../lib/instants.ts";
import type { Contract, Hospital, Incident, System, Vendor } from "../records/index.ts";
import { SEVERITIES } from "../records/severities.ts";
import { documentTime, TIME_BY_HAND } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { byHand, fields, value, type Block, type Cell, type Paper, type Section } from "./paper.ts";
import { dueText, type PromiseLine } from "./promise-line.ts";

/** All that a fault report says. What is not known is left out, and printed as a box to fill in. */
export interface FaultReportInput {
  readonly incidentId: string;
  readonly incident: Incident;
  readonly hospital: Hospital;
  readonly vendor?: Vendor;
  readonly contract?: Contract;
  readonly system?: System;
  readonly module?: { readonly name: string; readonly softwareVersion?: string };
  /** When we first told the vendor, by any channel. */
  readonly reportedAt?: Instant;
  readonly promises: readonly PromiseLine[];
  readonly sender?: string;
  readonly sentAt?: Instant;
  /** By when the signed reply must be back. */
  readonly replyBy?: Instant;
}

/**
 * F04 服务要求传真 (fault report fax), for one incident. It bears the incident's own number.
 * Names no patient by itself; what people typed is checked by `findPatientIdentifiers` before it goes out.
 * Source: checklist F04 (union of its fields), conventions §2.
 */
export function faultReportFax(input: FaultReportInput): Paper {
  const { incident } = input;
  const code = { kind: "incident", id: input.incidentId, number: incident.number } as const;
  return {
    ...officeHead("F04", input.hospital, code),
    ...(incident.severity === undefined ? {} : { urgency: SEVERITIES[incident.severity].zh }),
    sections: [
      faxHead(input),
      fault(input),
      promised(input.promises),
      ourSignature,
      vendorReply(incident.number, input.hospital.fax),
    ],
  };
}

/** The same form with a number and nothing else, printed for the day the network is down. */
export function blankFaultReport(hospital: Hospital, number: string): Paper {
  const empty: FaultReportInput = {
    incidentId: "",
    incident: { number, title: "" },
    hospital,
    promises: [],
  };
  const sections = [faxHead(empty), fault(empty), ourSignature, vendorReply(number, hospital.fax)];
  return {
    ...officeHead("F04", hospital, { kind: "blank", number }),
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(roomForAPen) })),
  };
}

function faxHead({ vendor, hospital, sender, sentAt, replyBy }: FaultReportInput): Section {
  const backTo = hospital.fax === undefined ? "" : `至传真 ${hospital.fax}`;
  return {
    blocks: [
      fields(value("收件单位", vendor?.name, 7), value("传真号", vendor?.fax, 5)),
      fields(value("发件人", sender, 7), value("发件电话", hospital.phone, 5)),
      fields(value("发件时间", documentTime(sentAt) || TIME_BY_HAND, 7), {
        kind: "pageCount",
        label: "页数",
        span: 5,
      }),
      fields(value("回传要求", `请于 ${documentTime(replyBy) || TIME_BY_HAND} 前签字盖章回传${backTo}`, 12)),
    ],
  };
}

function fault(input: FaultReportInput): Section {
  const { incident, contract, system, module } = input;
  return {
    title: "故障情况与服务要求",
    blocks: [
      fields(value("合同编号", contract?.number, 7), value("服务编号", system?.serviceNumber, 5)),
      fields(value("系统名称", system?.name, 7), value("模块", module?.name, 5)),
      fields(
        value("软件版本", module?.softwareVersion ?? system?.softwareVersion, 7),
        value("科室", incident.department, 5),
      ),
      fields(
        value("发现时间", documentTime(incident.occurredAt) || TIME_BY_HAND, 7),
        value("地点", incident.place, 5),
      ),
      fields(
        value("报修时间", documentTime(input.reportedAt) || TIME_BY_HAND, 7),
        value("报告人", incident.reporter, 5),
      ),
      fields(urgency(incident), value("联系电话", incident.phone, 5)),
      fields(wantedService(incident.wantedService)),
      fields(value("影响范围", incident.scope, 12)),
      { kind: "text", label: "故障现象", text: phenomenon(incident), minLines: 3, grows: true },
      { kind: "text", label: "初步原因", text: incident.cause ?? "", minLines: 2 },
    ],
  };
}

function phenomenon({ title, description }: Incident): string {
  if (description === undefined || description.trim() === "") return title;
  return description.startsWith(title) ? description : `${title}\n${description}`;
}

function urgency(incident: Incident): Cell {
  const options = Object.entries(SEVERITIES).map(([key, { zh }]) => ({
    label: zh,
    checked: incident.severity === key,
  }));
  return { kind: "checks", label: "紧急程度", span: 7, options };
}

const WAYS = ["现场服务", "远程服务", "电话咨询"] as const;

/** What was asked for in words is ticked where the form has a box for it, else written behind 其他. */
function wantedService(wanted: string | undefined): Cell {
  const asked = wanted?.trim() ?? "";
  const options = WAYS.map((label) => ({
    label,
    checked: asked.includes(label.slice(0, 2)) || (label === "电话咨询" && asked.includes("咨询")),
  }));
  const other = asked !== "" && options.every(({ checked }) => !checked);
  return {
    kind: "checks",
    label: "服务方式",
    span: 12,
    options: [...options, { label: `其他：${other ? asked : ""}`, checked: other }],
  };
}

function promised(promises: readonly PromiseLine[]): Section {
  return {
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "合同约定", span: 4 },
          { label: "时限", span: 3.5 },
          { label: "到期时间（北京时间）", span: 4.5 },
        ],
        rows: promises.map((line) => [line.clause, line.agreed, dueText(line)]),
        minRows: 1,
      },
    ],
  };
}

const ourSignature: Section = {
  keepTogether: true,
  blocks: [
    {
      kind: "signing",
      lines: ["报告人签字", "科室负责人签字", "日期　　　　　　年　　　月　　　日"],
      seal: "报修单位盖章处",
    },
  ],
};

function vendorReply(number: string, fax: string | undefined): Section {
  return {
    title: "厂商回执（请填写后签字盖章回传）",
    keepTogether: true,
    blocks: [
      { kind: "notes", lines: [`贵院编号 ${number} 的服务要求传真已收到，现回复如下：`] },
      fields(byHand("受理人", 6), byHand("联系电话", 6)),
      fields(byHand("受理时间", 12, TIME_BY_HAND)),
      fields(byHand("预计到场", 12, TIME_BY_HAND)),
      { kind: "text", label: "处理意见", text: "", minLines: 5, grows: true },
      {
        kind: "signing",
        lines: ["受理人签字", "厂商负责人签字", "日期　　　　　　年　　　月　　　日"],
        seal: "厂商盖章处",
      },
      {
        kind: "notes",
        lines: [
          `注：1. 本页填写后请回传${fax === undefined ? "" : `至传真 ${fax}`}，原件由我院存档。`,
          "　　2. 服务时限按合同约定起算，以双方记录为准；请勿填写患者个人信息。",
        ],
      },
    ],
  };
}

function roomForAPen(block: Block): Block {
  if (block.kind !== "fields") return block;
  return {
    ...block,
    cells: block.cells.map((cell) => (cell.kind === "value" ? { ...cell, byHand: true } : cell)),
  };
}
