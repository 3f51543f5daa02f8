import { defineTexts } from "../../../ui/i18n.ts";

export const recurrenceTexts = defineTexts("incidentRecurrences", {
  sameCause: {
    zh: "{{number}} 视为未解决：同一处、同一原因，报解决后 {{held}}复发",
    en: "{{number}} counts as not solved: same place, same cause, back after {{held}}",
  },
  linked: {
    zh: "{{number}} 视为未解决：本次登记为它的延续，报解决后 {{held}}复发",
    en: "{{number}} counts as not solved: this one continues it, back after {{held}}",
  },
  runsOn: {
    zh: "“{{clause}}”从复发报修起接着计（中间正常的时间不算）：",
    en: "“{{clause}}” runs on from the new report, without the time it held: ",
  },
  nothingPromised: { zh: "前次没有解决时限条款。", en: "No time for a solution was promised then." },
  open: { zh: "查看前次", en: "Open it" },
});
