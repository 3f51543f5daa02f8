import { expect, test } from "@playwright/test";
import { addDays } from "../../shared/lib/dates.ts";
import { dateOf } from "../../shared/lib/instants.ts";
import { Clerk } from "../support/clerk.ts";
import { keepRecords, type KeptRecord } from "../support/kept-records.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

const today = dateOf(Date.now());

/** What another desk of the office wrote down before. */
const KEPT: readonly KeptRecord[] = [
  ["hospital", "h1", { name: "滨江市第一人民医院" }],
  ["vendor", "v1", { name: "北辰医疗软件有限公司", shortName: "北辰" }],
  [
    "contract",
    "k1",
    { title: "HIS 年度维护", vendorId: "v1", startDate: "2020-01-01", endDate: addDays(today, 20) },
  ],
  [
    "obligation",
    "o1",
    {
      contractId: "k1",
      name: "付清尾款",
      party: "hospital",
      recurrence: "once",
      dueDate: addDays(today, -3),
    },
  ],
  [
    "obligation",
    "o2",
    {
      contractId: "k1",
      name: "季末问题汇总",
      party: "vendor",
      recurrence: "quarterly",
      fromDate: addDays(today, -200),
      untilDate: addDays(today, -20),
    },
  ],
];

test("what stayed silent is raised, put off with a reason, and gone once somebody decides", async ({
  page,
}) => {
  await keepRecords(service.address, KEPT);

  const clerk = new Clerk(page, service.address);
  await page.goto(service.address);
  await expect(page.getByRole("link", { name: /^提醒 3 条未阅/ })).toBeVisible();
  // The first page says what the office owes and is owed, beside the contract that ends.
  const panel = page.getByRole("region", { name: "义务与提醒" });
  await expect(panel.getByRole("listitem")).toHaveText([/季末问题汇总/, /付清尾款：逾期 3 天/]);
  await panel.getByRole("link", { name: /全部提醒/ }).click();
  const row = (name: RegExp) => page.getByRole("row", { name });
  await expect(row(/付清尾款：逾期 3 天未履行/)).toContainText("我方");
  await expect(row(/合同还有 20 天到期/)).toBeVisible();

  // By keyboard: seen, then put off; without a reason it is not.
  await row(/付清尾款/).focus();
  await page.keyboard.press("y");
  await expect(page.getByRole("link", { name: /^提醒 2 条未阅/ })).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByRole("dialog")).toContainText("付清尾款：逾期 3 天未履行");
  await expect(page.getByRole("dialog").getByLabel(/^暂缓至/)).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toContainText("请填写理由");
  await page.keyboard.type("等发票");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(row(/付清尾款/)).toBeHidden();
  await page.getByText("暂缓 1", { exact: true }).click();
  await expect(row(/付清尾款/)).toContainText("等发票");

  // A decision about the term silences it, after a restart too, and is kept with who decided.
  await page.getByText(/^未处理/).click();
  await page.getByText("合同", { exact: true }).last().click();
  await row(/合同还有 20 天到期/)
    .getByRole("button", { name: "已决定" })
    .click();
  await expect(page.getByRole("dialog").getByLabel(/^决定（/)).toBeFocused();
  await page.keyboard.type("续约一年");
  await page.getByLabel(/^决定人/).fill("王主任");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("这一类没有。")).toBeVisible();
  await page.reload();
  await clerk.go("/inbox");
  await expect(row(/季末问题汇总/)).toBeVisible();
  await expect(row(/合同还有 20 天到期/)).toBeHidden();
  await page.getByText("已处理", { exact: true }).click();
  await expect(row(/合同还有 20 天到期/)).toContainText(/王主任.*决定：续约一年/);
  await page.screenshot({ path: "test-results/screens/inbox.png" });
  expect(clerk.complaints).toEqual([]);
});
