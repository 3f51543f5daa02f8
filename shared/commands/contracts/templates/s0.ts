import type {
  ClauseTerms,
  ContractTemplate,
  ContractTerms,
  EntitlementTerms,
  ObligationTerms,
} from "../template.ts";

/**
 * S0 《客户服务白皮书样例》: four yearly levels (三(一)) on one set of times (四(二)), and service by the visit (五(三)).
 * The document says hours and never which: they are counted round the clock, which is what the words say.
 */

const YUAN = 100;
const DAILY_FEN = 1000 * YUAN;
const NO_HOURS = "原文没有写明只算工作时间，按 7×24 连续计算。";

/** T01, T02; W01. The clocks of every yearly level. */
const CLAUSES: readonly ClauseTerms[] = [
  {
    name: "答复 4 小时",
    number: "四(二)1",
    metric: "reply",
    startEvent: "reported",
    stopEvent: "replied",
    target: 4,
    unit: "hour",
    coverage: "always",
    wording: `厂商收到服务请求（电话、邮件、网络均可）后立即研究，4 小时内答复。${NO_HOURS}`,
  },
  {
    name: "提交解决方案 24 小时",
    number: "四(二)1",
    metric: "plan",
    startEvent: "reported",
    stopEvent: "planSubmitted",
    target: 24,
    unit: "hour",
    coverage: "always",
    wording: `自厂商收到请求起 24 小时内提交解决方案。${NO_HOURS}`,
  },
  {
    name: "紧急到场 12 小时",
    number: "四(二)2",
    metric: "arrival",
    startEvent: "planConfirmed",
    stopEvent: "arrived",
    target: 12,
    unit: "hour",
    coverage: "always",
    severities: ["critical", "urgent"],
    evidence: "badge",
    wording:
      "远程不能解决、须到现场的，自我方书面确认方案和相关事宜起算，情况紧急的 12 小时内到场。北京及周边城市另行约定。",
  },
  {
    name: "一般到场 36 小时",
    number: "四(二)2",
    metric: "arrival",
    startEvent: "planConfirmed",
    stopEvent: "arrived",
    target: 36,
    unit: "hour",
    coverage: "always",
    severities: ["normal", "low"],
    evidence: "badge",
    wording:
      "远程不能解决、须到现场的，自我方书面确认方案和相关事宜起算，不紧急的 36 小时内到场。北京及周边城市另行约定。",
  },
];

/** F12: arrival is clocked from our confirmation, and nothing says how soon that must come. */
const SUGGESTED: readonly ClauseTerms[] = [
  {
    name: "我方确认方案",
    number: "四(二)2",
    metric: "confirmation",
    startEvent: "planSubmitted",
    stopEvent: "planConfirmed",
    target: 24,
    unit: "hour",
    coverage: "always",
    party: "hospital",
    evidence: "signature",
    wording:
      "到场时限从我方书面确认方案起算，我方拖延则厂商不计时。原文没有给我方规定期限；24 小时是建议的院内目标，请按本院情况改定。",
  },
];

const OBLIGATIONS: readonly ObligationTerms[] = [
  {
    name: "每月通报系统工作情况",
    party: "vendor",
    recurrence: "monthly",
    dueDays: 0,
    clauseNumber: "三(二)3",
    wording: "厂商每月至少向医院通报一次系统的工作情况。",
  },
];

const MEMBERSHIP: EntitlementTerms = {
  name: "网上会员服务",
  kind: "remoteAdvice",
  period: "term",
  startsFrom: "term",
  clauseNumber: "三(二)4–5",
  wording: "凭专用账号在厂商网站提问，由其工程师解答；可取得新的软件信息、日常维护和数据安全的做法。",
};

const CHANGES_APART =
  "软件修改原则上不在本合同内；确需修改的，另签软件客户化修改协议（五(四)1）。本合同覆盖的上门次数用完后，按次收费（五(三)3）。";

const YEARLY = {
  kind: "annual",
  feeRule: "perVisit",
  dailyFen: DAILY_FEN,
  note: CHANGES_APART,
} as const satisfies ContractTerms;

const LEVELS: readonly {
  readonly level: NonNullable<ContractTerms["level"]>;
  readonly zh: string;
  readonly en: string;
  readonly yuan: number;
  readonly entitlements: readonly EntitlementTerms[];
}[] = [
  {
    level: "diamond",
    zh: "钻石级",
    en: "diamond",
    yuan: 200_000,
    entitlements: [
      {
        name: "一名技术人员常驻",
        kind: "residentDay",
        period: "term",
        unitMinutes: 480,
        startsFrom: "term",
        clauseNumber: "三(一)",
        wording: "厂商派一名技术人员常驻医院一年，做常规维护 A（操作系统）、B（数据库）、C（应用软件）。",
      },
      emergencies(undefined, "出现重大情况，厂商优先解决，不限次数。"),
      trainees(2),
    ],
  },
  {
    level: "gold",
    zh: "金牌级",
    en: "gold",
    yuan: 150_000,
    entitlements: [
      scheduled("quarter", "每季度一次"),
      emergencies(undefined, "出现紧急情况随时上门，不限次数。"),
      trainees(1),
    ],
  },
  {
    level: "silver",
    zh: "银牌级",
    en: "silver",
    yuan: 100_000,
    entitlements: [
      scheduled("halfYear", "每半年一次"),
      emergencies(10, "出现紧急情况上门解决，每年 10 次。"),
    ],
  },
  {
    level: "bronze",
    zh: "铜牌级",
    en: "bronze",
    yuan: 50_000,
    entitlements: [scheduled("year", "每年一次"), emergencies(5, "出现紧急情况上门解决，每年 5 次。")],
  },
];

function scheduled(period: EntitlementTerms["period"], howOften: string): EntitlementTerms {
  return {
    name: "定期上门维护",
    kind: "scheduledVisit",
    granted: 1,
    period,
    startsFrom: "term",
    clauseNumber: "三(一)",
    wording: `${howOften}上门做常规维护 A（操作系统）、B（数据库）、C（应用软件）。`,
  };
}

function emergencies(granted: number | undefined, wording: string): EntitlementTerms {
  return {
    name: "紧急上门",
    kind: "emergencyVisit",
    ...(granted === undefined ? {} : { granted }),
    period: "year",
    startsFrom: "term",
    clauseNumber: "三(一)",
    wording: `${wording}每次现场解决记入服务次数登记（四(二)2）。`,
  };
}

function trainees(granted: number): EntitlementTerms {
  return {
    name: "高级系统管理员再培训",
    kind: "trainee",
    granted,
    period: "year",
    startsFrom: "term",
    clauseNumber: "三(一)",
    wording: `免费再培训高级系统管理员 ${granted} 人次。`,
  };
}

/** C03, W21: a fault is answered as people can be spared; what is owed is money, by the formula of C04. */
const PER_VISIT: ContractTemplate = {
  key: "s0-per-visit",
  name: { zh: "按次上门（不购买年服务）", en: "By the visit, no yearly service" },
  source: "S0 《客户服务白皮书样例》五(三)",
  termMonths: 12,
  contract: {
    kind: "perVisit",
    bestEffort: true,
    feeRule: "perVisit",
    dailyFen: DAILY_FEN,
    note: "每次服务费 =（往返交通费 + （住宿费 + 薪酬费 1000 元）× 天数）× 人数，天数从工程师到达医院算到离开医院。时间不能完全保证：厂商在有人可派时尽快到场，时限条款不计时。",
  },
  ceilings: [],
  clauses: [],
  suggestedClauses: [],
  entitlements: [],
  obligations: [
    {
      name: "传真书面服务要求",
      party: "hospital",
      recurrence: "once",
      clauseNumber: "五(三)1",
      wording: "每次需要现场服务，我方除电话、邮件等提出外，还要以传真书面写明要求。没有固定到期日。",
    },
    {
      name: "派人前签回补充协议",
      party: "hospital",
      recurrence: "once",
      clauseNumber: "五(三)2",
      wording:
        "厂商估出工作量和费用，以补充协议传真给我方；我方认可后签字盖章传回，厂商再派人。没有固定到期日。",
    },
  ],
};

export const S0_TEMPLATES: readonly ContractTemplate[] = [
  ...LEVELS.map(({ level, zh, en, yuan, entitlements }): ContractTemplate => ({
    key: `s0-${level}`,
    name: { zh: `${zh}年度服务`, en: `Yearly service, ${en} level` },
    source: "S0 《客户服务白皮书样例》三(一)、三(二)、四(二)、五(三)、五(四)",
    termMonths: 12,
    contract: { ...YEARLY, level, amountFen: yuan * YUAN },
    ceilings: [],
    clauses: CLAUSES,
    suggestedClauses: SUGGESTED,
    entitlements: [...entitlements, MEMBERSHIP],
    obligations: OBLIGATIONS,
  })),
  PER_VISIT,
];
