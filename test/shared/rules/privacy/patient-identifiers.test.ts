import { expect, test } from "vitest";
import { findPatientIdentifiers } from "../../../../shared/rules/privacy/patient-identifiers.ts";

const found = (text: string): readonly (readonly [string, string])[] =>
  findPatientIdentifiers(text).map((one) => [one.kind, one.text] as const);

// The identity numbers are the well-known specimen 11010519491231002X and others with a computed check digit.
test.each([
  ["身份证11010519491231002X的病人", "idCard", "11010519491231002X"],
  ["11010519491231002x", "idCard", "11010519491231002x"],
  ["证号１１０１０５１９４９１２３１００２Ｘ。", "idCard", "１１０１０５１９４９１２３１００２Ｘ"],
  ["回电13800138000", "mobile", "13800138000"],
  ["回电138 0013 8000谢谢", "mobile", "138 0013 8000"],
  ["回电138-0013-8000", "mobile", "138-0013-8000"],
  ["+86 13800138000", "mobile", "+86 13800138000"],
  ["病案号：0012345 无法打印", "recordNumber", "病案号：0012345"],
  ["住院号 20260012 查不到", "recordNumber", "住院号 20260012"],
  ["门诊号为MZ20260012", "recordNumber", "门诊号为MZ20260012"],
  ["患者ID：88123456", "recordNumber", "患者ID：88123456"],
  ["就诊卡号１２３４５６７８", "recordNumber", "就诊卡号１２３４５６７８"],
  ["住院号13800138000", "recordNumber", "住院号13800138000"],
  ["患者姓名：张三丰", "patientName", "患者姓名：张三丰"],
])("sees %j", (text, kind, words) => {
  expect(found(text)).toEqual([[kind, words]]);
});

test.each([
  "",
  "门诊收费窗口6个、自助机12台，约90秒后提示“连接超时（ORA-12170）”",
  "一个数字错的身份证110105194912310021",
  "没有那一天110105194913310022",
  "合同QYYY-2026-HIS-031，服务编号BC-HIS-20260131",
  "总机0999-5550133，热线400-555-0199",
  "订单号2138001380001",
  "XXK-GZ-2026-7K2M9P-0007",
  "住院号录入框无法输入",
  "病历打印失败",
  "患者无法缴费",
  "IP 10.138.0013.8000",
])("is quiet about %j", (text) => {
  expect(found(text)).toEqual([]);
});

test("finds all of them, in order, and says where each stands", () => {
  const text = "患者姓名：李四，住院号 998877，电话13900139000，证件11010519491231002X";
  const all = findPatientIdentifiers(text);
  expect(all.map(({ kind }) => kind)).toEqual(["patientName", "recordNumber", "mobile", "idCard"]);
  for (const { at, text: words } of all) expect(text.slice(at, at + words.length)).toBe(words);
});

test("a very long text is read in no time", () => {
  const started = performance.now();
  findPatientIdentifiers("病案号：患者1380013 ".repeat(12_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
