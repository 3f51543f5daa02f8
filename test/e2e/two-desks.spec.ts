import { expect, test, type Page } from "@playwright/test";
import { addDays } from "../../shared/lib/dates.ts";
import { dateOf, formatWall } from "../../shared/lib/instants.ts";
import { Clerk } from "../support/clerk.ts";
import { keepRecords } from "../support/kept-records.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

const now = Date.now();
const ago = (hours: number): string => formatWall(now - hours * 3_600_000);
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });
/** A desk that was away asks again within half a minute. */
const SYNCED = { timeout: 45_000 };

test("what one desk saves the other hears of, and the badge says how things stand", async ({ page }) => {
  const first = new Clerk(page, service.address);
  await first.settleIn("滨江市第一人民医院");
  await synced(page);
  const second = await anotherDesk(page);
  await second.page.goto(service.address);
  await synced(second.page);
  // Followed, a desk looks by itself once a minute only: what comes within seconds was heard of.
  await first.reportAt("HIS 门诊收费无法登录 东软 紧急", ago(1));
  await second.go("/incidents");
  await expect(second.page.locator(".sy-grid-row").filter({ hasText: "门诊收费无法登录" })).toBeVisible();

  await second.page.getByRole("button", { name: "已同步" }).click();
  const details = second.page.getByRole("tooltip");
  await expect(details).toContainText("上次一致");
  await second.page.screenshot(shot("two-desks-badge"));
  await second.page.context().setOffline(true);
  await details.getByRole("button", { name: "立即同步" }).click();
  await expect(second.page.getByRole("button", { name: /离线（\d\d:\d\d 起）/ })).toBeVisible();
  await expect(details).toContainText("可以照常工作");
  await second.page.screenshot(shot("two-desks-badge-offline"));
  await second.page.context().setOffline(false);
  await expect(second.page.getByRole("button", { name: "已同步" })).toBeVisible();
});

test("two desks that tell an arrival differently keep both accounts until one adjudicates", async ({
  page,
}) => {
  const first = new Clerk(page, service.address);
  await first.settleIn("滨江市第一人民医院");
  const contract = await first.signContract();
  await first.promise(contract, "到场 2 小时", ["到场", "报修", "到场", "2", "7×24"]);
  await first.reportAt("HIS 门诊收费无法登录 东软 紧急", ago(5));
  await expect(clause(page, "到场 2 小时")).toContainText("已超时 3小时");
  await synced(page);

  const second = await anotherDesk(page);
  await second.page.goto(page.url());
  await expect(clause(second.page, "到场 2 小时")).toContainText("已超时 3小时");

  // Cut off from each other, each writes down what it was told.
  for (const [desk, at, by] of [
    [first, ago(3.5), "保安登记"],
    [second, ago(2), "药房王姐"],
  ] as const) {
    await desk.page.context().setOffline(true);
    await desk.addEvent("到场", at, by);
    await expect(clause(desk.page, "到场 2 小时")).toContainText(desk === first ? "按时" : "超时 1小时");
  }
  for (const desk of [first, second]) await desk.page.context().setOffline(false);
  await second.page.reload();

  // Neither is lost, neither wins: a range until somebody decides.
  for (const desk of [first, second]) {
    await expect(clause(desk.page, "到场 2 小时")).toContainText("待裁定：用时 1小时30分～3小时", SYNCED);
    const banner = desk.page.getByRole("alert").filter({ hasText: "“到场”有 2 处记录，时间不一致" });
    await expect(banner).toContainText(new RegExp(`${ago(3.5)}.*保安登记`));
    await expect(banner).toContainText(new RegExp(`${ago(2)}.*药房王姐`));
  }
  await page.screenshot(shot("two-desks-contested"));
  await second.page.getByRole("alert").getByRole("button", { name: "裁定…" }).click();
  const dialog = second.page.getByRole("dialog");
  await second.page.keyboard.press("Control+Enter");
  await expect(dialog).toBeVisible();
  await second.pick("采用（必填）", `${ago(2)} 药房王姐`);
  await dialog.getByLabel("裁定理由").fill("门禁记录为准");
  await dialog.getByLabel("裁定人").fill("信息科 王主任");
  await second.page.screenshot(shot("two-desks-adjudicate"));
  await second.page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  for (const desk of [second, first]) {
    await expect(clause(desk.page, "到场 2 小时")).toContainText("超时 1小时", SYNCED);
    await expect(desk.page.getByText(/处记录，时间不一致/)).toBeHidden();
    const aside = timeline(desk.page).filter({ hasText: "未采信" });
    await expect(aside).toHaveCount(1);
    await expect(aside).toContainText("保安登记");
    await expect(aside.locator("del")).toHaveText("到场");
    await expect(timeline(desk.page).filter({ hasText: "门禁记录为准" })).toContainText("信息科 王主任");
  }
  await page.screenshot(shot("two-desks-adjudicated"));
  await second.page.context().close();
  expect([...first.complaints, ...second.complaints].filter(isNoOutage)).toEqual([]);
});

test("a pause entered on one desk and agreed on the other is held by both on both", async ({ page }) => {
  await keepRecords(service.address, [
    ["hospital", "h1", { name: "滨江市第一人民医院" }],
    ["vendor", "v1", { name: "东软集团股份有限公司", shortName: "东软" }],
    ["system", "s1", { name: "HIS", vendorId: "v1" }],
    ["contract", "k1", { title: "HIS 年度维护", vendorId: "v1", ...YEAR }],
    [
      "clause",
      "c1",
      {
        contractId: "k1",
        name: "解决 4 小时",
        metric: "resolution",
        startEvent: "reported",
        stopEvent: "resolved",
        target: 4,
        unit: "hour",
        coverage: "always",
        pauses: "agreed",
      },
    ],
  ]);
  const first = new Clerk(page, service.address);
  await page.goto(service.address);
  await first.reportAt("HIS 药房打印机不出单 东软 一般", ago(6));
  await expect(clause(page, "解决 4 小时")).toContainText("已超时 2小时");
  await synced(page);
  const second = await anotherDesk(page);
  await second.page.goto(page.url());
  await expect(clause(second.page, "解决 4 小时")).toContainText("已超时 2小时");

  const dialog = await first.beginEvent("暂停计时");
  await dialog.getByLabel("发生时间").fill(ago(5));
  await first.pick("暂停原因", "等待停机窗口");
  await first.pick("提出方", "厂商");
  await dialog.getByRole("button", { name: /^保存/ }).click();
  await expect(dialog).toBeHidden();
  await expect(clause(page, "解决 4 小时")).toContainText("暂停中，剩余 3小时");

  await synced(page);
  await second.page.reload();
  await expect(ledger(second.page)).toContainText("仅医院认定", SYNCED);
  await ledger(second.page).getByRole("button", { name: "认定…" }).click();
  await second.pick("认定（必填）", "双方认定");
  await second.page.getByRole("dialog").getByLabel("认可人").fill("东软 李工");
  await second.page.keyboard.press("Control+Enter");
  await expect(second.page.getByRole("dialog")).toBeHidden();
  await synced(second.page);
  await page.reload();
  for (const desk of [second, first]) {
    await expect(ledger(desk.page)).toContainText("双方认定", SYNCED);
    await expect(ledger(desk.page)).toContainText("东软 李工");
    await expect(clause(desk.page, "解决 4 小时")).toContainText("暂停中，剩余 3小时");
    // All readings agree: nothing to choose between.
    await expect(desk.page.getByText("按双方认定")).toBeHidden();
  }
  await second.page.context().close();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test("two desks that use up the same last visit lose neither, and the ledger says what is too many", async ({
  page,
}) => {
  await keepRecords(service.address, [
    ["hospital", "h1", { name: "滨江市第一人民医院" }],
    ["vendor", "v1", { name: "东软集团股份有限公司", shortName: "东软" }],
    ["contract", "k1", { title: "HIS 年度维护", vendorId: "v1", ...YEAR }],
    [
      "entitlement",
      "e1",
      {
        contractId: "k1",
        name: "紧急上门",
        kind: "emergencyVisit",
        granted: 1,
        period: "term",
        startsFrom: "term",
      },
    ],
  ]);
  const first = new Clerk(page, service.address);
  const second = await anotherDesk(page);
  for (const desk of [first, second]) {
    await desk.page.goto(`${service.address}#/records/contract/k1/entitlements`);
    await expect(entitlement(desk.page)).toContainText("共 1，已用 0，预占 0，剩 1");
  }
  for (const [desk, subject] of [
    [first, "门诊上门"],
    [second, "病区上门"],
  ] as const) {
    await desk.page.context().setOffline(true);
    await entitlement(desk.page).getByRole("button", { name: "预约上门" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByLabel("服务内容").fill(subject);
    await desk.page.keyboard.press("Control+Enter");
    const row = desk.page.getByRole("row").filter({ hasText: subject });
    await row.getByRole("button", { name: "完成" }).click();
    await dialog.getByLabel("实际日期").fill(dateOf(now));
    await desk.page.keyboard.press("Control+Enter");
    await expect(row.getByText("已完成")).toBeVisible();
    await expect(entitlement(desk.page)).toContainText("共 1，已用 1，预占 0，剩 0");
  }
  for (const desk of [first, second, first]) {
    await desk.page.context().setOffline(false);
    await desk.page.reload();
    await synced(desk.page);
  }
  for (const desk of [first, second]) {
    await expect(entitlement(desk.page)).toContainText("共 1，已用 2，预占 0，超出 1", SYNCED);
    await entitlement(desk.page).getByRole("button", { name: "展开 紧急上门" }).click();
    for (const subject of ["门诊上门", "病区上门"]) {
      await expect(
        desk.page.getByRole("row").filter({ hasText: subject }).filter({ hasText: "使用" }),
      ).toHaveCount(1);
    }
  }
  await page.screenshot(shot("two-desks-visits"));
  await second.page.context().close();
  expect([...first.complaints, ...second.complaints].filter(isNoOutage)).toEqual([]);
});

/** A contract year around today. */
const YEAR = { startDate: addDays(dateOf(now), -200), endDate: addDays(dateOf(now), 160) };

/** Another browser with a store of its own, on the same service. */
async function anotherDesk(page: Page): Promise<Clerk> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ locale: "zh-CN", viewport: page.viewportSize() });
  if (context === undefined) throw new Error("a second browser context");
  return new Clerk(await context.newPage(), service.address);
}

async function synced(page: Page): Promise<void> {
  await expect(page.getByText("已同步")).toBeVisible(SYNCED);
}

const clause = (page: Page, name: string) => page.locator(".sy-clocks tr").filter({ hasText: name });
const timeline = (page: Page) => page.locator(".sy-timeline > li");
const ledger = (page: Page) => page.getByRole("region", { name: "暂停台账" });
const entitlement = (page: Page) => page.locator(".sy-entitlement").filter({ hasText: "紧急上门" });

/** A browser says on the console what it could not fetch. */
const isNoOutage = (complaint: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(complaint);
