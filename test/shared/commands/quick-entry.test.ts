import { describe, expect, it } from "vitest";
import { parseQuickEntry } from "../../../shared/commands/quick-entry.ts";
import type { QuickContext } from "../../../shared/commands/quick-entry/types.ts";
import { epochMs, formatWall } from "../../../shared/lib/instants.ts";

/** Sunday 2026-11-22 15:30 in Shanghai. */
const now = "2026-11-22T07:30:00.000Z";
const context: QuickContext = {
  now,
  systems: [
    { type: "system", id: "his", data: { name: "HIS 医院信息系统", vendorId: "dr" } },
    { type: "system", id: "lis", data: { name: "LIS", vendorId: "ks" } },
    { type: "system", id: "fee", data: { name: "自助收费系统" } },
    { type: "system", id: "drug", data: { name: "合理用药系统" } },
  ],
  vendors: [
    { type: "vendor", id: "dr", data: { name: "东方软件股份有限公司", shortName: "东软" } },
    { type: "vendor", id: "ks", data: { name: "科盛医疗", shortName: "科盛" } },
    { type: "vendor", id: "ks2", data: { name: "科盛网络" } },
  ],
  persons: [
    { type: "person", id: "p1", data: { name: "王小明", department: "检验中心", phone: "6123" } },
    { type: "person", id: "p2", data: { name: "李华" } },
    { type: "person", id: "p3", data: { name: "李华" } },
  ],
  initials: (name) => ({ 东软: "dr", 科盛: "ks" })[name] ?? "",
};

function read(line: string) {
  const { draft, pieces, questions } = parseQuickEntry(line, context);
  const { reportedAt, ...rest } = draft;
  return {
    ...rest,
    at: reportedAt === undefined ? undefined : formatWall(epochMs(reportedAt)),
    asks: questions.map(({ kind }) => kind),
    pieces: pieces.map(({ words, field }) => `${field}=${words}`),
  };
}

const NOW = "2026-11-22 15:30";

describe("the quick entry line", () => {
  it("reads the model line", () => {
    expect(read("HIS 门诊收费无法登录 东软 8:30 紧急")).toEqual({
      systemId: "his",
      vendorId: "dr",
      title: "门诊收费无法登录",
      at: "2026-11-22 08:30",
      severity: "urgent",
      asks: [],
      pieces: ["reportedAt=8:30", "systemId=HIS", "vendorId=东软", "severity=紧急", "title=门诊收费无法登录"],
    });
  });

  it.each([
    ["8:30", "2026-11-22 08:30"],
    ["８：３０", "2026-11-22 08:30"],
    ["上午8:30", "2026-11-22 08:30"],
    ["上午 8:30", "2026-11-22 08:30"],
    ["8点半", "2026-11-22 08:30"],
    ["8点", "2026-11-22 08:00"],
    ["约8:30", "2026-11-22 08:30"],
    ["8:30左右", "2026-11-22 08:30"],
    ["今早8点", "2026-11-22 08:00"],
    ["昨天 17:20", "2026-11-21 17:20"],
    ["昨天17：20", "2026-11-21 17:20"],
    ["昨天 下午 3点", "2026-11-21 15:00"],
    ["前天 9:05", "2026-11-20 09:05"],
    ["11月20日 9:05", "2026-11-20 09:05"],
    ["2026-11-20 9:05", "2026-11-20 09:05"],
    ["2026/11/20 9:05", "2026-11-20 09:05"],
    ["10分钟前", "2026-11-22 15:20"],
    ["半小时前", "2026-11-22 15:00"],
    ["2小时前", "2026-11-22 13:30"],
    ["刚刚", NOW],
    ["15:34", "2026-11-22 15:34"],
  ])("reads %s as %s", (words, at) => {
    expect(read(`打印机卡纸 ${words}`)).toMatchObject({ title: "打印机卡纸", at, asks: [] });
    expect(read(`${words} 打印机卡纸`)).toMatchObject({ title: "打印机卡纸", at, asks: [] });
  });

  it.each([
    ["打印机卡纸", { title: "打印机卡纸", at: NOW, asks: [] }],
    ["昨天 打印机卡纸", { title: "打印机卡纸", at: undefined, asks: ["timeOfDayMissing"] }],
    ["打印机卡纸 17:20", { title: "打印机卡纸", at: "2026-11-22 17:20", asks: ["inTheFuture"] }],
    ["3-5 病区打印机卡纸", { title: "3-5 病区打印机卡纸", at: NOW }],
    ["打印机卡纸 25:10", { title: "打印机卡纸 25:10", at: NOW }],
    ["8:30", { title: "", at: "2026-11-22 08:30", asks: ["titleMissing"] }],
    ["", { title: "", asks: ["titleMissing"] }],
    ["   　", { title: "", asks: ["titleMissing"] }],
  ])("does not guess: %s", (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it.each([
    ["lis 无法打印", { systemId: "lis", vendorId: "ks", title: "无法打印" }],
    ["ＬＩＳ 无法打印", { systemId: "lis", title: "无法打印" }],
    ["LIS无法打印", { systemId: "lis", title: "LIS无法打印" }],
    ["LISTEN 无法打印", { title: "LISTEN 无法打印" }],
    ["合理用药 报错", { systemId: "drug", title: "报错" }],
    ["用药 报错", { systemId: "drug", title: "用药 报错" }],
    ["dr 登录慢", { vendorId: "dr", title: "登录慢" }],
    ["东方软件 登录慢", { vendorId: "dr", title: "登录慢" }],
    ["LIS 东软 登录慢", { systemId: "lis", vendorId: "dr", title: "登录慢" }],
    ["科盛 登录慢", { vendorId: "ks", title: "登录慢" }],
    ["医院信息 登录慢", { systemId: "his", title: "医院信息 登录慢" }],
    ["HIS LIS 接口不通", { systemId: "his", title: "LIS 接口不通" }],
  ])("finds systems and vendors: %s", (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it.each([
    ["特急 停机", { severity: "critical", title: "停机" }],
    ["停机 特急！！", { severity: "critical" }],
    ["停机 P1", { severity: "critical" }],
    ["停机 很急", { severity: "urgent" }],
    ["停机 一般", { severity: "normal" }],
    ["停机 不急", { severity: "low" }],
    ["停机 1", { title: "停机 1" }],
    ["紧急停机按钮坏了", { title: "紧急停机按钮坏了" }],
    ["停机 紧急 特急", { severity: "urgent", title: "停机 特急" }],
  ])("finds how urgent it is: %s", (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it.each([
    ["检验科 打印机卡纸", { department: "检验科", title: "打印机卡纸" }],
    ["检验中心 打印机卡纸", { department: "检验中心" }],
    ["内科3病区 打印机卡纸", { department: "内科3病区" }],
    ["打印机卡纸 王小明", { reporter: "王小明", department: "检验中心", phone: "6123" }],
    ["打印机卡纸 急诊科 王小明 13800001111", { department: "急诊科", phone: "13800001111" }],
    ["打印机卡纸 分机6188", { phone: "6188", title: "打印机卡纸" }],
    ["打印机卡纸 6188", { title: "打印机卡纸 6188" }],
    ["打印机卡纸 0832-2221234", { phone: "0832-2221234" }],
    ["打印机卡纸 电话", { channel: "phone", title: "打印机卡纸" }],
    ["打印机卡纸 微信", { channel: "message" }],
    ["打印机卡纸 李华", { title: "打印机卡纸 李华", asks: ["ambiguous"] }],
    ["王 打印机卡纸", { title: "王 打印机卡纸" }],
    ["收费、挂号无法登录", { title: "收费、挂号无法登录" }],
  ])("finds who calls: %s", (line, expected) => {
    expect(read(line)).toMatchObject(expected);
  });

  it("takes commas and full-width spaces between words", () => {
    expect(read("HIS，门诊收费无法登录，东软　８：３０；紧急")).toMatchObject({
      systemId: "his",
      vendorId: "dr",
      title: "门诊收费无法登录",
      at: "2026-11-22 08:30",
      severity: "urgent",
    });
  });
});
