import { CHANNELS } from "../records/channels.ts";
import { EVENT_KINDS } from "../records/event-kinds.ts";
import { fax as faxDefinition } from "../records/fax.ts";
import type { Fax, Hospital, Incident, IncidentEvent, System, Vendor } from "../records/index.ts";
import { SEVERITIES } from "../records/severities.ts";
import { formatWall } from "../lib/instants.ts";
import { isLateEntry } from "../rules/incidents/late-entry.ts";
import { documentTime } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { fields, value, type Paper, type Section } from "./paper.ts";
import { dueText, type PromiseLine } from "./promise-line.ts";

export interface TrackingCardInput {
  readonly incidentId: string;
  readonly incident: Incident;
  readonly hospital: Hospital;
  readonly vendor?: Vendor;
  readonly system?: System;
  readonly module?: { readonly name: string };
  readonly events: readonly IncidentEvent[];
  readonly faxes: readonly Fax[];
  readonly promises: readonly PromiseLine[];
}

/**
 * F05 服务跟踪卡: one card an incident, with every hand-off, who, when, by what channel, and what was promised then.
 * What was written down later than it happened says so (补录). Source: checklist F05.
 */
export function trackingCard(input: TrackingCardInput): Paper {
  const { incident } = input;
  const code = { kind: "incident", id: input.incidentId, number: incident.number } as const;
  return {
    ...officeHead("F05", input.hospital, code),
    ...(incident.severity === undefined ? {} : { urgency: SEVERITIES[incident.severity].zh }),
    sections: [about(input), handOffs(input), result(incident)],
  };
}

function about({ incident, vendor, system, module }: TrackingCardInput): Section {
  const severity = incident.severity === undefined ? undefined : SEVERITIES[incident.severity].zh;
  const description = incident.description?.trim();
  return {
    title: "一、事件登记",
    blocks: [
      fields(
        value("系统模块", [system?.name, module?.name].filter(Boolean).join(" / "), 7),
        value("优先级", severity, 5),
      ),
      fields(value("厂商", vendor?.name, 7), value("分类", incident.category, 5)),
      fields(
        value("报告人", incident.reporter, 7),
        value("科室", [incident.department, incident.place].filter(Boolean).join(" "), 5),
      ),
      fields(value("发现时间", documentTime(incident.occurredAt), 7), value("联系电话", incident.phone, 5)),
      {
        kind: "text",
        label: "事件内容",
        text: [incident.title, description].filter(Boolean).join("\n"),
        minLines: 2,
      },
    ],
  };
}

interface HandOff {
  readonly at: string;
  readonly row: readonly string[];
}

function handOffs({ incident: { number }, events, faxes, promises }: TrackingCardInput): Section {
  const told = new Set<string>();
  const inOrder = [...events].sort((a, b) => compare(a.at, b.at));
  const lines: HandOff[] = inOrder.map((event) => {
    // A clock starts once: its promise stands beside the first event that starts it.
    const first = !told.has(event.kind);
    told.add(event.kind);
    const started = first ? promises.filter((line) => line.startEvent === event.kind) : [];
    return {
      at: event.at,
      row: [
        event.dateOnly === true ? formatWall(event.at).slice(0, 10) : formatWall(event.at),
        event.by ?? "",
        event.channel === undefined ? "" : CHANNELS[event.channel].zh,
        EVENT_KINDS[event.kind].zh,
        started.map((line) => `${line.clause}\n${dueText(line, "ledger")}`).join("\n"),
        notes(event.note, event.proof && `凭证 ${event.proof}`, backfilled(event)),
      ],
    };
  });
  const rows = [...lines, ...faxes.map((fax) => faxLine(fax, number))].sort((a, b) => compare(a.at, b.at));
  return {
    title: "二、处理过程（每次交接一行）",
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "时间", span: 1.9 },
          { label: "经手人", span: 1.6 },
          { label: "方式", span: 1.2 },
          { label: "事项", span: 1.5 },
          { label: "承诺与到期", span: 2.8 },
          { label: "说明", span: 3 },
        ],
        rows: rows.map(({ row }) => row),
        minRows: 8,
      },
    ],
  };
}

/** The card's own number is in its head; another one is said. */
function faxLine(fax: Fax, number: string): HandOff {
  const paper = fax.paperNumber === number ? fax.form : `${fax.form} ${fax.paperNumber}`;
  const what = faxDefinition.fields.kind.choices?.[fax.kind]?.zh ?? fax.kind;
  const to = [fax.sentTo, fax.faxNumber].filter(Boolean).join(" ");
  return {
    at: fax.at,
    row: [
      formatWall(fax.at),
      fax.by ?? fax.confirmedBy ?? "",
      CHANNELS.fax.zh,
      what,
      fax.startsClock === true ? "自此起算" : "",
      notes(
        `${paper}${fax.pages === undefined ? "" : ` 共${fax.pages}页`}`,
        to && `至 ${to}`,
        fax.confirmedBy && `确认人 ${fax.confirmedBy}`,
        fax.note,
        backfilled(fax),
      ),
    ],
  };
}

/** Honest back-entry is legal and common; inspectors look for whether it is marked (clocks R13). */
function backfilled(line: { readonly at: string; readonly recordedAt: string }): string {
  return isLateEntry(line) ? `补录于 ${formatWall(line.recordedAt)}` : "";
}

function notes(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("；");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function result(incident: Incident): Section {
  return {
    title: "三、处理结果与确认",
    keepTogether: true,
    blocks: [
      { kind: "text", label: "原因分析", text: incident.cause ?? "", minLines: 2 },
      { kind: "text", label: "处理结果", text: incident.solution ?? "", minLines: 3, grows: true },
      fields({
        kind: "checks",
        label: "服务评价",
        span: 12,
        options: ["满意", "基本满意", "不满意"].map((label) => ({ label, checked: false })),
      }),
      {
        kind: "signing",
        lines: ["报告人", "处理人", "科室负责人", "厂商代表", "日期　　　　　　年　　　月　　　日"],
        seal: "厂商盖章处",
      },
    ],
  };
}
