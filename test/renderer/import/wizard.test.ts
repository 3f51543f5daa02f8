import { describe, expect, it } from "vitest";
import type { ImportEngine } from "../../../renderer/screens/import/engine-client.ts";
import { create } from "../../../shared/commands/edit.ts";
import { knownKeys, tellKnown } from "../../../renderer/screens/import/known-keys.ts";
import { importWizard, type Wizard } from "../../../renderer/screens/import/wizard.ts";
import type { WizardState } from "../../../renderer/screens/import/wizard-state.ts";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Desk } from "../../../renderer/db/desk.ts";
import { deskInMemory } from "../../support/desk-in-memory.ts";
import { sessionEngine } from "./session-engine.ts";

const LEDGER = `信息科故障台账,,,,,
编号,主题,厂商,系统,紧急程度,报修时间,解决时间
0001,门诊收费无法登录,东软,HIS,紧急,2026-1-4 8:05,2026-1-4 9:30
0002,检验结果不回传,卫宁,LIS,一般,2026/1/5 10:00,2026/1/6 16:00
0003,打印机卡纸,东软,ＨＩＳ,火烧眉毛,2026/1/7,
0004,登录缓慢, 东软 ,his,一般,不记得,
0002,检验结果不回传,卫宁,LIS,一般,2026/1/5 10:00,2026/1/6 16:00
`;

function wizardOn(desk: Desk, type: RecordType = "incident"): Wizard {
  return importWizard(type, { desk, startEngine: sessionEngine, now: () => Date.UTC(2026, 10, 22) });
}

async function until(wizard: Wizard, isThere: (state: WizardState) => boolean): Promise<WizardState> {
  for (let tries = 0; tries < 2000; tries++) {
    if (isThere(wizard.getState())) return wizard.getState();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error(`never came: ${JSON.stringify(wizard.getState()).slice(0, 2000)}`);
}

async function checked(wizard: Wizard, text: string, name = "台账.csv"): Promise<WizardState> {
  wizard.actions.chooseFile(name, new Blob([text]));
  await until(wizard, ({ step, busy }) => step === "sheet" && busy === null);
  wizard.actions.next();
  wizard.actions.next();
  return until(wizard, ({ verdict }) => verdict !== null);
}

async function imported(wizard: Wizard): Promise<WizardState> {
  wizard.actions.next();
  return until(wizard, ({ step, failure }) => step === "report" || failure !== null);
}

describe("the import wizard", () => {
  it("finds the header under a title row and suggests where each column goes", async () => {
    const wizard = wizardOn(deskInMemory());
    wizard.actions.chooseFile("台账.csv", new Blob([LEDGER]));
    const { look, mapping, opened } = await until(
      wizard,
      ({ busy, look: seen }) => busy === null && seen !== null,
    );
    expect(opened).toMatchObject({ encoding: "utf-8", sheets: [{ rows: 7 }] });
    expect(look?.header.row).toBe(2);
    expect(look?.samples[1]).toEqual(["门诊收费无法登录", "检验结果不回传", "打印机卡纸"]);
    expect(mapping?.columns.map(({ target }) => target)).toEqual([
      "number",
      "title",
      "vendorId",
      "systemId",
      "severity",
      "event.reported",
      "event.resolved",
    ]);
  });

  it("says before anything is written what will be, what is a duplicate and which vendors are new", async () => {
    const desk = deskInMemory();
    const { verdict } = await checked(wizardOn(desk), LEDGER);
    expect(verdict).toMatchObject({ rows: 5, duplicates: 1 });
    expect((verdict?.accepted ?? 0) + (verdict?.held ?? 0)).toBe(4);
    expect(verdict?.create.map(({ name }) => name).sort()).toEqual(["HIS", "LIS", "东软", "卫宁"]);
    expect(verdict?.problems.map(({ kind }) => kind)).toContain("unknownCode");
    expect(await desk.all("incident")).toEqual([]);
  });

  it("writes incidents with their timelines, makes each vendor once and links every row to it", async () => {
    const desk = deskInMemory();
    const wizard = wizardOn(desk);
    await checked(wizard, LEDGER);
    const { report, failure } = await imported(wizard);
    expect(failure).toBeNull();
    const [incidents, vendors, systems, events] = await Promise.all([
      desk.all("incident"),
      desk.all("vendor"),
      desk.all("system"),
      desk.all("incidentEvent"),
    ]);
    expect(report).toMatchObject({ records: incidents.length, events: events.length });
    expect(vendors.map(({ data }) => data.name).sort()).toEqual(["东软", "卫宁"]);
    expect(systems.map(({ data }) => data.name).sort()).toEqual(["HIS", "LIS"]);
    const first = incidents.find(({ data }) => data.number === "0001");
    expect(first?.data).toMatchObject({
      vendorId: vendors.find(({ data }) => data.name === "东软")?.id,
      importBatchId: report?.batchId,
      severity: "urgent",
      evidence: "A",
    });
    expect(
      (await desk.childrenOf("incidentEvent", first?.id ?? "")).map(({ data }) => [data.kind, data.at]),
    ).toEqual([
      ["reported", "2026-01-04T00:05:00.000Z"],
      ["resolved", "2026-01-04T01:30:00.000Z"],
    ]);
    const order = new Map(incidents.map(({ id }, at) => [id, at]));
    const parents = events.map(({ data }) => order.get(data.incidentId) ?? -1);
    expect(parents).toEqual([...parents].sort((a, b) => a - b));
  });

  it("adds nothing when the same file is imported again", async () => {
    const desk = deskInMemory();
    const wizard = wizardOn(desk);
    await checked(wizard, LEDGER);
    await imported(wizard);
    const before = (await desk.all("incident")).length;
    wizard.actions.restart();
    const { verdict } = await checked(wizard, LEDGER);
    expect(verdict).toMatchObject({ records: 0, accepted: 0, create: [] });
    wizard.actions.next();
    expect(wizard.getState().step).toBe("check");
    expect((await desk.all("incident")).length).toBe(before);
  });

  it("passes over an incident that another window wrote down since the check, and counts it", async () => {
    const desk = deskInMemory();
    const wizard = wizardOn(desk);
    const { verdict } = await checked(wizard, LEDGER);
    const [id = ""] = await desk.newIds(1);
    await desk.save({ zh: "录入", en: "Enter" }, [
      create("incident", id, { number: "0001", title: "同时录入的" }),
    ]);
    const { report } = await imported(wizard);
    expect(report?.duplicates).toBe((verdict?.duplicates ?? 0) + 1);
    expect(report?.records).toBe((verdict?.records ?? 0) - 1);
    const all = (await desk.all("incident")).filter(({ data }) => data.number === "0001");
    expect(all.map(({ data }) => data.title)).toEqual(["同时录入的"]);
  });

  it("leaves nothing behind when it is cancelled while writing", async () => {
    const desk = deskInMemory();
    const cancelled: string[] = [];
    const openImport = desk.openImport.bind(desk);
    const wizard = wizardOn({
      ...desk,
      openImport: async () => {
        const writer = await openImport();
        return {
          ...writer,
          add: (type, records) => {
            wizard.actions.cancelWrite();
            return writer.add(type, records);
          },
          cancel: () => {
            cancelled.push(writer.batchId);
            return writer.cancel();
          },
        };
      },
    });
    await checked(wizard, LEDGER);
    wizard.actions.next();
    await until(wizard, ({ step, written }) => step === "check" && written === null);
    expect(cancelled).toHaveLength(1);
    expect(await desk.all("incident")).toEqual([]);
    expect(await desk.all("importBatch")).toEqual([]);
    expect(wizard.getState().verdict?.records).toBeGreaterThan(0);
  });

  it("leaves nothing behind when the disk is full, and says so", async () => {
    const desk = deskInMemory();
    const wizard = wizardOn({
      ...desk,
      openImport: async () => ({
        ...(await desk.openImport()),
        add: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
      }),
    });
    await checked(wizard, LEDGER);
    const { failure, step } = await imported(wizard);
    expect(failure).toEqual({ kind: "storeFull" });
    expect(step).toBe("check");
    expect(await desk.all("incident")).toEqual([]);
  });

  it("takes the whole import back and lets it come again", async () => {
    const desk = deskInMemory();
    const wizard = wizardOn(desk);
    await checked(wizard, LEDGER);
    const { report } = await imported(wizard);
    wizard.actions.undo();
    await until(wizard, ({ undone }) => undone);
    expect((await desk.get("importBatch", report?.batchId ?? ""))?.data.state).toBe("undone");
  });

  it("gives the held rows back as a spreadsheet that says why", async () => {
    const wizard = wizardOn(deskInMemory(), "visit");
    const text = "服务内容,厂商,计划日期\n季度巡检,东软,2026-1-4\n年度巡检,东软,不知道\n";
    const { verdict } = await checked(wizard, text);
    expect(verdict).toMatchObject({ rows: 2, records: 1, held: 1 });
    const bytes = await wizard.actions.heldFile();
    const read = readSpreadsheet(bytes ?? new Uint8Array(), "未导入行.xlsx");
    const rows = read.ok ? [...(read.value.sheets[0]?.rows ?? [])] : [];
    expect(rows.map((row) => row[0])).toEqual(["错误原因", expect.stringContaining("第3行")]);
  });

  it("knows a visit that was imported before although the file names its vendor by the short name", async () => {
    const desk = deskInMemory();
    const text = "服务内容,厂商,计划日期\n季度巡检,东软,2026-1-4\n年度巡检,卫宁,2026-2-4\n";
    await desk.save({ zh: "", en: "" }, [
      { type: "vendor", id: "v1", patch: { name: "东方软件股份有限公司", shortName: "东软" } },
    ]);
    const wizard = wizardOn(desk, "visit");
    await checked(wizard, text);
    await imported(wizard);
    expect((await desk.all("vendor")).map(({ data }) => data.name)).toEqual(["东方软件股份有限公司", "卫宁"]);
    wizard.actions.restart();
    const { verdict } = await checked(wizard, text);
    expect(verdict).toMatchObject({ rows: 2, records: 0, duplicates: 2 });
  });

  it("holds backup checks of a plan that is not recorded, and says which", async () => {
    const wizard = wizardOn(deskInMemory(), "backupCheck");
    const { verdict } = await checked(wizard, "备份名称,检查日期,结果\nHIS每日,2026-1-4,正常\n");
    expect(verdict).toMatchObject({ rows: 1, accepted: 0, held: 1, records: 0 });
    expect(verdict?.problems).toMatchObject([{ kind: "unknownName", value: "HIS每日", holds: true }]);
  });

  it("keeps what was chosen when one goes back and on again", async () => {
    const wizard = wizardOn(deskInMemory());
    await checked(wizard, LEDGER);
    wizard.actions.back();
    wizard.actions.chooseCode(4, "火烧眉毛", "critical");
    wizard.actions.chooseTarget(1, "description");
    await until(wizard, ({ mapping }) => mapping?.columns[1]?.target === "description");
    wizard.actions.back();
    expect(wizard.getState().step).toBe("sheet");
    wizard.actions.next();
    expect(wizard.getState().mapping?.columns[1]?.target).toBe("description");
    wizard.actions.next();
    const { verdict } = await until(wizard, ({ verdict: found }) => found !== null);
    expect(verdict?.problems.map(({ kind }) => kind)).not.toContain("unknownCode");
  });

  it("says when a file cannot be read any more, and lets go of it", async () => {
    const wizard = wizardOn(deskInMemory());
    const gone = new Blob(["x"]);
    gone.arrayBuffer = () => Promise.reject(new DOMException("the stick was pulled out", "NotFoundError"));
    wizard.actions.chooseFile("台账.csv", gone);
    const { failure, step, busy } = await until(wizard, ({ failure: found }) => found !== null);
    expect({ failure, step, busy }).toEqual({
      failure: { kind: "unreadableFile" },
      step: "file",
      busy: null,
    });
  });

  it("tells the reader what the store holds some at a time, and forgets it for the next check", async () => {
    const engine = sessionEngine();
    const asked: number[] = [];
    const counting: ImportEngine = {
      ...engine,
      ask: async (question, ask) => {
        if ("keys" in ask) asked.push(ask.keys.length);
        return engine.ask(question, ask);
      },
    };
    const desk = deskInMemory();
    const ids = await desk.newIds(12_000);
    await desk.save(
      { zh: "录入", en: "Enter" },
      ids.map((id) => create("vendor", id, { name: id })),
    );
    await tellKnown(counting, knownKeys(desk, "vendor"));
    expect(asked).toEqual([5000, 5000, 2000]);
    await tellKnown(counting, knownKeys(deskInMemory(), "incident"));
    expect(await engine.ask("know", { keys: ["GZ-1"], restart: false })).toEqual({ ok: true, value: 1 });
  });

  it("reads a file of GBK text again in the encoding one chooses", async () => {
    const wizard = wizardOn(deskInMemory());
    // 编号,主题 in GBK.
    const bytes = Uint8Array.of(
      0xb1,
      0xe0,
      0xba,
      0xc5,
      0x2c,
      0xd6,
      0xf7,
      0xcc,
      0xe2,
      0x0a,
      0x31,
      0x2c,
      0xd6,
      0xf7,
      0x0a,
    );
    wizard.actions.chooseFile("gbk.csv", new Blob([bytes]));
    await until(wizard, ({ busy, look }) => busy === null && look !== null);
    expect(wizard.getState().opened?.encoding).toBe("gb18030");
    expect(wizard.getState().look?.preview[0]?.cells).toEqual(["编号", "主题"]);
    wizard.actions.chooseEncoding("utf-16le");
    await until(wizard, ({ busy }) => busy === null);
    expect(wizard.getState().look?.preview[0]?.cells).not.toEqual(["编号", "主题"]);
  });

  it.each([
    ["空.csv", new Blob([]), "nothingToImport"],
    ["图.xlsx", new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1)]), "notASpreadsheet"],
  ])("says in plain words why %s cannot be read", async (name, content, kind) => {
    const wizard = wizardOn(deskInMemory());
    wizard.actions.chooseFile(name, content);
    const { failure, step } = await until(wizard, ({ failure: found }) => found !== null);
    expect(failure?.kind).toBe(kind);
    expect(step).toBe("file");
  });
});
