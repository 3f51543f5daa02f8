import { expect, test, type Page } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
import { keepRecords } from "../support/kept-records.ts";
import { Officer } from "../support/officer.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
  await keepRecords(service.address, [
    ["hospital", "h1", { name: "滨江市第一人民医院" }],
    ["vendor", "v1", { name: "东软集团股份有限公司", shortName: "东软" }],
    [
      "contract",
      "k1",
      {
        title: "HIS 年度维护",
        vendorId: "v1",
        startDate: "2026-01-01",
        endDate: "2026-12-31",
        amountFen: 10_000_00,
      },
    ],
  ]);
});
test.afterEach(async () => {
  await service.stop();
});

const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });
/** A desk that was away asks again within half a minute. */
const SYNCED = { timeout: 45_000 };
const SIZE = { width: 1366, height: 768 };
const PASSWORD = "雨后的老城墙很安静啊";

test("two desks change one amount without seeing each other: both stand until one decides with a reason", async ({
  page,
}) => {
  const first = new Clerk(page, service.address);
  const second = await anotherDesk(page);
  for (const desk of [first, second]) await openEdit(desk.page);
  for (const [desk, amount] of [
    [first, "12000"],
    [second, "15000"],
  ] as const) {
    await desk.page.context().setOffline(true);
    await saveAmount(desk.page, amount);
  }
  for (const desk of [first, second]) await desk.page.context().setOffline(false);
  for (const desk of [first, second, first]) {
    await desk.page.reload();
    await synced(desk.page);
  }
  for (const desk of [first, second]) {
    await desk.go("/conflicts");
    await expect(desk.page.getByRole("link", { name: /合并与冲突.*1 项待处理/ })).toBeVisible(SYNCED);
    await expect(contest(desk.page)).toContainText("12,000.00");
    await expect(contest(desk.page)).toContainText("15,000.00");
    await expect(contest(desk.page)).toContainText("填写时看到的是：10,000.00");
  }
  await page.screenshot(shot("conflicts-contested"));

  await contest(page).getByRole("button", { name: "裁定…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("采用（必填）", { exact: true }).click();
  await page
    .locator(".ant-select-dropdown:visible")
    .getByText(/^12,000\.00 /)
    .click();
  await dialog.getByLabel("裁定人").fill("王主任");
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert")).toContainText("裁定理由");
  await dialog.getByLabel("裁定理由").fill("以合同原件为准");
  await page.screenshot(shot("conflicts-decide"));
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  for (const desk of [first, second]) {
    await expect(desk.page.getByText("没有待裁定的字段")).toBeVisible(SYNCED);
    await desk.page.getByRole("tab", { name: "已裁定" }).click();
    await expect(contest(desk.page)).toContainText("以合同原件为准");
    await expect(contest(desk.page)).toContainText("12,000.00");
  }
  await page.screenshot(shot("conflicts-decided"));
  await second.page.context().close();
  expect([...first.complaints, ...second.complaints].filter(isNoOutage)).toEqual([]);
});

test("what a clerk may not change is taken back on the clerk's desk, and shown with the reason", async ({
  browser,
}) => {
  const officer = await Officer.of(service);
  const initial = await officer.hire("lina", "李娜", ["clerk"]);
  const code = await officer.deskCode();
  const context = await browser.newContext({ locale: "zh-CN", viewport: SIZE });
  const page = await context.newPage();
  await page.goto(service.address);
  await page.getByLabel("登记码").fill(code);
  await page.getByLabel("本机名称").fill("二号机");
  await page.getByRole("button", { name: "登记本机" }).click();
  await page.getByLabel("登录名").fill("lina");
  await page.getByLabel("密码", { exact: true }).fill(initial);
  await page.keyboard.press("Enter");
  await page.getByLabel("现在的密码").fill(initial);
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再输一次").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "设置新密码" })).toBeHidden();
  await synced(page);

  await openEdit(page);
  await saveAmount(page, "8000");
  await page.goto(`${service.address}#/conflicts`);
  await expect(page.getByRole("link", { name: /合并与冲突.*1 项待处理/ })).toBeVisible(SYNCED);
  await page.getByRole("tab", { name: /被退回/ }).click();
  await expect(contest(page)).toContainText("这一处只有主任能改");
  await expect(contest(page)).toContainText("8,000.00");
  await page.screenshot(shot("conflicts-refused"));
  await page.getByRole("button", { name: "不再显示" }).click();
  await expect(page.getByText("没有被退回的修改")).toBeVisible();
  await context.close();
  await officer.dispose();
});

async function openEdit(page: Page): Promise<void> {
  // What the screens are made of is fetched while there is a network.
  await page.goto(`${service.address}#/records/contract/k1`);
  await expect(page.getByRole("heading", { name: "HIS 年度维护" })).toBeVisible(SYNCED);
  await page.goto(`${service.address}#/records/contract/k1/edit`);
  await expect(page.getByLabel("合同金额")).toHaveValue(/10,?000/, SYNCED);
}

async function saveAmount(page: Page, yuan: string): Promise<void> {
  await page.getByLabel("合同金额").fill(yuan);
  await page.keyboard.press("Control+Enter");
  await expect(page).not.toHaveURL(/\/edit/);
}

/** Another browser with a store of its own, on the same service. */
async function anotherDesk(page: Page): Promise<Clerk> {
  const context = await page.context().browser()?.newContext({ locale: "zh-CN", viewport: SIZE });
  if (context === undefined) throw new Error("a second browser context");
  return new Clerk(await context.newPage(), service.address);
}

async function synced(page: Page): Promise<void> {
  await expect(page.getByText("已同步")).toBeVisible(SYNCED);
}

const contest = (page: Page) => page.locator(".sy-conflict");

/** A browser says on the console what it could not fetch. */
const isNoOutage = (complaint: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(complaint);
