import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { addDays } from "../../shared/lib/dates.ts";
import { dateOf, formatWall } from "../../shared/lib/instants.ts";
import { Clerk } from "../support/clerk.ts";
import { oldLedger } from "../support/old-ledger.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

const SCREENS = [
  "/",
  "/incidents",
  "/report",
  "/import",
  "/records/vendor",
  "/records/vendor/new",
  "/paper-blanks",
  "/settings",
  "/inbox",
  "/contracts/sign",
  "/contracts/sign/s0-bronze",
  "/calendars",
  "/calendars/2027/enter",
];

test("a blank that was filled in by hand keeps its printed number, once", async ({ page }) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.go("/paper-blanks");
  await page.getByLabel("份数").fill("1");
  await page.getByLabel("份数").press("Enter");
  const number =
    (await page.locator(".paper-number").first().textContent())?.replace(/^编号：/, "").trim() ?? "";
  expect(number).toMatch(/^XXK-GZ-\d{4}-[0-9A-Z]{6}-\d{4}$/);

  const scan = async (): Promise<void> => {
    await page.getByPlaceholder(/^一行报修/).fill(`shouyue:number:${number}`);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(/^已有编号/)).toHaveValue(number);
    await page.getByLabel(/^故障主题/).fill("断网期间手工登记");
    await page.keyboard.press("Control+Enter");
  };
  await scan();
  await expect(page).toHaveURL(/#\/incidents\//);
  await expect(page.getByText(number).first()).toBeVisible();
  await clerk.go("/incidents");
  await scan();
  await expect(page.getByText(/已经登记过故障/)).toBeVisible();
  expect(clerk.complaints).toEqual([]);
});

test("visits are kept, exported, and not doubled by importing what was exported", async ({ page }) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.go("/records/vendor/new");
  await clerk.fill("厂商名称", "卫宁健康");
  await clerk.saveForm();
  await clerk.go("/records/visit/new");
  await clerk.fill("服务内容", "第四季度巡检");
  await clerk.choose("厂商", "卫宁");
  await clerk.choose("类型", "巡检");
  await clerk.fill("计划日期", "2026-11-30");
  await clerk.fill("工程师", "00123");
  await clerk.saveForm();
  await clerk.go("/records/visit");
  await expect(page.getByRole("gridcell", { name: "第四季度巡检" })).toBeVisible();
  await page.screenshot({ path: "test-results/screens/visits.png" });
  await page.getByRole("button", { name: "导出" }).click();
  const file = await clerk.download(async () => page.getByRole("menuitem", { name: /xlsx/ }).click());
  await clerk.readFile(
    { name: file.name, mimeType: "application/octet-stream", buffer: Buffer.from(file.bytes) },
    undefined,
    "visit",
  );
  expect(await clerk.count("可导入")).toBe(0);
  expect(await clerk.count("重复，跳过")).toBe(1);
  await page.getByRole("button", { name: "放弃" }).click();
  await page.getByRole("dialog").getByRole("button").last().click();

  // What was done is taken back after a restart, and done again.
  await clerk.go("/records/visit");
  await page.reload();
  await expect(page.getByRole("gridcell", { name: "第四季度巡检" })).toBeVisible();
  await page.getByRole("heading", { name: "上门服务" }).first().click();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("gridcell", { name: "第四季度巡检" })).toBeHidden();
  await page.keyboard.press("Control+y");
  await expect(page.getByRole("gridcell", { name: "第四季度巡检" })).toBeVisible();
  expect(clerk.complaints).toEqual([]);
});

test("the incident list obeys Excel's keys, copies as a table, and remembers its columns", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.importFile(oldLedger());
  await clerk.go("/incidents");
  await clerk.listShows("3");
  const cursor = page.locator('[role="gridcell"][tabindex="0"]');

  // The oldest first: sorted by the head of the column.
  await page.getByRole("columnheader", { name: /故障编号/ }).click();
  const first = page.getByRole("gridcell").first();
  await expect(first).toHaveText("0001");
  await first.click({ position: { x: 150, y: 10 } });
  await page.keyboard.press("Control+Home");
  await expect(cursor).toHaveText("0001");
  await page.keyboard.press("ArrowDown");
  await expect(cursor).toHaveText("0002");
  await page.keyboard.press("ArrowRight");
  await expect(cursor).toHaveText("医保接口超时，影响出院结算");
  await page.keyboard.press("Home");
  await expect(cursor).toHaveText("0002");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+c");
  const copied = async (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/^0001\t门诊收费打印机卡纸\r?\n0002\t医保接口超时，影响出院结算\s*$/);
  await page.keyboard.press("Control+Shift+c");
  await expect.poll(copied).toMatch(/^故障编号\t故障主题\r?\n0001/);

  // Head and first column stay while the rest is scrolled.
  const head = page.getByRole("columnheader", { name: /故障编号/ });
  const before = await head.boundingBox();
  await page.getByRole("grid").evaluate((grid) => grid.scrollTo({ left: 400 }));
  expect(await head.boundingBox()).toEqual(before);

  await page.getByRole("button", { name: "列设置" }).click();
  await page.getByRole("checkbox", { name: "科室" }).click();
  await expect(page.getByRole("columnheader", { name: /科室/ })).toHaveCount(0);
  await page.reload();
  await clerk.listShows("3");
  await expect(page.getByRole("columnheader", { name: /科室/ })).toHaveCount(0);

  await page.getByRole("button", { name: /^筛选 紧急程度/ }).click();
  await page.getByRole("checkbox", { name: /^低/ }).click();
  await clerk.listShows("1");
  await page.keyboard.press("Escape");
  await page.screenshot({ path: "test-results/screens/list-filtered.png" });
  expect(clerk.complaints).toEqual([]);
});

test("every main screen is accessible, fits small screens, and speaks English throughout", async ({
  page,
}) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await looksRight(clerk, SCREENS, "nav, main h1, main button, main label");
  expect(clerk.complaints).toEqual([]);
});

test("a contract that is lived with and a fault that is late are accessible, fit small screens, and speak English", async ({
  page,
}) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  const contract = await signBronze(clerk);
  await clerk.reportAt("HIS 门诊收费无法登录 东软 紧急", ago(30));
  const card = new URL(page.url()).hash.slice(1);
  await clerk.addEvent("答复", ago(24), "李工");
  const dialog = await clerk.beginEvent("暂停计时");
  await dialog.getByLabel("发生时间").fill(ago(20));
  await clerk.pick("暂停原因", "等待我方确认");
  await clerk.pick("提出方", "厂商");
  await dialog.getByLabel(/^凭证/).fill("会议纪要 12 号");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: "暂停台账" })).toBeVisible();
  await clerk.addEvent("恢复计时", ago(2), "李工");
  await expect(page.getByText(/超时 2小时/).first()).toBeVisible();

  const tabs = ["clauses", "entitlements", "obligations", "agreements", "acceptance", "history"];
  // What a contract and a fault are called is the office's own word.
  await looksRight(
    clerk,
    [card, "/", contract, ...tabs.map((tab) => `${contract}/${tab}`), "/inbox"],
    "nav, main h2, main th, main button, main label",
  );
  expect(clerk.complaints).toEqual([]);
});

const ago = (hours: number): string => formatWall(Date.now() - hours * 3_600_000);

/** A small office screen at 125 %, a common one, and an old one. */
const SIZES = [
  { width: 1093, height: 614 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];

/** No serious finding of axe, nothing wider than the screen, and in English no Chinese in what `words` selects. */
async function looksRight(clerk: Clerk, paths: readonly string[], words: string): Promise<void> {
  const { page } = clerk;
  const open = async (path: string): Promise<void> => {
    await clerk.go(path);
    await expect(page.locator("main h1").first()).toBeVisible();
    await expect(page.getByText(/^(正在读取…|Reading…)$/)).toHaveCount(0);
  };
  for (const path of paths) {
    await open(path);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect.soft(serious.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect.soft(await page.evaluate(tooWide), `${path} at ${size.width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  await page.getByRole("button", { name: "English" }).click();
  for (const path of paths) {
    await open(path);
    const chinese = await page.locator(words).allInnerTexts();
    expect
      .soft(
        chinese.filter((text) => /[\u4e00-\u9fff]/.test(text.replace(/守约?/g, ""))),
        path,
      )
      .toEqual([]);
  }
}

/** In the page: what would have to be scrolled sideways. A list in Excel's manner may, as a sheet may. */
function tooWide(): string[] {
  return [document.documentElement, ...document.querySelectorAll("main, main *")]
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)) &&
        element.closest('[role="grid"], textarea') === null,
    )
    .map(
      ({ outerHTML, scrollWidth, clientWidth }) => `${scrollWidth}/${clientWidth} ${outerHTML.slice(0, 120)}`,
    );
}

/** A vendor, its system, and a 铜牌 contract of its; gives the address of the contract's page. */
async function signBronze(clerk: Clerk): Promise<string> {
  const { page } = clerk;
  await clerk.go("/records/vendor/new");
  await clerk.fill("厂商名称", "东软集团股份有限公司");
  await clerk.fill("简称", "东软");
  await clerk.saveForm();
  await clerk.go("/records/system/new");
  await clerk.fill("系统名称", "HIS");
  await clerk.choose("厂商", "dr");
  await clerk.saveForm();
  await clerk.go("/contracts/sign/s0-bronze");
  await clerk.choose("厂商", "dr");
  await clerk.fill("合同编号", "HT-铜-01");
  await clerk.fill("开始日期", addDays(dateOf(Date.now()), -100));
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/records\/contract\/[^/]+$/);
  return new URL(page.url()).hash.slice(1);
}
