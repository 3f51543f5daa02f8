import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";

/** One line of an old ledger: 25 fields, about 1 KB as JSON in UTF-8. What every bench starts from. */
export type HistoryRow = Readonly<Record<HistoryField, string>>;
export type HistoryField = keyof typeof HEADINGS;

/** The ledger's headings, each of which the import recognises. */
export const HEADINGS = {
  number: "故障编号",
  title: "故障主题",
  description: "故障现象",
  system: "系统",
  vendor: "厂商",
  severity: "紧急程度",
  channel: "报修渠道",
  department: "科室",
  place: "地点",
  reporter: "报告人",
  phone: "联系电话",
  scope: "影响范围",
  cause: "初步原因",
  solution: "处理结果",
  wantedService: "要求服务方式",
  handler: "处理人",
  category: "分类",
  occurredAt: "发生时间",
  reportedAt: "报修时间",
  respondedAt: "响应时间",
  arrivedAt: "到场时间",
  resolvedAt: "解决时间",
  status: "状态",
  asset: "资产编号",
  remark: "交接备注",
} as const;

export const FIELDS = Object.keys(HEADINGS) as readonly HistoryField[];
/** What the four indexes of every row store in the bench are on. */
export const INDEXED = ["number", "severity", "department", "category"] as const;

const SYSTEMS = [
  "门诊收费系统",
  "住院护士站",
  "检验系统",
  "影像系统",
  "电子病历",
  "药房发药",
  "医保接口",
  "体检系统",
];
const VENDORS = ["东软集团", "卫宁健康", "创业慧康", "联众智慧", "北辰信息"];
const FAULTS = [
  "无法登录",
  "打印机卡纸",
  "查询缓慢",
  "报表金额不符",
  "接口超时",
  "程序闪退",
  "条码扫描失败",
  "医嘱丢失",
];
const PLACES = [
  "内科一病区",
  "急诊科",
  "外科门诊",
  "药剂科",
  "检验科",
  "放射科",
  "财务科",
  "手术室",
  "儿科门诊",
  "信息科",
];
const CAUSES = [
  "网络交换机端口抖动",
  "数据库连接数用尽",
  "升级后参数未同步",
  "磁盘空间不足",
  "驱动与补丁冲突",
];
const CURES = [
  "重启服务后恢复，已观察两小时",
  "清理日志并扩容磁盘",
  "回退到上一版本，等待厂商补丁",
  "更换网线并固定端口速率",
];
const SEVERITIES = ["特急", "紧急", "一般", "低"];
const CHANNELS = ["电话", "当面", "传真", "书面"];
const SURNAMES = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄"];
const GIVEN = ["伟", "芳", "娜", "敏", "静", "丽华", "志强", "建国", "晓东"];

const HISTORY_BEGINS = Date.UTC(2008, 0, 1);
/** A million faults fill eighteen years. */
const APART_MS = 567_000;

/** When the n-th fault was reported, epoch milliseconds. */
export function reportedMs(n: number): number {
  return HISTORY_BEGINS + n * APART_MS;
}

/** The n-th line of a made-up history: the same for the same `n`, in the order in which it was reported. */
export function historyRow(n: number): HistoryRow {
  const random = seeded(n);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
  const reported = reportedMs(n);
  const responded = reported + minutes(3 + random() * 90);
  const arrived = responded + minutes(10 + random() * 120);
  const [system, fault, place, cause] = [pick(SYSTEMS), pick(FAULTS), pick(PLACES), pick(CAUSES)];
  return {
    number: `OLD-${String(n).padStart(7, "0")}`,
    title: `${place}${system}${fault}`,
    description: `${place}${pick(SURNAMES)}护士来电：${system}${fault}，${pick(PLACES)}亦有同样情况，约${Math.ceil(random() * 40)}台终端受影响，患者排队等候，现场已改用手工登记，请尽快派人处理。`,
    system,
    vendor: pick(VENDORS),
    severity: pick(SEVERITIES),
    channel: pick(CHANNELS),
    department: place,
    place: `${Math.ceil(random() * 3)}号楼${Math.ceil(random() * 12)}层`,
    reporter: pick(SURNAMES) + pick(GIVEN),
    phone: `8366${String(Math.floor(random() * 10_000)).padStart(4, "0")}`,
    scope: `${place}全部工作站`,
    cause: `初步判断为${cause}，第${n}号日志可见报错`,
    solution: `${pick(CURES)}；${pick(SURNAMES)}工签字确认。`,
    wantedService: "现场服务",
    handler: `${pick(SURNAMES)}工`,
    category: fault,
    occurredAt: wall(reported - minutes(5 + random() * 30)),
    reportedAt: wall(reported),
    respondedAt: wall(responded),
    arrivedAt: wall(arrived),
    resolvedAt: wall(arrived + minutes(20 + random() * 600)),
    status: "已关闭",
    asset: `ZC-${String(Math.floor(random() * 9000) + 1000)}`,
    remark: "已向下一班交接并登记",
  };
}

export interface Made {
  readonly incident: Incident;
  readonly events: readonly Omit<IncidentEvent, "incidentId">[];
}

/** The same line as the import makes it: a record, and its times as a timeline. */
export function madeIncident(n: number, importBatchId?: string): Made {
  const row = historyRow(n);
  const event = (kind: IncidentEvent["kind"], at: string): Omit<IncidentEvent, "incidentId"> => ({
    kind,
    at: instantOf(at),
    recordedAt: instantOf(row.resolvedAt),
  });
  const severities = ["critical", "urgent", "normal", "low"] as const;
  const channels = ["phone", "inPerson", "fax", "paper"] as const;
  const severity = severities[SEVERITIES.indexOf(row.severity)];
  const channel = channels[CHANNELS.indexOf(row.channel)];
  return {
    incident: {
      number: row.number,
      title: row.title,
      description: row.description,
      ...(severity === undefined ? {} : { severity }),
      ...(channel === undefined ? {} : { channel }),
      department: row.department,
      place: row.place,
      reporter: row.reporter,
      phone: row.phone,
      scope: row.scope,
      cause: row.cause,
      solution: row.solution,
      wantedService: row.wantedService,
      handler: row.handler,
      category: row.category,
      occurredAt: instantOf(row.occurredAt),
      importedStatus: row.status,
      evidence: "A",
      extra: JSON.stringify({ [HEADINGS.asset]: row.asset, [HEADINGS.remark]: row.remark }),
      ...(importBatchId === undefined ? {} : { importBatchId }),
    },
    events: [
      event("reported", row.reportedAt),
      event("acknowledged", row.respondedAt),
      event("arrived", row.arrivedAt),
      event("resolved", row.resolvedAt),
    ],
  };
}

const minutes = (count: number): number => Math.floor(count) * 60_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** As the ledger writes it: `2016-03-05 08:12` on the wall. */
function wall(ms: number): string {
  return new Date(ms + SHANGHAI_MS).toISOString().slice(0, 16).replace("T", " ");
}

function instantOf(text: string): string {
  return new Date(Date.parse(`${text.replace(" ", "T")}:00Z`) - SHANGHAI_MS).toISOString();
}

/** A small generator (mulberry32), so that every run measures the same history. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
