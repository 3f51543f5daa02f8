import { expect, test } from "@playwright/test";
import { dateOfDayNumber, dayNumber } from "../../shared/lib/dates.ts";
import { dateOf, formatWall } from "../../shared/lib/instants.ts";
import { Clerk } from "../support/clerk.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

const A4 = /MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/;
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });
const days = (count: number): string => dateOfDayNumber(dayNumber(dateOf(Date.now())) + count);
const ago = (hours: number): string => formatWall(Date.now() - hours * 3_600_000);

test("a 铜牌 contract is signed from its template, held to its word, and its sixth visit is quoted", async ({
  page,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(15_000);
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await vendorAndSystem(clerk);

  // Signed from the template: one scheduled and five emergency visits a year.
  await clerk.go("/contracts/sign");
  await page.screenshot(shot("sign-templates"));
  await page.getByRole("link", { name: /铜牌/ }).first().click();
  await clerk.choose("厂商", "dr");
  await clerk.fill("合同编号", "HT-铜-01");
  await clerk.fill("开始日期", days(-100));
  await page.screenshot(shot("sign-bronze"));
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/records\/contract\/[^/]+$/);
  const contract = new URL(page.url()).hash.slice(1);
  await expect(page.getByText("铜牌级").first()).toBeVisible();
  await page.screenshot(shot("contract-overview"));

  // Late: reported thirty hours ago, answered two hours too late.
  await clerk.reportAt("HIS 门诊收费无法登录 东软 紧急", ago(30));
  await expect(page.getByText("答复 4 小时")).toBeVisible();
  await clerk.addEvent("答复", ago(24), "李工");
  await expect(page.getByText(/超时 2 ?小时/).first()).toBeVisible();
  await page.screenshot(shot("card-late"));
  await page
    .getByRole("button", { name: /出具违约认定单/ })
    .first()
    .click();
  await page.screenshot(shot("breach-dialog"));
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /出具并打印/ })
    .click();
  await expect(page.getByRole("heading", { name: /违约认定单/ }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^打印/ })).toBeEnabled();
  await page.screenshot(shot("breach-paper"));
  const sheet = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(sheet).toMatch(A4);
  await page.goBack();
  await expect(page.getByText("已出具").first()).toBeVisible();

  // Paused with proof: the plan is not late although a day and a half went by.
  await clerk.reportAt("HIS 药房打印机不出单 东软 一般", ago(36));
  const dialog = await clerk.beginEvent("暂停计时");
  await dialog.getByLabel("发生时间").fill(ago(34));
  await clerk.pick("暂停原因", "等待我方确认");
  await clerk.pick("提出方", "厂商");
  await dialog.getByLabel(/^凭证/).fill("会议纪要 12 号");
  await page.screenshot(shot("pause-dialog"));
  await dialog.getByRole("button", { name: /^保存/ }).click();
  await expect(page.getByText("会议纪要 12 号").first()).toBeVisible();
  await clerk.addEvent("恢复计时", ago(14));
  await expect(page.getByRole("heading", { name: "暂停台账" })).toBeVisible();
  // The office alone holds it: a day and a half by what both agree, in time by what the hospital holds.
  const plan = page.getByRole("row").filter({ hasText: "提交解决方案 24 小时" });
  await expect(plan).toContainText("剩余");
  await page.getByText("按双方认定").first().click();
  await expect(plan).toContainText("超时");
  await page.screenshot(shot("card-paused"));
  await page.getByRole("button", { name: "认定…" }).click();
  await clerk.pick("认定（必填）", "双方认定");
  await dialog.getByLabel("认可人").fill("东软 李工");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("东软 李工").first()).toBeVisible();
  await expect(plan).toContainText("剩余");

  // Five visits, one after another; each shows the balance before it is ordered.
  for (let visit = 1; visit <= 5; visit += 1) {
    await clerk.go(`${contract}/entitlements`);
    const line = page.locator(".sy-entitlement").filter({ hasText: "紧急上门" });
    await line.getByRole("button", { name: "预约上门" }).click();
    await expect(page.getByText(`预约后剩 ${5 - visit}`)).toBeVisible();
    await dialog.getByLabel("服务内容").fill(`第 ${visit} 次紧急上门`);
    await dialog.getByLabel("计划日期").fill(days(0));
    if (visit === 1) await page.screenshot(shot("order-visit"));
    await page.keyboard.press("Control+Enter");
    const row = page.getByRole("row").filter({ hasText: `第 ${visit} 次紧急上门` });
    await row.getByRole("button", { name: "完成" }).click();
    await dialog.getByLabel("实际日期").fill(days(0));
    await page.keyboard.press("Control+Enter");
    await expect(row.getByText("已完成")).toBeVisible();
  }
  await page.screenshot(shot("visits-used-up"));
  await expect(page.getByText(/已用完；下一次（第 6 次）/)).toBeVisible();

  // The sixth: 2 × (1,200 + (300 + 1,000) × 3) = 10,200 yuan.
  await page.getByRole("button", { name: "按次报价" }).first().click();
  for (const [label, value] of [
    ["事由", "第六次上门"],
    ["人数", "2"],
    ["天数", "3"],
    ["往返交通费", "1200"],
    ["住宿费", "300"],
  ] as const) {
    await dialog.getByLabel(label).fill(value);
    await page.keyboard.press("Tab");
  }
  await expect(page.getByText("¥10,200.00")).toBeVisible();
  await page.screenshot(shot("quote"));
  await page.keyboard.press("Control+Enter");
  await clerk.go(`${contract}/agreements`);
  await expect(page.getByText("10,200.00").first()).toBeVisible();
  await page.getByRole("button", { name: "派出" }).first().click();
  await expect(page.getByText(/没有盖章件/).first()).toBeVisible();
  await page.screenshot(shot("agreements"));
  await page.getByText("打印 F10").first().click();
  await expect(page.getByText("壹万零贰佰元整").first()).toBeVisible();
  expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).toMatch(A4);
  await page.screenshot(shot("f10"));

  // What pressed is in the inbox, and on the home page.
  await clerk.go("/inbox");
  await page.screenshot(shot("inbox"));
  expect(clerk.complaints).toEqual([]);
});

async function vendorAndSystem(clerk: Clerk): Promise<void> {
  await clerk.go("/records/vendor/new");
  await clerk.fill("厂商名称", "东软集团股份有限公司");
  await clerk.fill("简称", "东软");
  await clerk.saveForm();
  await clerk.go("/records/system/new");
  await clerk.fill("系统名称", "HIS");
  await clerk.choose("厂商", "dr");
  await clerk.saveForm();
}
