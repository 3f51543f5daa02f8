import { defineRecord } from "../lib/define-record.ts";
import { choice, flag, instantField, integer, longText, reference, text } from "../lib/fields.ts";
import { VERDICTS } from "./verdicts.ts";

/**
 * A clause's clock as it stood when the case was closed, frozen with the wording and the digests of what it was
 * counted with (clocks R10). A re-evaluation adds a second one; none is ever changed. Milliseconds counted.
 */
export const verdict = defineRecord({
  type: "verdict",
  version: 1,
  label: { zh: "认定结果", en: "Verdict" },
  title: "clauseName",
  indexes: ["incidentId"],
  parent: "incidentId",
  appendOnly: true,
  fields: {
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident", { required: true }),
    clauseId: reference({ zh: "条款", en: "Clause" }, "clause", { required: true }),
    clauseName: text({ zh: "条款名称", en: "Clause name" }, { required: true }),
    clauseNumber: text({ zh: "条款号", en: "Clause number" }),
    wording: longText({ zh: "条款原文", en: "Wording" }),
    frozenAt: instantField({ zh: "冻结时间", en: "Frozen" }, { required: true }),
    cause: choice(
      { zh: "缘由", en: "Why" },
      {
        closed: { zh: "关闭时冻结", en: "Closed" },
        breach: { zh: "出具违约认定单", en: "Breach sheet" },
        reEvaluated: { zh: "重新评定", en: "Re-evaluated" },
      },
      { required: true },
    ),
    reason: longText({ zh: "理由", en: "Reason" }),
    by: text({ zh: "经手人", en: "By" }),
    startAt: instantField({ zh: "起算时间", en: "Started" }),
    stopAt: instantField({ zh: "停止时间", en: "Stopped" }),
    dueAt: instantField({ zh: "应完成时间", en: "Due" }),
    verdict: choice({ zh: "结论", en: "Result" }, VERDICTS, { required: true }),
    verdictBoth: choice({ zh: "按双方认定", en: "As both agree" }, VERDICTS, { required: true }),
    verdictHospital: choice({ zh: "仅按医院认定", en: "As the hospital holds" }, VERDICTS, {
      required: true,
    }),
    verdictAll: choice({ zh: "全部扣除暂停", en: "All pauses deducted" }, VERDICTS, { required: true }),
    elapsedMs: integer({ zh: "计时（毫秒）", en: "Counted (ms)" }, { required: true }),
    overrunMs: integer({ zh: "超时（毫秒）", en: "Overrun (ms)" }, { required: true }),
    provisional: flag({ zh: "预估", en: "Provisional" }, { required: true }),
    clauseDigest: text({ zh: "条款摘要", en: "Digest of the clause" }, { required: true }),
    calendarDigest: text({ zh: "日历摘要", en: "Digest of the calendar" }, { required: true }),
    eventsDigest: text({ zh: "经过摘要", en: "Digest of the timeline" }, { required: true }),
    detail: longText({ zh: "计时明细", en: "Counted stretches" }),
  },
});
