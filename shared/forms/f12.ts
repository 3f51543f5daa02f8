import { formatWall } from "../lib/instants.ts";
import { CHANNELS } from "../records/channels.ts";
import type { Contract, Hospital, Incident, IncidentEvent, System, Vendor } from "../records/index.ts";
import { isLateEntry } from "../rules/incidents/late-entry.ts";
import { DATE_BY_HAND, documentTime, TIME_BY_HAND } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { byHand, fields, saidOf, value, type Paper, type Section } from "./paper.ts";
import { dueText, type PromiseLine } from "./promise-line.ts";

export interface PlanConfirmationInput {
  readonly incidentId: string;
  readonly incident: Incident;
  readonly hospital: Hospital;
  readonly vendor?: Vendor;
  readonly contract?: Contract;
  readonly system?: System;
  readonly module?: { readonly name: string };
  readonly events: readonly IncidentEvent[];
  readonly promises: readonly PromiseLine[];
}

/**
 * F12 解决方案确认书: our written confirmation of the vendor's plan, without which nobody sets out. Bears the incident's
 * number, and says which clauses run from it. Source: checklist F12, T02; clocks R2.
 */
export function planConfirmation(input: PlanConfirmationInput): Paper {
  const { incident } = input;
  const inOrder = [...input.events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const plans = inOrder.filter(({ kind }) => kind === "planSubmitted");
  // Each revised plan is confirmed anew: the last is what holds now, the first is what started the clock.
  const confirmed = inOrder.findLast(({ kind }) => kind === "planConfirmed");
  return {
    ...officeHead("F12", input.hospital, { kind: "incident", id: input.incidentId, number: incident.number }),
    sections: [
      addressed(input),
      plan(plans),
      confirmation(incident, confirmed),
      startsClock(input.promises),
      signatures(input),
    ],
  };
}

function addressed({ incident, vendor, contract, system, module }: PlanConfirmationInput): Section {
  return {
    blocks: [
      fields(value("致", vendor?.name, 7), value("传真号", vendor?.fax, 5)),
      fields(value("合同编号", contract?.number, 7), { kind: "pageCount", label: "页数", span: 5 }),
      fields(value("系统模块", [system?.name, module?.name].filter(Boolean).join(" / "), 12)),
      fields(value("故障", incident.title, 12)),
    ],
  };
}

function plan(plans: readonly IncidentEvent[]): Section {
  return {
    title: "一、厂商提交的解决方案",
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "提交时间", span: 3 },
          { label: "提交人", span: 3 },
          { label: "方式", span: 2 },
          { label: "凭证", span: 4 },
        ],
        rows: plans.map((event) => [
          `${formatWall(event.at)}${isLateEntry(event) ? `\n补录于 ${formatWall(event.recordedAt)}` : ""}`,
          event.by ?? "",
          saidOf(CHANNELS, event.channel),
          event.proof ?? "",
        ]),
        minRows: 1,
      },
      { kind: "text", label: "方案内容", text: plans.at(-1)?.note ?? "", minLines: 3 },
    ],
  };
}

function confirmation(incident: Incident, confirmed: IncidentEvent | undefined): Section {
  const wanted = incident.wantedService ?? "";
  const late =
    confirmed !== undefined && isLateEntry(confirmed) ? `（补录于 ${formatWall(confirmed.recordedAt)}）` : "";
  return {
    title: "二、我方书面确认",
    blocks: [
      fields(
        {
          kind: "checks",
          label: "确认意见",
          span: 7,
          options: [
            { label: "同意实施", checked: confirmed !== undefined },
            { label: "修改后再报", checked: false },
          ],
        },
        {
          kind: "checks",
          label: "服务方式",
          span: 5,
          options: [
            { label: "现场", checked: wanted.includes("现场") },
            { label: "远程", checked: wanted.includes("远程") },
          ],
        },
      ),
      fields(
        value("确认时间", confirmed === undefined ? TIME_BY_HAND : `${documentTime(confirmed.at)}${late}`, 7),
        value("确认人", confirmed?.by, 5),
      ),
      { kind: "text", label: "确认事项", text: confirmed?.note ?? "", minLines: 2, grows: true },
      fields(byHand("停机窗口", 7), byHand("现场陪同", 5)),
    ],
  };
}

function startsClock(promises: readonly PromiseLine[]): Section {
  const started = promises.filter(({ startEvent }) => startEvent === "planConfirmed");
  const title = "三、自我方书面确认起算的时限";
  if (started.length === 0)
    return {
      title,
      blocks: [{ kind: "notes", lines: ["合同未登记以我方确认为起算的条款；其他时限照常计时。"] }],
    };
  return {
    title,
    keepTogether: true,
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "合同约定", span: 4 },
          { label: "时限", span: 3.5 },
          { label: "到期时间（北京时间）", span: 4.5 },
        ],
        rows: started.map((line) => [line.clause, line.agreed, dueText(line)]),
        minRows: 1,
      },
    ],
  };
}

function signatures({ hospital, vendor }: PlanConfirmationInput): Section {
  const backTo = hospital.fax === undefined ? "" : `至传真 ${hospital.fax}`;
  return {
    keepTogether: true,
    blocks: [
      { kind: "text", label: "签收意见", text: "", minLines: 1, grows: true },
      {
        kind: "signingPair",
        parties: [
          {
            name: `确认方：${hospital.name}`,
            seal: "医院盖章处",
            lines: ["确认人签字：", `日期：${DATE_BY_HAND}`],
          },
          {
            name: `签收方：${vendor?.name ?? ""}`,
            seal: "厂商盖章处",
            lines: ["签收人签字：", `日期：${DATE_BY_HAND}`],
          },
        ],
      },
      { kind: "notes", lines: [`注：厂商收到后请签收并回传${backTo}；未经我方书面确认，请勿派人上门。`] },
    ],
  };
}
