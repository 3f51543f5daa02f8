import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
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

test("every main screen is accessible, fits a small screen at 125 %, and speaks English throughout", async ({
  page,
}) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  for (const path of SCREENS) {
    await clerk.go(path);
    await expect(page.locator("main h1").first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 1093, height: 614 });
  for (const path of SCREENS) {
    await clerk.go(path);
    await expect(page.locator("main h1").first()).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      path,
    ).toBeLessThanOrEqual(0);
  }
  await page.getByRole("button", { name: "English" }).click();
  for (const path of SCREENS) {
    await clerk.go(path);
    await expect(page.locator("main h1").first()).toBeVisible();
    const chinese = await page.locator("nav, main h1, main button, main label").allInnerTexts();
    expect(
      chinese.filter((text) => /[\u4e00-\u9fff]/.test(text.replace(/守约?/g, ""))),
      path,
    ).toEqual([]);
  }
  expect(clerk.complaints).toEqual([]);
});
