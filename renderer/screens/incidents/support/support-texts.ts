import { defineTexts } from "../../../ui/i18n.ts";

export const supportTexts = defineTexts("incidentSupport", {
  leftEarly: {
    zh: "{{who}}于 {{at}} 离场时故障未解决；合同约定“{{clause}}”，未解决不撤离。",
    en: "{{who}} left at {{at}} before the fault was solved; “{{clause}}” says that they stay.",
  },
  somebody: { zh: "厂商人员", en: "The vendor's staff" },
  leftNext: {
    zh: "已作为违反现场服务约定留在经过里；请让厂商说明，或登记返回时间。",
    en: "It stands on the timeline. Ask the vendor to explain, or record the return.",
  },
  ladder: { zh: "支持层级", en: "Support tiers" },
  now: { zh: "现由", en: "Now with" },
  next: { zh: "可升级到", en: "Next" },
  top: { zh: "已是最高一级", en: "This is the top" },
  escalate: { zh: "升级", en: "Escalate" },
});
