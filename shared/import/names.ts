import type { Label } from "../lib/define-record.ts";
import type { AnyField } from "../lib/fields.ts";
import { RECORD_TYPES, registry, type RecordType } from "../records/index.ts";
import { WRITTEN_BY_PRODUCT } from "../records/written-by-product.ts";

/**
 * A heading or a word as it is compared: full-width made half-width, lower case, without blanks, line breaks,
 * underscores, brackets, colons and the asterisk that marks required columns.
 */
export function plainName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-:：()（）[\]【】"'“”*.,，、;/\\|]+/g, "");
}

/** Where a heading may lead and how sure that is. */
export interface NamedTarget {
  readonly target: string;
  readonly confidence: number;
}

/** Headings of an incident's timeline. What an old ledger calls them is told from the words alone. */
const EVENT_NAMES: Readonly<Record<string, readonly string[]>> = {
  "event.reported": [
    ...["报修时间", "报告时间", "报障时间", "上报时间", "登记时间", "记录时间", "留言时间", "登记日期"],
    ...[
      "提交时间",
      "创建时间",
      "报修日期",
      "报告日期",
      "接报时间",
      "申请时间",
      "建单时间",
      "日期",
      "时间",
      "date",
    ],
    ...["opened_at", "opened", "open_time", "created_at", "created", "sys_created_at", "sys_created_on"],
    ...[
      "reported_at",
      "reported",
      "report_date",
      "report time",
      "opened date",
      "created date",
      "submit date",
    ],
    ...["work_order_basic_start_date"],
  ],
  "event.acknowledged": [
    ...["响应时间", "受理时间", "接单时间", "响应日期", "派单时间", "acknowledged_at", "responded_at"],
    ...["response_time", "actstartdate"],
  ],
  "event.arrived": ["到场时间", "到达时间", "到达现场时间", "上门时间", "arrived_at", "arrival time"],
  "event.workedAround": ["恢复时间", "临时恢复时间", "restored_at"],
  "event.resolved": [
    ...["解决时间", "处理时间", "完成时间", "修复时间", "解决日期", "完成日期", "处理完成时间", "结束时间"],
    ...[
      "resolved_at",
      "resolved",
      "resolved_time",
      "resolve_time",
      "resolution_time",
      "handled_at",
      "finished_at",
    ],
  ],
  "event.signedOff": [
    ...["关闭时间", "签字时间", "确认时间", "验收时间", "关闭日期", "办结时间", "closed_at", "close_time"],
    ...["closed", "close_date"],
  ],
  "event.reopened": ["重开时间", "重新打开时间", "reopen_time", "reopened_at"],
};

/** Columns that a status log has and a ledger has not. */
const LOG_NAMES: Readonly<Record<string, readonly string[]>> = {
  rowState: ["ident_state", "incident_state", "state"],
  rowTime: [
    "sys_updated_at",
    "sys_updated_on",
    "updated_at",
    "更新时间",
    "操作时间",
    "变更时间",
    "modified_at",
  ],
};

/** Spellings of incident columns that come from other desks' systems rather than from our own labels. */
const INCIDENT_NAMES: Readonly<Record<string, readonly string[]>> = {
  number: ["incident_id", "ticket_id", "ticket_no", "id", "ponumber", "故障单号", "事件编号"],
  title: ["shorttext", "short description", "summary", "主题", "故障简述", "异常类型细项", "问题"],
  importedStatus: ["状态", "处理状态", "status", "工单状态", "故障状态", "当前状态"],
  severity: ["优先级别", "severity", "紧急度"],
  department: ["报修科室", "故障发生地点", "使用科室", "station"],
  handler: ["处理人员", "工程师", "维修人员", "负责工程师"],
  solution: [
    "故障处理",
    "处理方法",
    "处理方式及未解决问题",
    "处理情况",
    "解决方案",
    "close_notes",
    "resolution",
  ],
  phone: ["联系方式", "报修电话"],
  occurredAt: ["故障日期", "发生日期", "故障发生时间"],
  systemId: ["系统", "所属系统", "故障系统", "cmdb_ci", "ci_name"],
  cause: ["故障原因", "原因"],
};

const byType = new Map<RecordType, ReadonlyMap<string, NamedTarget>>();

/**
 * Where a heading leads for a record type: its labels in both languages, `importAs`, and the tables above. A unit
 * at its end does not matter; of `父/子` the lower line may speak alone; a long heading may hold a known one.
 */
export function targetOfHeading(type: RecordType, heading: string): NamedTarget | null {
  const names = namesFor(type);
  const plain = plainName(heading);
  const exact = names.get(plain) ?? names.get(plain.replace(UNIT, ""));
  if (exact !== undefined) return exact;
  const child = names.get(plainName(heading.split("/").at(-1) ?? ""));
  if (child !== undefined) return { ...child, confidence: child.confidence - 0.12 };
  let longest = "";
  for (const name of names.keys()) {
    if (name.length >= 4 && name.length > longest.length && HAN.test(name) && plain.includes(name))
      longest = name;
  }
  const held = names.get(longest);
  return held === undefined ? null : { ...held, confidence: 0.7 };
}

const UNIT = /(万元|元|天|小时|分钟|mb|mib)$/;
const HAN = /[\u4e00-\u9fff]/;

function namesFor(type: RecordType): ReadonlyMap<string, NamedTarget> {
  const known = byType.get(type);
  if (known !== undefined) return known;
  const names = namesOf(type);
  byType.set(type, names);
  return names;
}

const IMPORTED = RECORD_TYPES.filter((type) => !WRITTEN_BY_PRODUCT.includes(type));

/** True for a heading that some record type knows: how a header row is told from data. */
export function isKnownHeading(text: string): boolean {
  if (text.length > 40) return false;
  const plain = plainName(text);
  return IMPORTED.some((type) => namesFor(type).has(plain));
}

function namesOf(type: RecordType): ReadonlyMap<string, NamedTarget> {
  const names = new Map<string, NamedTarget>();
  const add = (text: string, target: string, confidence: number): void => {
    const name = plainName(text);
    if (name !== "" && !names.has(name)) names.set(name, { target, confidence });
  };
  const addLabels = (field: AnyField, target: string): void => {
    const label: Label = field.label;
    add(label.zh, target, 0.99);
    add(label.en, target, 0.97);
    add(target, target, 0.97);
  };
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  for (const [target, field] of Object.entries(fields)) addLabels(field, target);
  for (const [target, field] of Object.entries(fields)) {
    for (const [rank, spelling] of field.importAs.entries()) add(spelling, target, 0.93 - rank / 1000);
  }
  if (type !== "incident") return names;
  for (const [target, spellings] of Object.entries(LOG_NAMES)) {
    for (const [rank, spelling] of spellings.entries()) add(spelling, target, 0.92 - rank / 1000);
  }
  for (const table of [EVENT_NAMES, INCIDENT_NAMES]) {
    for (const [target, spellings] of Object.entries(table)) {
      for (const [rank, spelling] of spellings.entries()) add(spelling, target, 0.9 - rank / 1000);
    }
  }
  return names;
}
