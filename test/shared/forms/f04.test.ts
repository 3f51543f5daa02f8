import { describe, expect, test } from "vitest";
import { blankFaultReport, faultReportFax } from "../../../shared/forms/f04.ts";
import { paperWords } from "../../support/paper-words.ts";
import { blank, faultReport, hospital, incident, longStory, shortFax } from "../../support/sample-papers.ts";

describe("a fault report fax", () => {
  test("says everything the vendor has to know, in words and absolute times", () => {
    const words = paperWords(shortFax);
    for (const box of [
      "收件单位：北辰医疗软件股份有限公司",
      "传真号：010-55550198",
      "发件人：李明",
      "发件时间：2026年11月23日 08:40",
      "页数",
      "回传要求：请于 2026年11月23日 10:00 前签字盖章回传至传真 0999-5550102",
      "合同编号：QYYY-2026-HIS-031",
      "服务编号：BC-HIS-20260131",
      "系统名称：医院信息系统（HIS）",
      "模块：门诊收费",
      "软件版本：V6.2.1",
      "发现时间：2026年11月23日 08:25",
      "报修时间：2026年11月23日 08:31",
      "科室：门诊收费处",
      "地点：门诊楼一楼",
      "报告人：王丽",
      "联系电话：0999-5550133",
      "紧急程度：√特急 □紧急 □一般 □低",
      "服务方式：√现场服务 √远程服务 □电话咨询 □其他：",
      "影响范围：门诊收费窗口6个、自助机12台，门诊患者无法缴费取药",
      "初步原因：初步判断为数据库监听或收费中间件连接池耗尽，网络连通正常。",
      "4.2 到场|2小时内（7×24）|2026年11月23日 10:31",
      "4.3 解决|1工作日内（按日历）|2026年11月24日 08:31（预估）",
    ])
      expect(words).toContain(box);
  });

  test("has a reply box of the vendor's own that stays on one page", () => {
    const reply = shortFax.sections.find(({ title }) => title?.startsWith("厂商回执"));
    expect(reply?.keepTogether).toBe(true);
    const words = paperWords({ ...shortFax, sections: reply === undefined ? [] : [reply] });
    for (const box of ["受理人：", "联系电话：", "处理意见：", "厂商盖章处"]) expect(words).toContain(box);
    expect(words.some((word) => word.startsWith("受理时间："))).toBe(true);
    expect(words.some((word) => word.startsWith("预计到场："))).toBe(true);
  });

  test("carries the number, the edition and the way back to the incident", () => {
    expect(shortFax).toMatchObject({
      form: "F04",
      edition: "A/0",
      number: incident.number,
      urgency: "特急",
      qr: `shouyue:incident:${faultReport.incidentId}?n=${incident.number}`,
    });
  });

  test("tells the whole story, the title once", () => {
    const told = (description: string): string | undefined =>
      paperWords(faultReportFax({ ...faultReport, incident: { ...incident, description } })).find((word) =>
        word.startsWith("故障现象："),
      );
    expect(told(longStory)).toBe(`故障现象：${incident.title}\n${longStory}`);
    expect(told(" ")).toBe(`故障现象：${incident.title}`);
    expect(told(`${incident.title}，下午又出现`)).toBe(`故障现象：${incident.title}，下午又出现`);
  });

  test.each([
    ["现场", "√现场服务 □远程服务 □电话咨询 □其他："],
    ["电话咨询", "□现场服务 □远程服务 √电话咨询 □其他："],
    ["请寄备件", "□现场服务 □远程服务 □电话咨询 √其他：请寄备件"],
    ["", "□现场服务 □远程服务 □电话咨询 □其他："],
  ])("ticks the wanted service: %j", (wantedService, ticks) => {
    const paper = faultReportFax({ ...faultReport, incident: { ...incident, wantedService } });
    expect(paperWords(paper)).toContain(`服务方式：${ticks}`);
  });

  test("leaves a box for the pen where nothing is known, and never prints a missing value", () => {
    const bare = faultReportFax({
      incidentId: "a",
      incident: { number: "1", title: "坏了" },
      hospital: { name: "甲医院" },
      promises: [{ clause: "响应", agreed: "1小时内（7×24）", startEvent: "reported" }],
    });
    const words = paperWords(bare).join("\n");
    expect(words).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(words).toContain("响应|1小时内（7×24）|尚未起算");
    expect(bare.urgency).toBeUndefined();
    expect(bare.office).toBe("信息科");
    expect(bare.foot).toBe("");
  });

  test("every row of boxes is as wide as the sheet", () => {
    for (const paper of [shortFax, blank])
      for (const block of paper.sections.flatMap(({ blocks }) => blocks))
        if (block.kind === "fields") expect(block.cells.reduce((sum, { span }) => sum + span, 0)).toBe(12);
  });
});

describe("a blank fault report", () => {
  test("has its own number and code, and nothing filled in but the office", () => {
    const paper = blankFaultReport(hospital, "XXK-GZ-2026-7K2M9P-0108");
    expect(paper.number).toBe("XXK-GZ-2026-7K2M9P-0108");
    expect(paper.qr).toBe("shouyue:number:XXK-GZ-2026-7K2M9P-0108");
    const words = paperWords(paper);
    expect(words).toContain("故障现象：");
    expect(words).toContain("紧急程度：□特急 □紧急 □一般 □低");
    expect(words.join()).not.toContain("√");
  });
});
