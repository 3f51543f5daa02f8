import type { ClauseTerms, ContractTemplate } from "../template.ts";

/**
 * S1 《复杂项目服务方案及服务承诺》: three years of free operation and maintenance from the signed final acceptance.
 * It promises replacement within one day in 1.1 and within seven in 1.6.2; both stand until somebody rules.
 */

const SEVERE = "系统严重故障或部分重要服务不正常时，";
const severe = { coverage: "always", severities: ["critical", "urgent"] } satisfies Partial<ClauseTerms>;

const REPLACEMENT = {
  metric: "replacement",
  startEvent: "reported",
  stopEvent: "replaced",
  unit: "calendarDay",
  coverage: "always",
} as const satisfies Partial<ClauseTerms>;

export const S1_TEMPLATE: ContractTemplate = {
  key: "s1-free-operation",
  name: { zh: "三年免费运维（集成项目）", en: "Three years of free operation (integration project)" },
  source: "S1 《复杂项目服务方案及服务承诺》1.1、1.3、1.4、1.5、1.6",
  termMonths: 36,
  contract: {
    kind: "free",
    feeRule: "free",
    exclusions: [{ cause: "humanDamage", payer: "hospital", clauseNumber: "1.1" }],
    note: "三年自双方代表在最终验收单上签字之日起算（1.6.2）；没有列出的费用一律免费（1.1），收到账单先对此条。软硬件产品使用期不少于 3 年，换用品须同等或更优，并与原有同类产品兼容（1.1）。",
  },
  ceilings: [
    { item: "系统软件和网络功能扩充所需的软件、模块、部件（不高于投标价格和折扣）", clauseNumber: "1.5.2" },
  ],
  clauses: [
    {
      name: "严重故障响应 1 小时",
      number: "1.1、1.6.2",
      metric: "response",
      startEvent: "reported",
      stopEvent: "acknowledged",
      target: 1,
      unit: "hour",
      ...severe,
      wording: `${SEVERE}7×24×365 受理，1 小时内响应。`,
    },
    {
      name: "严重故障到场 2 小时",
      number: "1.1、1.6.2",
      metric: "arrival",
      startEvent: "reported",
      stopEvent: "arrived",
      target: 2,
      unit: "hour",
      ...severe,
      evidence: "badge",
      staysUntilSolved: true,
      wording: `${SEVERE}2 小时内到达现场；故障没有解决，技术人员不撤离（1.4.4）。`,
    },
    {
      name: "严重故障解决 5 小时",
      number: "1.1、1.6.2",
      metric: "resolution",
      startEvent: "reported",
      stopEvent: "resolved",
      target: 5,
      unit: "hour",
      ...severe,
      evidence: "signature",
      staysUntilSolved: true,
      wording: `${SEVERE}5 小时内解决；当场修不好的，提供备品、备件和备机。`,
    },
    {
      name: "其他故障响应 24 小时（质量目标）",
      number: "1.3.6",
      metric: "response",
      startEvent: "reported",
      stopEvent: "acknowledged",
      target: 24,
      unit: "hour",
      coverage: "always",
      severities: ["normal", "low"],
      wording: "厂商的质量目标：服务响应不超过 24 小时。严重故障另有 1 小时的承诺。",
    },
    {
      ...REPLACEMENT,
      name: "换货 1 日",
      number: "1.1",
      target: 1,
      wording:
        "非人为损坏的，1 日内免费把更换的货物送到现场。同一文件 1.6.2 写的是七日。原文只写“日”，没有写自然日还是 24 小时；按自然日计，开始当日不算。",
    },
    {
      ...REPLACEMENT,
      name: "换货 7 日",
      number: "1.6.2",
      target: 7,
      wording:
        "非人为损坏的，七日内免费把更换的货物送到现场。同一文件 1.1 写的是 1 日。原文只写“日”，没有写自然日还是工作日；按自然日计，开始当日不算。",
    },
  ],
  suggestedClauses: [],
  entitlements: [
    {
      name: "三年免费运行维护",
      kind: "freeMaintenance",
      period: "term",
      startsFrom: "acceptance",
      months: 36,
      clauseNumber: "1.1、1.6.2",
      wording: "软硬件免费运行维护和技术支持三年，自双方在最终验收单上签字之日起。",
    },
    {
      name: "质保期内免费升级",
      kind: "freeUpgrade",
      period: "term",
      startsFrom: "acceptance",
      months: 36,
      clauseNumber: "1.1、1.6.1",
      wording: "质保期内相关软件免费升级：厂商跟踪、测试，与我方判断是否需要，再给方案并协助升级。",
    },
    {
      name: "季度巡检",
      kind: "scheduledVisit",
      granted: 1,
      period: "quarter",
      startsFrom: "term",
      clauseNumber: "1.1",
      wording: "每季度巡检一次，不另收费。",
    },
    {
      name: "备品、备件和备机",
      kind: "other",
      period: "term",
      startsFrom: "term",
      clauseNumber: "1.1、1.6.2",
      wording: "当场修不好的，免费提供备品、备件、备机；个别服务不正常的，现场更换备件。",
    },
    {
      name: "电话支持（工作时间）",
      kind: "remoteAdvice",
      period: "term",
      startsFrom: "term",
      clauseNumber: "1.4.1",
      wording: "电话服务台：周一至周五 8:30–17:00，法定节假日除外。",
    },
    {
      name: "手机和实时响应（7×24）",
      kind: "remoteAdvice",
      period: "term",
      startsFrom: "term",
      clauseNumber: "1.1、1.3.2、1.4.1",
      wording: "客服人员手机 7×24 开机，技术支持请求 7×24×365 实时响应；“实时”没有数字，不单独计时。",
    },
    {
      name: "投诉受理（7×24）",
      kind: "other",
      period: "term",
      startsFrom: "term",
      clauseNumber: "1.3.5",
      wording: "投诉 7×24 受理；对处理结果不满意的重新启动，直到满意才关闭。",
    },
  ],
  obligations: [
    {
      name: "季末问题汇总",
      party: "vendor",
      recurrence: "quarterly",
      dueDays: 0,
      clauseNumber: "1.5.3",
      wording: "每季度末把本项目的技术问题和解决办法分类汇总交给我方，并协助在院内网发布。",
    },
    {
      name: "停产备件提前半年通知",
      party: "vendor",
      recurrence: "onChange",
      noticeMonths: 6,
      clauseNumber: "1.1、1.6.2",
      wording: "厂家停产所供型号的备品、备件前，提前半年书面通知，并提供同等或更优的替代品。",
    },
    {
      name: "更换驻场人员",
      party: "vendor",
      recurrence: "onChange",
      noticeMonths: 3,
      mostPerYear: 1,
      needsConsent: true,
      clauseNumber: "1.4.4",
      wording: "驻场服务人员不得随意更换：一年最多一次，提前三个月通知，并须经我方现场人员同意。",
    },
    {
      name: "服务人员资历",
      party: "vendor",
      recurrence: "yearly",
      dueDays: 0,
      clauseNumber: "1.3.1",
      wording: "服务人员须有两年以上售后经验、三年以上集成或软件开发经验；每年请厂商提交名单和资历。",
    },
    {
      name: "质量目标核对",
      party: "vendor",
      recurrence: "yearly",
      dueDays: 0,
      clauseNumber: "1.3.6",
      wording:
        "投诉率低于 1%，满意度高于 99%，工程验收合格率 100%，自主产品合格率高于 99%；每年请厂商提交数据。",
    },
  ],
};
