import { breachSheet, type BreachSheetInput } from "../../shared/forms/breach-sheet.ts";
import type { AgreementInput } from "../../shared/forms/agreement-parts.ts";
import { visitAgreement } from "../../shared/forms/f10.ts";
import { changeAgreement } from "../../shared/forms/f11.ts";
import { planConfirmation, type PlanConfirmationInput } from "../../shared/forms/f12.ts";
import { letterAnswer, type LetterAnswerInput } from "../../shared/forms/f14.ts";
import { must } from "../../shared/lib/must.ts";
import { yuanInWords } from "../../shared/lib/yuan.ts";
import type { RecordData, Verdict } from "../../shared/records/index.ts";
import type { VerdictDetail } from "../../shared/rules/verdicts/detail.ts";
import { faultReport, hospital, incident } from "./sample-papers.ts";

// Invented throughout. Papers of a contract: the breach sheet, two agreements, a confirmation, an answer to a letter.
const HOUR = 3_600_000;
const at = (wall: string): number => Date.parse(`${wall}:00+08:00`);
const iso = (wall: string): string => new Date(at(wall)).toISOString();

const stretch = (from: string, to: string, kind: VerdictDetail["segments"][number]["kind"]) => ({
  fromMs: at(from),
  toMs: at(to),
  kind,
});

export const detail: VerdictDetail = {
  targetText: "8工作小时（按日历）",
  start: {
    kind: "reported",
    at: iso("2026-11-20T16:00"),
    recordedAt: iso("2026-11-20T16:04"),
    by: "李明",
    channel: "fax",
    proof: "传真 XXK-GZ-2026-7K2M9P-0007",
  },
  stop: {
    kind: "resolved",
    at: iso("2026-11-24T15:10"),
    recordedAt: iso("2026-11-26T09:00"),
    by: "张工（北辰）",
    channel: "inPerson",
    proof: "维护记录签字页",
  },
  segments: [
    stretch("2026-11-20T16:00", "2026-11-20T17:00", "counted"),
    stretch("2026-11-20T17:00", "2026-11-20T18:00", "paused"),
    stretch("2026-11-20T18:00", "2026-11-23T08:00", "closed"),
    stretch("2026-11-23T08:00", "2026-11-23T10:00", "paused"),
    stretch("2026-11-23T10:00", "2026-11-23T12:00", "counted"),
    stretch("2026-11-23T12:00", "2026-11-23T14:00", "closed"),
    stretch("2026-11-23T14:00", "2026-11-23T18:00", "counted"),
    stretch("2026-11-23T18:00", "2026-11-24T08:00", "closed"),
    stretch("2026-11-24T08:00", "2026-11-24T12:00", "counted"),
    stretch("2026-11-24T12:00", "2026-11-24T14:00", "closed"),
    stretch("2026-11-24T14:00", "2026-11-24T15:10", "counted"),
  ],
  more: false,
  pauses: [
    {
      from: iso("2026-11-20T17:00"),
      to: iso("2026-11-23T10:00"),
      reason: "awaitingWindow",
      askedBy: "vendor",
      agreement: "both",
      agreedBy: "王丽",
      proof: "回传单第2页",
      capAt: iso("2026-11-23T12:00"),
    },
    {
      from: iso("2026-11-24T09:00"),
      to: iso("2026-11-24T10:30"),
      reason: "awaitingUs",
      askedBy: "vendor",
      agreement: "vendor",
      note: "厂商称等待我方提供账号",
    },
  ],
  modes: {
    both: { elapsedMs: 12 * HOUR + 10 * 60_000, overrunMs: 4 * HOUR + 10 * 60_000, verdict: "breached" },
    hospital: { elapsedMs: 12 * HOUR + 10 * 60_000, overrunMs: 4 * HOUR + 10 * 60_000, verdict: "breached" },
    all: { elapsedMs: 10 * HOUR + 40 * 60_000, overrunMs: 2 * HOUR + 40 * 60_000, verdict: "breached" },
  },
};

export const verdict: Verdict = {
  incidentId: faultReport.incidentId,
  clauseId: "l",
  clauseName: "故障解决",
  clauseNumber: "第六条第2款",
  wording: "影响业务的故障，厂商应在接到报修后8个工作小时内解决；到期未解决的，按附件三承担违约责任。",
  frozenAt: iso("2026-11-26T10:00"),
  cause: "breach",
  startAt: iso("2026-11-20T16:00"),
  stopAt: iso("2026-11-24T15:10"),
  dueAt: iso("2026-11-24T09:00"),
  verdict: "breached",
  verdictBoth: "breached",
  verdictHospital: "breached",
  verdictAll: "breached",
  elapsedMs: 12 * HOUR + 10 * 60_000,
  overrunMs: 4 * HOUR + 10 * 60_000,
  provisional: false,
  clauseDigest: "9f2c4e7a1b3d5f60".repeat(4),
  calendarDigest: "0a1b2c3d4e5f6071".repeat(4),
  eventsDigest: "fedcba9876543210".repeat(4),
  detail: JSON.stringify(detail),
};

const attachment = (fileName: string, sha256: string): RecordData<"attachment"> => ({
  ownerType: "incident",
  ownerId: faultReport.incidentId,
  fileName,
  sha256,
  bytes: 182_334,
  addedAt: iso("2026-11-24T16:00"),
});

export const breachInput: BreachSheetInput = {
  breachId: "7K2M9P-000000031",
  breach: {
    incidentId: faultReport.incidentId,
    verdictId: "v1",
    contractId: "c",
    number: "WY-2026-7K2M9P-0001",
    issuedAt: iso("2026-11-26T10:00"),
    issuedBy: "李明",
    objectBy: "2026-12-03",
    finding:
      "门诊收费窗口自11月20日下午无法结算，厂商于11月24日15时10分恢复，超出约定时限。期间双方认可的停机窗口已经扣除；11月24日上午的等待没有我方书面认可，不予扣除。",
  },
  verdict,
  incident,
  hospital,
  contract: must(faultReport.contract, "the sample has a contract"),
  vendor: must(faultReport.vendor, "the sample has a vendor"),
  system: must(faultReport.system, "the sample has a system"),
  module: { name: "门诊收费" },
  clausePage: "第7页",
  attachments: [
    attachment("报修传真回执.pdf", "3f2a9b1c4d5e6f70818293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8"),
    attachment("现场照片_收费窗口.jpg", "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"),
    attachment("维护记录签字页.jpg", "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab"),
  ],
};
export const sheet = breachSheet(breachInput);

/** A clock of forty workdays with pauses that both sides argue about: what the paper must sum up. */
const longSegments = Array.from({ length: 40 }, (_, day) => {
  const [open, shut] = [at("2026-03-02T08:00") + day * 24 * HOUR, at("2026-03-02T17:30") + day * 24 * HOUR];
  const pausedFrom = open + (day % 7) * HOUR;
  return [
    { fromMs: open, toMs: pausedFrom, kind: "counted" as const },
    { fromMs: pausedFrom, toMs: pausedFrom + HOUR, kind: "paused" as const },
    { fromMs: pausedFrom + HOUR, toMs: shut, kind: "counted" as const },
    { fromMs: shut, toMs: open + 24 * HOUR, kind: "closed" as const },
  ];
}).flat();
export const longSheet = breachSheet({
  ...breachInput,
  verdict: {
    ...verdict,
    detail: JSON.stringify({
      ...detail,
      segments: longSegments,
      pauses: Array.from({ length: 12 }, () => must(detail.pauses[0], "the sample has a pause")),
    }),
  },
  attachments: Array.from({ length: 12 }, (_, i) =>
    attachment(`第${i + 1}次沟通记录与现场照片合并扫描件.pdf`, i.toString(16).repeat(64)),
  ),
});

export const agreement: RecordData<"agreement"> = {
  contractId: "c",
  number: "XY-2026-7K2M9P-0003",
  kind: "visit",
  subject: "门诊收费接口故障上门处理（合同外第6次）",
  workload: "到院排查收费中间件与医保前置机之间的连接，更换连接池配置并压力测试，交付服务报告。",
  people: 2,
  days: 3,
  travelFen: 120_000,
  lodgingFen: 30_000,
  dailyFen: 100_000,
  quotedDate: "2026-11-25",
};
export const visitInput: AgreementInput = {
  agreementId: "7K2M9P-000000040",
  agreement,
  hospital,
  vendor: must(faultReport.vendor, "the sample has a vendor"),
  contract: must(faultReport.contract, "the sample has a contract"),
  incident,
};
export const visitPaper = visitAgreement(visitInput);

export const changePaper = changeAgreement({
  ...visitInput,
  agreementId: "7K2M9P-000000041",
  agreement: {
    contractId: "c",
    number: "XY-2026-7K2M9P-0004",
    kind: "customisation",
    subject: "收费日报增加医保分类统计",
    workload:
      "1. 收费日报按医保类别（职工、居民、自费）分列金额与人次。\n2. 可按科室、收费员筛选，导出Excel。\n3. 历史数据自2026年1月1日起可查。",
    amountFen: 1_860_050,
    quotedDate: "2026-11-25",
  },
});

export const planInput: PlanConfirmationInput = {
  ...faultReport,
  events: [
    {
      incidentId: faultReport.incidentId,
      kind: "planSubmitted",
      at: iso("2026-11-23T10:00"),
      recordedAt: iso("2026-11-23T10:05"),
      by: "张工（北辰）",
      channel: "fax",
      proof: "方案传真2页",
      note: "1. 今晚22:00停收费中间件15分钟，连接池上限由100调至300。\n2. 调整前导出当前配置，失败即恢复。\n3. 次日上午高峰派一名工程师到场观察。",
    },
    {
      incidentId: faultReport.incidentId,
      kind: "planConfirmed",
      at: iso("2026-11-23T11:30"),
      recordedAt: iso("2026-11-23T11:32"),
      by: "李明",
      channel: "fax",
      note: "同意今晚停机窗口；停机前电话通知门诊办；工程师须持工牌登记。",
    },
  ],
  promises: [
    {
      clause: "4.2 到场",
      agreed: "12小时内（7×24）",
      startEvent: "planConfirmed",
      dueAt: iso("2026-11-23T23:30"),
    },
  ],
};
export const planPaper = planConfirmation(planInput);

const module = (name: string, more: Partial<RecordData<"module">>): RecordData<"module"> => ({
  name,
  systemId: "s",
  ...more,
});
const system = { name: "医院信息系统（HIS）" };
export const letterInput: LetterAnswerInput = {
  letterId: "7K2M9P-000000050",
  letter: {
    contractId: "c",
    number: "HJ-2026-7K2M9P-0002",
    kind: "acceptance",
    subject: "催请验收已上线模块",
    theirNumber: "北辰函〔2026〕118号",
    letterDate: "2026-11-16",
    receivedDate: "2026-11-18",
    answerDays: 14,
    moduleIds: ["m1", "m2", "m3"],
  },
  hospital,
  vendor: must(faultReport.vendor, "the sample has a vendor"),
  contract: must(faultReport.contract, "the sample has a contract"),
  modules: [
    {
      module: module("门诊收费", {
        acceptance: "accepted",
        inUseSince: "2026-01-05",
        acceptedDate: "2026-04-10",
      }),
      system,
    },
    {
      module: module("住院护士站", {
        acceptance: "hospitalCause",
        inUseSince: "2026-03-01",
        acceptanceNote: "等待病区改造完成",
      }),
      system,
    },
    { module: module("病案管理", { acceptance: "vendorCause", acceptanceNote: "归档接口未完成" }), system },
  ],
};
export const letterPaper = letterAnswer(letterInput);

/** What hostile or merely careless people type: nothing of it may tear a sheet. */
export const HOSTILE = `${"无空格的长串ABCDEFGH1234567890".repeat(60)}\n<b>&amp;</b>\u202E倒写\u0007𠮷䶮㛃${yuanInWords(1)}`;

export const hostileSheet = breachSheet({
  ...breachInput,
  breach: { ...breachInput.breach, finding: HOSTILE, objection: HOSTILE, issuedBy: HOSTILE.slice(0, 500) },
  verdict: { ...verdict, wording: HOSTILE, clauseName: HOSTILE.slice(0, 500) },
  vendor: { name: HOSTILE.slice(0, 500), fax: "0".repeat(500) },
});
export const hostileAgreement = visitAgreement({
  ...visitInput,
  agreement: { ...agreement, workload: HOSTILE, note: HOSTILE, amountFen: 1e13 },
  vendor: { name: HOSTILE.slice(0, 500) },
});
