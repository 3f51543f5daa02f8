import { gbkBytes } from "./spreadsheet-sheet.ts";

/** An office's old fault ledger as Excel in China saves it: GBK, a title above the header, one bad date, one repeat. */
export function oldLedger(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = [
    "信息科故障台账（2026年）",
    "编号,故障主题,系统,厂商,紧急程度,报修时间,响应时间,解决时间,处理人",
    // Friday evening before a make-up Saturday: answered in half an hour, solved on the Saturday morning.
    "0001,门诊收费打印机卡纸,HIS,东软,紧急,2026/2/13 17:00,2026/2/13 17:30,2026/2/14 10:00,张工",
    // Answered after two hours: late by the clause.
    '0002,"医保接口超时，影响出院结算",HIS,东软,一般,2026年3月2日 8:05,2026/3/2 10:05,2026/3/2 16:00,李工',
    "0003,检验报告查询缓慢,LIS,卫宁,低,2026-3-5 9:00,,,王工",
    "0004,药房发药窗口黑屏,HIS,东软,紧急,不详,2026/3/6 9:00,2026/3/6 9:30,张工",
    "0003,检验报告查询缓慢,LIS,卫宁,低,2026-3-5 9:00,,,王工",
  ];
  return { name: "旧台账.csv", mimeType: "text/csv", buffer: Buffer.from(gbkBytes(lines.join("\r\n"))) };
}
