import { defineRecord } from "../lib/define-record.ts";
import { choice, flag, instantField, integer, longText, reference, text } from "../lib/fields.ts";
import { CHANNELS } from "./channels.ts";
import { EVENT_KINDS } from "./event-kinds.ts";
import { AGREEMENTS, PARTIES, PAUSE_REASONS } from "./pause-terms.ts";
import { SEVERITIES } from "./severities.ts";

/**
 * One line of an incident's timeline, only ever added. `at` is when it happened, `recordedAt` when we wrote it down.
 *
 * - `again`: this step had been recorded before, and whoever wrote this knew it. Two first accounts without it
 *   come from desks that did not know of each other and are contested until `adjudicated`.
 * - `adjudicated`: the office holds that `aboutKind` happened at `aboutAt`.
 * - `paused`: reason, asked by, agreement, cap; `pauseAgreed` and `resumed` name the pause that began at `aboutAt`.
 * - `severityChanged`: `severity` holds from `at` on.
 * - `clockOffsetMs`: how far the clock that wrote `recordedAt` was ahead of the service's, where that was known (clocks R14).
 */
export const incidentEvent = defineRecord({
  type: "incidentEvent",
  version: 2,
  label: { zh: "故障经过", en: "Incident event" },
  title: "kind",
  indexes: ["incidentId"],
  parent: "incidentId",
  appendOnly: true,
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident", { required: true }),
    kind: choice({ zh: "事件", en: "Event" }, EVENT_KINDS, { required: true }),
    at: instantField({ zh: "时间", en: "At" }, { required: true }),
    recordedAt: instantField({ zh: "记录时间", en: "Recorded" }, { required: true }),
    dateOnly: flag({ zh: "仅知日期", en: "Date only" }),
    by: text({ zh: "经手人", en: "By" }),
    channel: choice({ zh: "方式", en: "Channel" }, CHANNELS),
    proof: text({ zh: "凭证", en: "Proof" }),
    note: longText({ zh: "说明", en: "Note" }),
    again: flag({ zh: "再次", en: "Once more" }),
    aboutKind: choice({ zh: "所指事件", en: "About" }, EVENT_KINDS),
    aboutAt: instantField({ zh: "所指时间", en: "About the time" }),
    pauseReason: choice({ zh: "暂停原因", en: "Reason for the pause" }, PAUSE_REASONS),
    askedBy: choice({ zh: "提出方", en: "Asked by" }, PARTIES),
    agreement: choice({ zh: "认定", en: "Agreement" }, AGREEMENTS),
    agreedBy: text({ zh: "认可人", en: "Agreed by" }),
    capAt: instantField({ zh: "最迟恢复", en: "Not beyond" }),
    severity: choice({ zh: "紧急程度", en: "Severity" }, SEVERITIES),
    clockOffsetMs: integer({ zh: "本机时钟偏差（毫秒）", en: "This clock ahead of the service (ms)" }),
  },
});
