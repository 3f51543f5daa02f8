import { defineRecord } from "../lib/define-record.ts";
import { choice, flag, instantField, longText, reference, text } from "../lib/fields.ts";
import { CHANNELS } from "./channels.ts";
import { EVENT_KINDS } from "./event-kinds.ts";

/** One line of an incident's timeline, only ever added. `at` is when it happened, `recordedAt` when we wrote it down. */
export const incidentEvent = defineRecord({
  type: "incidentEvent",
  version: 1,
  label: { zh: "故障经过", en: "Incident event" },
  title: "kind",
  indexes: ["incidentId"],
  parent: "incidentId",
  appendOnly: true,
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
  },
});
