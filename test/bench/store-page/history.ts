import type { Incident, IncidentEvent } from "../../../shared/records/index.ts";

const SYSTEMS = [
  "门诊收费",
  "住院护士站",
  "检验系统",
  "影像系统",
  "电子病历",
  "药房发药",
  "医保接口",
  "体检系统",
];
const FAULTS = [
  "无法登录",
  "打印机卡纸",
  "数据查询缓慢",
  "报表金额不符",
  "接口超时",
  "程序闪退",
  "条码扫描失败",
  "医嘱丢失",
];
const PLACES = ["内科一病区", "急诊科", "外科门诊", "药剂科", "检验科", "放射科", "财务科", "手术室"];
const SEVERITIES = ["critical", "urgent", "normal", "low"] as const;

export interface Made {
  readonly incident: Incident;
  readonly events: readonly Omit<IncidentEvent, "incidentId">[];
}

/** The n-th incident of a made-up history: the same for the same `n`, about 1 KB, realistic Chinese text. */
export function madeIncident(n: number): Made {
  const pick = <V>(from: readonly V[], salt: number): V =>
    from[(n * 2654435761 + salt * 40503) % from.length] as V;
  const at = Date.UTC(2008, 0, 1) + n * 3_700_000;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const system = pick(SYSTEMS, 1);
  const fault = pick(FAULTS, 2);
  return {
    incident: {
      number: `OLD-${String(n).padStart(7, "0")}`,
      title: `${system}${fault}，影响${pick(PLACES, 3)}`,
      description: `${pick(PLACES, 3)}报告：${system}${fault}。`.repeat(12),
      severity: pick(SEVERITIES, 4),
      department: pick(PLACES, 3),
      reporter: `工号${n % 997}`,
      handler: `工程师${n % 31}`,
      category: fault,
      evidence: "A",
      importedStatus: "已关闭",
    },
    events: [
      { kind: "reported", at: iso(at), recordedAt: iso(at) },
      { kind: "resolved", at: iso(at + 5_400_000), recordedAt: iso(at + 5_400_000) },
    ],
  };
}
