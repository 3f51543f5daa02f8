import { defineTexts } from "../../../ui/i18n.ts";

export const recurrenceTexts = defineTexts("incidentRecurrences", {
  sameCauseEarlier: {
    zh: "同一系统同一原因 {{days}} 天内再次发生：前次故障 {{number}} {{title}} 视为未解决",
    en: "Same system, same cause, again within {{days}} days: the earlier {{number}} {{title}} counts as not solved",
  },
  linkedEarlier: {
    zh: "{{days}} 天内再次发生（已关联）：前次故障 {{number}} {{title}} 视为未解决",
    en: "Again within {{days}} days (linked): the earlier {{number}} {{title}} counts as not solved",
  },
  sameCauseLater: {
    zh: "同一系统同一原因 {{days}} 天内再次发生：本故障视为未解决，后次故障 {{number}} {{title}}",
    en: "Same system, same cause, again within {{days}} days as {{number}} {{title}}: this one counts as not solved",
  },
  linkedLater: {
    zh: "{{days}} 天内再次发生（已关联）：本故障视为未解决，后次故障 {{number}} {{title}}",
    en: "Again within {{days}} days (linked) as {{number}} {{title}}: this one counts as not solved",
  },
  held: { zh: "报解决后 {{held}}复发。", en: "Back {{held}} after it was said to be solved. " },
  runsOn: {
    zh: "“{{clause}}”从复发报修起接着计（中间正常的时间不算）：",
    en: "“{{clause}}” runs on from the new report, without the time it held: ",
  },
  nothingPromisedEarlier: { zh: "前次没有解决时限条款。", en: "No time for a solution was promised then." },
  nothingPromisedLater: { zh: "本故障没有解决时限条款。", en: "No time for a solution was promised here." },
  openEarlier: { zh: "查看前次", en: "Open the earlier one" },
  openLater: { zh: "查看后次", en: "Open the later one" },
  link: { zh: "关联前次故障", en: "Link the earlier one" },
  linked: { zh: "已关联前次故障。", en: "Earlier incident linked." },
});
