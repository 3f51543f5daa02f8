import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { buildPaperPage, openPaperScreen, pdfOf, PdfReader } from "../support/fax-page.ts";

test.beforeAll(async () => {
  await buildPaperPage();
});

const preview = (page: Page) => page.getByRole("region", { name: "纸张预览" });

test("a fault report is previewed, printed with Ctrl+P, and printed without the window around it", async ({
  browser,
}) => {
  const page = await openPaperScreen(browser, "/paper/F04/i");
  await expect(page.getByText("共 2 页", { exact: true })).toBeVisible();
  await expect(preview(page)).toContainText("4.1 响应");
  await expect(preview(page)).toContainText("2026年11月20日 08:46");
  await page.keyboard.press("Control+p");
  await expect.poll(() => page.evaluate(() => window.printCount)).toBe(1);

  await page.getByLabel("显示比例").click();
  await page.getByTitle("150%").click();
  const reader = await PdfReader.open(page, await pdfOf(page));
  expect(reader.pageCount).toBe(2);
  const first = await reader.read(1);
  expect(Math.round(first.width)).toBe(595);
  expect(Math.round(first.height)).toBe(842);
  expect(first.text).toContain("门诊收费窗口无法结算");
  expect(first.text).not.toContain("登记传真");
  await page.context().close();
});

test("what is typed beside the paper stands on it", async ({ browser }) => {
  const page = await openPaperScreen(browser, "/paper/F04/i");
  await page.getByLabel("发件人").fill("李明");
  await page.getByLabel("回传期限").fill("2026-11-20 10:00");
  await page.getByLabel("回传期限").press("Enter");
  await expect(preview(page)).toContainText("请于 2026年11月20日 10:00 前签字盖章回传至传真 0999-5550102");
  await expect(preview(page)).toContainText("李明");
  await page.context().close();
});

test("a fax that is logged by keyboard starts the clock and stands in the log", async ({ browser }) => {
  const page = await openPaperScreen(browser, "/paper/F04/i");
  await expect(page.getByText("共 2 页", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "登记传真" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("收件单位")).toHaveValue("北辰医疗软件股份有限公司");
  await expect(dialog.getByLabel("页数")).toHaveValue("2");
  await dialog.getByLabel("传真号").fill("四五六");
  await dialog.getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("alert")).toContainText("5 至 25 位数字");
  await dialog.getByLabel("传真号").fill("０１０－５５５５０１９８");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  const log = page.getByRole("region", { name: "传真记录" });
  await expect(log).toContainText("发送");
  await expect(log).toContainText("010-55550198");
  await expect(log).toContainText("起算");
  const reported = await page.evaluate(async () =>
    (await window.desk?.childrenOf("incidentEvent", "i"))?.map(({ data }) => [
      data.kind,
      data.channel,
      data.proof,
    ]),
  );
  expect(reported).toContainEqual(["reported", "fax", "XXK-GZ-2026-7K2M9P-0007"]);
  await page.context().close();
});

test("what is asked for before the paper is laid out is done when it is", async ({ browser }) => {
  const page = await openPaperScreen(browser, "/paper/F04/i");
  await page.getByRole("button", { name: "打印", exact: true }).waitFor();
  await page.keyboard.press("Control+p");
  await expect.poll(() => page.evaluate(() => window.printCount)).toBe(1);
  await expect(page.getByText("共 2 页", { exact: true })).toBeVisible();
  await page.context().close();
});

test("a paper that may name a patient is not printed unasked", async ({ browser }) => {
  const page = await openPaperScreen(browser, "/paper/F04/p");
  const warning = page.getByRole("alert").filter({ hasText: "可能含患者信息" });
  await expect(warning).toContainText("住院号20260012");
  await expect(warning).toContainText("13800138000");
  await page.getByRole("button", { name: "打印", exact: true }).click();
  await page.getByRole("button", { name: "不，先修改" }).click();
  expect(await page.evaluate(() => window.printCount)).toBe(0);
  await page.getByRole("button", { name: "打印", exact: true }).click();
  await page.getByRole("button", { name: "已核对，继续" }).click();
  await expect.poll(() => page.evaluate(() => window.printCount)).toBe(1);
  await page.context().close();
});

test("a browser that cannot make a PDF prints, and says what to choose", async ({ browser }) => {
  const page = await openPaperScreen(browser, "/paper/F05/i");
  await page.getByRole("button", { name: "存为 PDF" }).click();
  await expect(page.getByText("另存为 PDF")).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.printCount)).toBe(1);
  await page.context().close();
});

test("blanks are printed with a number of their own each", async ({ browser }) => {
  const page = await openPaperScreen(browser, "/paper-blanks");
  await page.getByLabel("份数").fill("3");
  await page.getByLabel("份数").press("Enter");
  await expect(page.getByText("共 6 页", { exact: true })).toBeVisible();
  const numbers = await page.locator(".paper-number").allTextContents();
  expect(new Set(numbers).size).toBe(3);
  const reader = await PdfReader.open(page, await pdfOf(page));
  expect(reader.pageCount).toBe(6);
  await page.context().close();
});

test("a breach sheet is drawn from its frozen verdict, faxed with its incident, and starts no clock", async ({
  browser,
}) => {
  const page = await openPaperScreen(browser, "/paper/WY01/b");
  await expect(page.getByRole("heading", { name: "WY01 违约认定单 WY-2026-7K2M9P-0001" })).toBeVisible();
  await expect(preview(page)).toContainText("全部扣除暂停");
  await expect(preview(page)).toContainText("现场照片_收费窗口.jpg");
  await page.getByRole("button", { name: "登记传真" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("页数")).toHaveValue("3");
  await expect(dialog.getByRole("checkbox")).toHaveCount(0);
  await dialog.getByLabel("收件单位").focus();
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "传真记录" })).toContainText("WY01");
  await page.getByRole("button", { name: "返回故障" }).click();
  expect(await page.evaluate(() => window.location.hash)).toBe("#/incidents/i");
  await page.context().close();
});

test("an agreement has no fax log of an incident that it is not about, and leads back to its contract", async ({
  browser,
}) => {
  // The address says F11; the record is a visit, so its paper is F10.
  const page = await openPaperScreen(browser, "/paper/F11/a");
  await expect(page.getByRole("heading", { name: "F10 上门服务补充协议 XY-2026-7K2M9P-0003" })).toBeVisible();
  await expect(preview(page)).toContainText("¥10,200.00（大写：壹万零贰佰元整）");
  await expect(page.getByRole("button", { name: "登记传真" })).toHaveCount(0);
  await page.keyboard.press("Control+p");
  await expect.poll(() => page.evaluate(() => window.printCount)).toBe(1);
  await page.getByRole("button", { name: "返回合同" }).click();
  expect(await page.evaluate(() => window.location.hash)).toBe("#/records/contract/c");
  await page.context().close();
});

test("the plan's confirmation is a choice beside the fault report, the answer to a letter has its modules", async ({
  browser,
}) => {
  const page = await openPaperScreen(browser, "/paper/F04/i");
  await page.getByText("F12 解决方案确认书").click();
  await expect(preview(page)).toContainText("同意今晚停机窗口");
  await page.evaluate(() => (window.location.hash = "#/paper/F14/k"));
  await expect(preview(page)).toContainText("未验收：双方有争议");
  await page.context().close();
});

test("a paper whose record is gone says so, and shows the way on", async ({ browser }) => {
  for (const [address, link] of [
    ["/paper/WY01/x", "#/incidents"],
    ["/paper/F12/x", "#/incidents"],
    ["/paper/F10/x", "#/records/contract"],
    ["/paper/F14/x", "#/records/contract"],
    // A notice asks for no acceptance.
    ["/paper/F14/n", "#/records/contract"],
  ] as const) {
    const page = await openPaperScreen(browser, address);
    await expect(page.getByText("没有这张纸对应的记录")).toBeVisible();
    await expect(page.getByRole("link", { name: /^去/ })).toHaveAttribute("href", link);
    await page.context().close();
  }
});

test("the screen has no serious accessibility fault", async ({ browser }) => {
  for (const address of ["/paper/F04/p", "/paper/WY01/b", "/paper-blanks"]) {
    const page = await openPaperScreen(browser, address);
    await page.waitForTimeout(500);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await page.screenshot({ path: `test-results/paper-screen${address.replaceAll("/", "-")}.png` });
    await page.context().close();
  }
});
