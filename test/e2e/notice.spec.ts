import { expect, test } from "@playwright/test";
import { addDays, dayNumber, weekday, type CalendarDate } from "../../shared/lib/dates.ts";
import { dateOf } from "../../shared/lib/instants.ts";
import { publishedNotices } from "../../shared/rules/calendar/holidays/published.ts";
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

const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });

/** The first year of which the product knows no notice: today the next one, after a release a later one. */
const year = Math.max(...publishedNotices.map((notice) => notice.year)) + 1;
/** Reported today, as long as today lies before that year. */
const reported = [dateOf(Date.now()), `${year - 1}-12-15`].sort()[0] ?? dateOf(Date.now());
/** Working days, were there no holidays, up to the first of March. */
const target = weekdaysBetween(reported, `${year}-03-01`);

const HOLIDAYS = [
  ["元旦", "1月1日", "1月3日"],
  ["春节", "2月5日", "2月11日"],
  ["清明节", "4月4日", "4月6日"],
  ["劳动节", "5月1日", "5月5日"],
  ["端午节", "6月19日", "6月21日"],
  ["中秋节", "9月25日", "9月27日"],
  ["国庆节", "10月1日", "10月7日"],
] as const;

test("the notice of the coming year is typed in, and moves the due time that was provisional", async ({
  page,
}) => {
  await keepRecords(service.address, [
    ["hospital", "h1", { name: "滨江市第一人民医院" }],
    ["vendor", "v1", { name: "东软集团股份有限公司", shortName: "东软" }],
    ["system", "s1", { name: "HIS", vendorId: "v1" }],
    [
      "contract",
      "k1",
      { title: "HIS 年度维护", vendorId: "v1", startDate: `${year - 2}-01-01`, endDate: `${year + 1}-12-31` },
    ],
    [
      "clause",
      "c1",
      {
        contractId: "k1",
        name: "需求改造",
        metric: "resolution",
        startEvent: "reported",
        stopEvent: "resolved",
        target,
        unit: "workingDay",
        coverage: "calendar",
      },
    ],
  ]);
  const clerk = new Clerk(page, service.address);
  await page.goto(service.address);
  await clerk.reportAt("HIS 医保报表改版 东软 一般", `${reported} 00:00`);
  const card = page.url();
  const row = page.locator(".sy-clocks tr").filter({ hasText: "需求改造" });
  const due = row.locator(".sy-clock-due");
  await expect(due).toContainText("预估");
  const before = DUE.exec(await due.innerText())?.[0] ?? "";
  expect(before.slice(0, 4)).toBe(`${year}`);

  await clerk.go("/calendars");
  await page
    .getByRole("link", { name: new RegExp(`${year}`) })
    .first()
    .click();
  await page.getByRole("link", { name: `录入 ${year} 年通知` }).click();
  await page.getByLabel("文号").fill(`国办发明电〔${year - 1}〕7号`);
  for (const [at, [name, from, to]] of HOLIDAYS.entries()) {
    await expect(page.getByLabel(`第 ${at + 1} 行 节日`)).toHaveValue(name);
    await page.getByLabel(`第 ${at + 1} 行 放假自`).fill(from);
    await page.getByLabel(`第 ${at + 1} 行 至`).fill(to);
  }
  const effect = page.getByRole("region", { name: "保存后，未结故障的时限" });
  const move = effect.getByRole("row").filter({ hasText: "需求改造" });
  await expect(move).toContainText(`${before}（预估）`);
  const after = DUE.exec(await move.locator("strong").innerText())?.[0] ?? "";
  // The spring festival alone takes five working days or more.
  expect(dayNumber(after.slice(0, 10)) - dayNumber(before.slice(0, 10))).toBeGreaterThanOrEqual(5);
  await expect(move.locator("strong")).not.toContainText("预估");
  await page.screenshot(shot("notice-preview"));
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`/calendars/${year}$`));
  await page.screenshot(shot("notice-saved"));

  await page.goto(card);
  await expect(due).toContainText(after);
  await expect(due).not.toContainText("预估");
  const logged = page.locator(".sy-timeline > li").filter({ hasText: "时限重算" });
  await expect(logged).toContainText(before);
  await expect(logged).toContainText(after);
  await page.screenshot(shot("notice-card"));

  // Not yet: with the notice taken back the due time is provisional again.
  await page.getByRole("heading", { name: "合同时限" }).click();
  await page.keyboard.press("Control+z");
  await expect(due).toContainText(before);
  await expect(due).toContainText("预估");
  await expect(logged).toBeHidden();
  expect(clerk.complaints).toEqual([]);
});

const DUE = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/;

function weekdaysBetween(from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) {
    if (!["sat", "sun"].includes(weekday(day))) count += 1;
  }
  return count;
}
