import { expect, test } from "@playwright/test";
import { readSpreadsheet } from "../../shared/import/read/read-spreadsheet.ts";
import { Clerk } from "../support/clerk.ts";
import { oldLedger } from "../support/old-ledger.ts";
import { sharedData } from "../support/shared-data.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

async function newClerk(page: ConstructorParameters<typeof Clerk>[0]): Promise<Clerk> {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  return clerk;
}

/** In points: 210 × 297 mm. */
const A4 = /MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/;
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });

test("an old ledger becomes a clocked history, and the import is taken back with one key", async ({
  page,
}) => {
  const clerk = await newClerk(page);
  await clerk.signContract();
  const counts = await clerk.importFile(oldLedger(), async (step) => {
    await page.screenshot(shot(`import-${step}`));
  });
  expect(counts).toEqual({ rows: 5, imported: 3, duplicates: 1, held: 1 });

  // The row that was held comes back as a spreadsheet that says why.
  const held = await clerk.download(async () => page.getByRole("button", { name: /下载未导入/ }).click());
  const book = readSpreadsheet(held.bytes, held.name, {});
  expect(book.ok && [...(book.value.sheets[0]?.rows ?? [])].flat()).toContain("错误原因");
  expect(book.ok && [...(book.value.sheets[0]?.rows ?? [])].flat()).toContain("药房发药窗口黑屏");

  await clerk.go("/incidents");
  await clerk.listShows("3");
  await clerk.find("卡纸", "1");
  await clerk.find("mzsf", "1");
  await page.getByRole("link", { name: "0001" }).click();
  await expect(page.getByRole("heading", { name: "门诊收费打印机卡纸" })).toBeVisible();
  await expect(page.getByText("响应 1 小时")).toBeVisible();
  await page.getByRole("button", { name: "为什么是这个时间" }).last().click();
  // Seventeen to eighteen on the Friday, then the make-up Saturday, which an ordinary week would not have.
  await expect(page.getByText("2026-02-14 08:00").first()).toBeVisible();
  await expect(page.getByText(/调休/).first()).toBeVisible();
  await page.screenshot(shot("why"));
  await page.keyboard.press("Escape");
  await page.screenshot(shot("card-imported"));

  // Once more the same file: nothing new, and nothing to begin.
  await clerk.readFile(oldLedger());
  await expect(page.getByRole("button", { name: "开始导入" })).toBeDisabled();
  expect(await clerk.count("可导入")).toBe(0);
  expect(await clerk.count("重复，跳过")).toBe(4);
  await page.getByRole("button", { name: "放弃" }).click();
  await page.getByRole("dialog").getByRole("button").last().click();
  await clerk.go("/incidents");
  await page.getByPlaceholder(/^搜索编号/).fill("");
  await clerk.listShows("3");
  // In the search box Ctrl+Z takes back typing; outside it, the last thing done.
  await page.getByRole("heading", { name: "故障", exact: true }).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("还没有故障").first()).toBeVisible();
  await page.keyboard.press("Control+y");
  await clerk.listShows("3");

  // Another browser on the same service has it all from the SQLite file.
  await expect(page.getByText("已同步")).toBeVisible({ timeout: 30_000 });
  const elsewhere = await page.context().browser()?.newContext();
  const second = await elsewhere?.newPage();
  if (second === undefined) throw new Error("a second browser context");
  await second.goto(`${service.address}#/incidents`);
  await expect(second.getByText(/^共 3 条/)).toBeVisible({ timeout: 30_000 });
  await elsewhere?.close();
  expect(clerk.complaints).toEqual([]);
});

test("a new fault is reported on one line, clocked, exported and still there after a restart", async ({
  page,
}) => {
  const clerk = await newClerk(page);
  await clerk.signContract();
  await clerk.reportFault("HIS 门诊收费无法登录 东软 紧急", async () => {
    await page.screenshot(shot("report"));
  });
  await expect(page.getByText(/XXK-GZ-\d{4}-[0-9A-Z]{6}-0001/).first()).toBeVisible();
  await expect(page.getByText("解决 8 工时")).toBeVisible();
  await page.getByRole("button", { name: "响应", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^保存/ }).click();
  await expect(page.getByText("处理中").first()).toBeVisible();
  await page.screenshot(shot("card"));

  // The fault report fax: the right page size, and the number and the promise on it.
  expect(await clerk.faxAsPdf()).toMatch(A4);
  await page.screenshot(shot("paper"));

  await clerk.go("/");
  await expect(page.getByText("门诊收费无法登录")).toBeVisible();
  await page.screenshot(shot("home"));

  await clerk.go("/incidents");
  await clerk.listShows("1");
  for (const [menu, extension] of [
    ["Excel", "xlsx"],
    ["文本表格", "csv"],
  ] as const) {
    await page.getByRole("button", { name: "导出" }).click();
    const file = await clerk.download(async () =>
      page.getByRole("menuitem", { name: new RegExp(menu) }).click(),
    );
    expect(file.name).toMatch(new RegExp(`^故障清单_\\d{8}_\\d{4}\\.${extension}$`));
    const book = readSpreadsheet(file.bytes, file.name, {});
    expect(book.ok && [...(book.value.sheets[0]?.rows ?? [])].flat()).toContain("门诊收费无法登录");
  }

  await page.reload();
  await clerk.listShows("1");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Incidents" }).first()).toBeVisible();
  await page.screenshot(shot("list-english"));
  expect(clerk.complaints).toEqual([]);
});

const realFiles = [
  {
    file: "incidents-large/incident_event_log.csv",
    rows: 141_712,
    records: 24_918,
    words: "0000045",
    found: "1",
  },
  { file: "incidents-small/附件3.xlsx", rows: 4326, records: 4326, words: "188006", found: "1" },
  { file: "incidents-small/ExcelToJSon/test3.xls", rows: 2, records: 2, words: "", found: "2" },
];

for (const { file, rows, records, words, found } of realFiles) {
  test(`the whole job on the real file ${file}: in, found, opened, a fault reported, faxed, exported, taken back`, async ({
    page,
  }) => {
    const path = sharedData(file);
    test.skip(path === undefined, `sample data not present: ${file}`);
    const clerk = await newClerk(page);
    await clerk.signContract();
    const started = Date.now();
    const counts = await clerk.importFile(path ?? "");
    console.log(`${file}: ${rows} rows through the wizard in ${Date.now() - started} ms`);
    expect(counts).toEqual({ rows, imported: rows, duplicates: 0, held: 0 });
    await clerk.go("/incidents");
    await clerk.listShows(grouped(records));
    await clerk.find(words, found);
    await page.getByRole("gridcell").getByRole("link").first().click();
    await expect(page.getByText("旧台账导入")).toBeVisible();
    await expect(page.getByText("经过", { exact: true })).toBeVisible();

    await clerk.reportFault("HIS 门诊收费无法登录 东软 紧急");
    await expect(page.getByText("解决 8 工时")).toBeVisible();
    await page.getByRole("button", { name: "为什么是这个时间" }).last().click();
    await expect(page.getByRole("dialog").getByText("计时").first()).toBeVisible();
    await page.keyboard.press("Escape");
    expect(await clerk.faxAsPdf()).toMatch(A4);

    await clerk.go("/incidents");
    await page.getByPlaceholder(/^搜索编号/).fill("");
    await clerk.listShows(grouped(records + 1));
    await page.getByRole("button", { name: "导出" }).click();
    const exported = await clerk.download(async () =>
      page.getByRole("menuitem", { name: /文本表格/ }).click(),
    );
    const book = readSpreadsheet(exported.bytes, exported.name, {});
    expect(book.ok && book.value.sheets[0]?.rows.length).toBe(records + 2);

    // The newest step first: the report, then the import.
    await page.getByRole("heading", { name: "故障", exact: true }).click();
    await page.keyboard.press("Control+z");
    await clerk.listShows(grouped(records));
    await page.keyboard.press("Control+z");
    await expect(page.getByText("还没有故障").first()).toBeVisible({ timeout: 30_000 });
    expect(clerk.complaints).toEqual([]);
  });
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
