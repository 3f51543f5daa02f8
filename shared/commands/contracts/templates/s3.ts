import type { ClauseTerms, ContractTemplate, EntitlementTerms } from "../template.ts";

/**
 * S3 《售后服务方法》 of an equipment dealer: a year from installation. Its chapters 五1, 五3 and 五4 promise response and
 * arrival three times, each differently; all stand until somebody rules.
 */

const reported = { startEvent: "reported", coverage: "always" } as const satisfies Partial<ClauseTerms>;

const PATROLS: readonly EntitlementTerms[] = [
  patrol("巡检：第 1 年每月一次", 3, "quarter", {
    startsFrom: "installation",
    months: 12,
    wording: "设备安装和验收后前 12 个月，每 1 个月巡检 1 次。",
  }),
  patrol("巡检：第 2 年每两个月一次", 6, "year", {
    startsFrom: "date",
    afterMonths: 12,
    months: 12,
    wording: "前 24 个月，每 2 个月巡检 1 次。起算日按合同开始日推算，验收日期确定后请改正。",
  }),
  patrol("巡检：第 3 年起每三个月一次", 1, "quarter", {
    startsFrom: "date",
    afterMonths: 24,
    lifelong: true,
    wording: "前 24 个月后，每 3 个月巡检 1 次，没有写到何时为止。起算日按合同开始日推算，请核对。",
  }),
];

function patrol(
  name: string,
  granted: number,
  period: EntitlementTerms["period"],
  rest: Pick<EntitlementTerms, "startsFrom" | "months" | "lifelong" | "wording"> & {
    readonly afterMonths?: number;
  },
): EntitlementTerms {
  return { name, kind: "scheduledVisit", granted, period, clauseNumber: "五3", ...rest };
}

export const S3_TEMPLATE: ContractTemplate = {
  key: "s3-equipment-warranty",
  name: { zh: "医疗设备质保（自安装起 12 个月）", en: "Equipment warranty, 12 months from installation" },
  source: "S3 《售后服务方法》三2、五1–五4、七",
  termMonths: 12,
  contract: {
    kind: "warranty",
    feeRule: "costPlusService",
    exclusions: [
      { cause: "humanDamage", payer: "hospital", clauseNumber: "五1" },
      { cause: "misuse", payer: "hospital", clauseNumber: "三2" },
      { cause: "environment", payer: "hospital", clauseNumber: "五1" },
      { cause: "forceMajeure", payer: "hospital", clauseNumber: "五1" },
      { cause: "thirdParty", payer: "hospital", clauseNumber: "三2" },
      { cause: "consumable", payer: "hospital", clauseNumber: "五1" },
      { cause: "mishandling", payer: "vendor", clauseNumber: "五2" },
    ],
    note: "保修自安装之日起 12 个月，按国家“三包”执行；除特别注明外不短于一年。保修期外更换硬件按成本价，另收技术服务费（五4）。到货即损的替换件收到后 15 个工作日内没有寄回坏件，按目录价赔偿，厂商可停止后续服务（三2）。",
  },
  ceilings: [{ item: "保修期外更换硬件（成本价）", clauseNumber: "五4" }],
  clauses: [
    {
      ...reported,
      name: "响应 2 小时",
      number: "五1",
      metric: "response",
      stopEvent: "acknowledged",
      target: 2,
      unit: "hour",
      wording: "质保期内，2 小时内回应我方要求。",
    },
    {
      ...reported,
      name: "到场 24 小时",
      number: "五1",
      metric: "arrival",
      stopEvent: "arrived",
      target: 24,
      unit: "hour",
      evidence: "badge",
      wording: "质保期内，24 小时内到达现场。同一文件五4 写的是 30 分钟。",
    },
    {
      ...reported,
      name: "消除故障 1 天",
      number: "五1",
      metric: "resolution",
      stopEvent: "resolved",
      target: 1,
      unit: "calendarDay",
      evidence: "signature",
      wording:
        "质保期内，1 天内消除故障。原文只写“天”，没有写自然日还是 24 小时；同一句的到场写的是 24 小时，所以此处按自然日计，开始当日不算。",
    },
    {
      ...reported,
      name: "派出人员 1 小时",
      number: "五3",
      metric: "response",
      stopEvent: "acknowledged",
      target: 1,
      unit: "hour",
      wording:
        "一般故障 1 小时内派出维修人员赶往现场；紧急情况马上派人。承诺的是派出，不是到场：以厂商告知已派人的时间登记响应。同一文件五1 的响应是 2 小时。",
    },
    {
      name: "远程无效后到场 30 分钟",
      number: "五4",
      metric: "arrival",
      startEvent: "remoteFailed",
      stopEvent: "arrived",
      target: 30,
      unit: "minute",
      coverage: "always",
      evidence: "badge",
      wording:
        "现场服务 7×24；电话和远程都不能解决的，派工程师 30 分钟内到达现场，从登记“远程无法解决”起算。同一文件五1 的到场是 24 小时。",
    },
    {
      name: "原厂备件 24 小时",
      number: "五4",
      metric: "loaner",
      startEvent: "arrived",
      stopEvent: "loanerDelivered",
      target: 24,
      unit: "hour",
      coverage: "always",
      wording: "到达现场后 24 小时内没有解决的，提供原厂备品备件。",
    },
    {
      ...reported,
      name: "到货即损换件发出",
      number: "三2",
      metric: "replacement",
      stopEvent: "replaced",
      target: 2,
      unit: "workingDay",
      coverage: "calendar",
      phases: ["implementation"],
      wording:
        "到货即损的，在第二个工作日发出同类全新换件，运费由厂商承担。承诺的是发出，不是到达：以发货凭证的时间登记“换货到达”，或与厂商议定运输天数后改定。",
    },
    {
      name: "寄回坏件 15 个工作日",
      number: "三2",
      metric: "partReturn",
      startEvent: "replaced",
      stopEvent: "partReturned",
      target: 15,
      unit: "workingDay",
      coverage: "calendar",
      party: "hospital",
      evidence: "any",
      wording: "我方收到替换件后 15 个工作日内寄回坏件，运费由我方承担；逾期按目录价赔偿。",
    },
  ],
  suggestedClauses: [
    {
      ...reported,
      name: "紧急情况马上派人",
      number: "五3",
      metric: "response",
      stopEvent: "acknowledged",
      target: 0,
      unit: "minute",
      severities: ["critical", "urgent"],
      wording: "原文只写“马上派人”，没有数字。选用前请与厂商议定分钟数；0 表示报修当时即到期。",
    },
  ],
  entitlements: [
    {
      name: "12 个月保修",
      kind: "freeMaintenance",
      period: "term",
      startsFrom: "installation",
      months: 12,
      clauseNumber: "五1",
      wording: "自安装之日起 12 个月免费维修、免费更换零部件；易损件和消耗品除外。",
    },
    ...PATROLS,
    {
      name: "远程技术咨询",
      kind: "remoteAdvice",
      period: "term",
      startsFrom: "term",
      lifelong: true,
      clauseNumber: "五4",
      wording: "在线服务 24 小时；保修期外仍长期免费提供远程技术咨询。",
    },
    {
      name: "现场或集中培训",
      kind: "trainee",
      period: "term",
      startsFrom: "term",
      clauseNumber: "四2、五1",
      wording: "免费培训操作和维护人员，地点一般在设备现场；没有写人数。",
    },
  ],
  obligations: [
    {
      name: "服务电话变更提前 3 天通知",
      party: "vendor",
      recurrence: "onChange",
      noticeDays: 3,
      clauseNumber: "五4",
      wording: "支持电话如有变更，提前三天书面（含传真）通知我方。原文只写“天”；按自然日计。",
    },
    {
      name: "首次回访",
      party: "vendor",
      recurrence: "once",
      afterMonths: 1,
      clauseNumber: "七 第4条",
      wording: "产品售出一个月内电话回访，了解使用、功能和保养是否掌握。到期日按合同开始日推算。",
    },
    {
      name: "季度回访",
      party: "vendor",
      recurrence: "quarterly",
      dueDays: 0,
      clauseNumber: "五3、七 第5条",
      wording: "首次回访后每季度回访一次，了解使用状况和满意度。",
    },
    {
      name: "巡检报告和维护建议书",
      party: "vendor",
      recurrence: "quarterly",
      dueDays: 0,
      clauseNumber: "五3",
      wording: "每次巡检出具检查报告和维护建议书；巡检的间隔逐年拉长，这里按季度核对。",
    },
  ],
};
