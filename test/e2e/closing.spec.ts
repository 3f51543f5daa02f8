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
const reportDay = dateOf(now - 5 * 3_600_000);
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });

test("a closed case keeps its verdict; another one is given on purpose, and taken back with one key", async ({
  page,
}) => {
  await keepRecords(service.address, [
    ["hospital", "h1", { name: "滨江市第一人民医院" }],
    ["vendor", "v1", { name: "东软集团股份有限公司", shortName: "东软" }],
    ["system", "s1", { name: "HIS", vendorId: "v1" }],
    [
      "contract",
      "k1",
      {
        title: "HIS 年度维护",
        vendorId: "v1",
        startDate: addDays(reportDay, -200),
        endDate: addDays(reportDay, 160),
      },
    ],
    [
      "clause",
      "c1",
      {
        contractId: "k1",
        name: "故障解决",
        metric: "resolution",
        startEvent: "reported",
        stopEvent: "resolved",
        target: 8,
        unit: "hour",
        coverage: "always",
      },
    ],
  ]);
  const clerk = new Clerk(page, service.address);
  await page.goto(service.address);
  await clerk.reportAt("HIS 门诊收费无法登录 东软 紧急", ago(5));
  const card = page.url();
  await clerk.addEvent("解决", ago(1), "李工");
  await expect(clocks(page)).toContainText("按时，用时 4小时");
  const signing = await clerk.beginEvent("签字确认");
  await signing.getByLabel("签字人").fill("收费处 赵敏");
  await page.keyboard.press("Control+Enter");
  await expect(clocks(page)).toContainText("达标，用时 4小时");
  await expect(clocks(page)).toContainText("关闭时冻结");
  await page.screenshot(shot("closed"));

  // Two hours, as from the day of the report, were agreed later.
  await clerk.go("/records/contract/k1/clauses");
  await page.getByRole("button", { name: "修订…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^新版生效日期/).fill(reportDay);
  await dialog.getByLabel(/^时限/).fill("2");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();

  await page.goto(card);
  await expect(clocks(page)).toContainText("达标，用时 4小时");
  await expect(page.getByText(/按现行条款、日历和经过计算，结果不同：.*故障解决/)).toBeVisible();
  await page.screenshot(shot("closed-differs"));
  await page.getByRole("button", { name: "重新评定…" }).click();
  await expect(dialog.getByRole("row").filter({ hasText: "超时" })).toBeVisible();
  await page.screenshot(shot("re-evaluate"));
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeVisible();
  await dialog.getByLabel(/^理由/).fill("补充协议自报修当日生效");
  await dialog.getByLabel(/^评定人/).fill("王主任");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(clocks(page)).toContainText("超时 2小时");
  await expect(clocks(page)).toContainText("补充协议自报修当日生效");
  await expect(clocks(page)).toContainText("王主任");
  await expect(page.getByText(/结果不同/)).toBeHidden();
  await page.screenshot(shot("re-evaluated"));

  await page.getByRole("heading", { name: "合同时限" }).click();
  await page.keyboard.press("Control+z");
  await expect(clocks(page)).not.toContainText("超时 2小时");
  await expect(clocks(page)).toContainText("达标，用时 4小时");
  await expect(page.getByText(/结果不同/)).toBeVisible();
  expect(clerk.complaints).toEqual([]);
});

const clocks = (page: Page) => page.getByRole("region", { name: "合同时限" });
