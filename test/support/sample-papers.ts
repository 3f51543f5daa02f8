import { blankFaultReport, faultReportFax, type FaultReportInput } from "../../shared/forms/f04.ts";
import { trackingCard } from "../../shared/forms/f05.ts";
import type { Paper } from "../../shared/forms/paper.ts";
import type { Hospital, Incident, IncidentEvent } from "../../shared/records/index.ts";

// Invented throughout.
export const hospital: Hospital = {
  name: "清源市第一人民医院",
  office: "信息科",
  phone: "0999-5550101",
  dutyPhone: "0999-5550120",
  fax: "0999-5550102",
  numberPrefix: "XXK-GZ",
};

export const incident: Incident = {
  number: "XXK-GZ-2026-7K2M9P-0007",
  title: "门诊收费窗口无法结算，提示“连接超时”",
  description:
    "上午8时25分起，门诊一楼收费处1至6号窗口点击“结算”后长时间等待，约90秒后提示“连接超时（ORA-12170）”。重启客户端无效，二楼收费处及自助机同样出现。挂号、发药功能正常。已切换手工收费，排队约80人。",
  severity: "critical",
  channel: "phone",
  department: "门诊收费处",
  place: "门诊楼一楼",
  reporter: "王丽",
  phone: "0999-5550133",
  scope: "门诊收费窗口6个、自助机12台，门诊患者无法缴费取药",
  cause: "初步判断为数据库监听或收费中间件连接池耗尽，网络连通正常。",
  wantedService: "远程服务，1小时内未恢复请到现场",
  category: "应用软件",
  occurredAt: "2026-11-23T00:25:00.000Z",
  solution: "",
};

export const faultReport: FaultReportInput = {
  incidentId: "7K2M9P-000000007",
  incident,
  hospital,
  vendor: { name: "北辰医疗软件股份有限公司", fax: "010-55550198", hotline: "400-555-0199" },
  contract: {
    number: "QYYY-2026-HIS-031",
    title: "HIS系统年度维护合同",
    vendorId: "v",
    startDate: "2026-01-01",
    endDate: "2026-12-31",
  },
  system: { name: "医院信息系统（HIS）", softwareVersion: "V6.2.1", serviceNumber: "BC-HIS-20260131" },
  module: { name: "门诊收费" },
  reportedAt: "2026-11-23T00:31:00.000Z",
  promises: [
    {
      clause: "4.1 响应",
      agreed: "15分钟内（7×24）",
      startEvent: "reported",
      dueAt: "2026-11-23T00:46:00.000Z",
    },
    {
      clause: "4.2 到场",
      agreed: "2小时内（7×24）",
      startEvent: "reported",
      dueAt: "2026-11-23T02:31:00.000Z",
    },
    {
      clause: "4.3 解决",
      agreed: "1工作日内（按日历）",
      startEvent: "reported",
      dueAt: "2026-11-24T00:31:00.000Z",
      provisional: true,
    },
  ],
  sender: "李明",
  sentAt: "2026-11-23T00:40:00.000Z",
  replyBy: "2026-11-23T02:00:00.000Z",
};

/** What a clerk with much to say writes: numbered, so that a test can see that no sentence was lost. */
export const longStory = Array.from(
  { length: 90 },
  (_, i) =>
    `第${i + 1}条：收费处${(i % 6) + 1}号窗口于8时${String(i % 60).padStart(2, "0")}分再次提示连接超时，重试后仍失败。`,
).join("\n");

export const shortFax = faultReportFax(faultReport);
export const longFax = faultReportFax({ ...faultReport, incident: { ...incident, description: longStory } });
export const blank = blankFaultReport(hospital, "XXK-GZ-2026-7K2M9P-0108");

const steps: readonly Omit<IncidentEvent, "incidentId" | "recordedAt">[] = [
  {
    kind: "reported",
    at: "2026-11-23T00:31:00.000Z",
    by: "李明",
    channel: "phone",
    note: "拨打厂商热线，接线员工号0312",
  },
  {
    kind: "acknowledged",
    at: "2026-11-23T00:39:00.000Z",
    by: "张工（北辰）",
    channel: "phone",
    note: "已受理，转数据库组",
  },
  {
    kind: "replied",
    at: "2026-11-23T00:55:00.000Z",
    by: "张工（北辰）",
    channel: "message",
    note: "要求提供监听日志",
  },
  {
    kind: "workedAround",
    at: "2026-11-23T01:20:00.000Z",
    by: "张工（北辰）",
    channel: "message",
    note: "重启中间件，窗口恢复",
  },
  {
    kind: "resolved",
    at: "2026-11-23T03:05:00.000Z",
    by: "张工（北辰）",
    channel: "inPerson",
    proof: "照片2张",
    note: "连接池上限由100调至300",
  },
];
const hours = Array.from({ length: 24 }, (_, i) => ({
  kind: "note" as const,
  at: `2026-11-23T${String(4 + Math.floor(i / 3)).padStart(2, "0")}:${String((i % 3) * 20).padStart(2, "0")}:00.000Z`,
  by: "李明",
  note: `观察记录${i + 1}：各窗口结算正常，平均用时2秒`,
}));

export const card: Paper = trackingCard({
  ...faultReport,
  incident: { ...incident, solution: "调整连接池上限并加监控，观察一日无复发。" },
  events: [...steps, ...hours].map((step) => ({
    ...step,
    incidentId: faultReport.incidentId,
    recordedAt: step.kind === "replied" ? "2026-11-23T08:00:00.000Z" : step.at,
  })),
  faxes: [
    {
      incidentId: faultReport.incidentId,
      form: "F04",
      paperNumber: incident.number,
      kind: "sent",
      at: "2026-11-23T00:42:00.000Z",
      recordedAt: "2026-11-23T00:43:00.000Z",
      sentTo: "北辰医疗软件股份有限公司",
      faxNumber: "010-55550198",
      by: "李明",
      pages: 2,
    },
  ],
});
