import { expect, test, type Browser, type Page } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
import { Officer } from "../support/officer.ts";
import { startService, type RunningService } from "../support/service.ts";

const PASSPHRASE = "滨江一院-2026-服务归档";
const PASSWORD = "雨后的老城墙很安静啊";
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });
/** A round of the sync on a slow machine. */
const SYNCED = { timeout: 30_000 };

const services: RunningService[] = [];
test.describe.configure({ timeout: 300_000 });
test.afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
});

async function served(): Promise<RunningService> {
  const service = await startService();
  services.push(service);
  return service;
}

async function windowOn(browser: Browser, service: RunningService): Promise<Clerk> {
  const page = await (
    await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 900 } })
  ).newPage();
  // As in a browser that cannot write files by itself: then what is made is a download.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  return new Clerk(page, service.address);
}

async function enrol(page: Page, service: RunningService, code: string, name: string): Promise<void> {
  await page.goto(service.address);
  await page.getByLabel("登记码").fill(code);
  await page.getByLabel("本机名称").fill(name);
  await page.getByRole("button", { name: "登记本机" }).click();
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("登录名").fill(login);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

/** For the first time, with the one-time password. */
async function settle(page: Page, login: string, initial: string): Promise<void> {
  await signIn(page, login, initial);
  await page.getByLabel("现在的密码").fill(initial);
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再输一次").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "设置新密码" })).toBeHidden();
}

test("what a clerk reads from another network stays there until a director vouches for it", async ({
  browser,
}) => {
  // Another network, where somebody reports a fault and carries it away.
  const far = await windowOn(browser, await served());
  await far.settleIn("滨江市第一人民医院");
  await far.reportFault("HIS 门诊收费无法登录");
  await far.go("/settings");
  await far.page.getByRole("button", { name: "新的对方…" }).click();
  const making = far.page.getByRole("dialog");
  await making.getByLabel(/^对方名称/).fill("外网办公机");
  await making.getByLabel("口令", { exact: true }).fill(PASSPHRASE);
  await making.getByLabel("再输一次").fill(PASSPHRASE);
  const made = await far.download(async () => making.getByRole("button", { name: "选择位置并开始" }).click());

  // Here the service knows its people: a clerk and a director, each at a computer of their own.
  const here = await served();
  const officer = await Officer.of(here);
  const linas = await officer.hire("lina", "李娜", ["clerk"]);
  const wangs = await officer.hire("wang", "王主任", ["director"]);
  const lina = await windowOn(browser, here);
  await enrol(lina.page, here, await officer.deskCode(), "一号机");
  await settle(lina.page, "lina", linas);
  await lina.page.getByRole("button", { name: "以后再填" }).click();
  const wang = await windowOn(browser, here);
  await enrol(wang.page, here, await officer.deskCode(), "二号机");
  await settle(wang.page, "wang", wangs);

  await lina.go("/settings");
  await lina.page.getByRole("button", { name: "导入摆渡文件…" }).click();
  const reading = lina.page.getByRole("dialog");
  const choosing = lina.page.waitForEvent("filechooser");
  await reading.getByRole("button", { name: "选择文件…" }).click();
  await (
    await choosing
  ).setFiles({ name: made.name, mimeType: "application/octet-stream", buffer: Buffer.from(made.bytes) });
  await reading.getByLabel("口令", { exact: true }).last().fill(PASSPHRASE);
  await reading.getByRole("button", { name: "检查文件" }).click();
  await expect(reading.getByText(/您的账号没有“摆渡”权限/)).toBeVisible();
  await lina.page.screenshot(shot("ferry-no-right"));
  await reading.getByRole("button", { name: "取回到这台电脑" }).click();
  await expect(reading.getByText(/^取回完成/)).toBeVisible();
  await reading.locator(".ant-modal-footer").getByRole("button").click();
  const panel = lina.page.getByRole("region", { name: "两网摆渡（U 盘）" });
  await expect(panel.getByText(/只在这台电脑上/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "由我担保，送到服务" })).toBeHidden();

  // The director comes to her computer and stands for it.
  await lina.page.getByRole("button", { name: "已登录" }).click();
  await lina.page.getByRole("menuitem", { name: "退出登录" }).click();
  await signIn(lina.page, "wang", PASSWORD);
  await expect(lina.page.getByRole("button", { name: "已登录" })).toContainText("王主任");
  await lina.go("/settings");
  await expect(panel.getByText(/即由您担保其内容/)).toBeVisible();
  await panel.scrollIntoViewIfNeeded();
  await lina.page.screenshot(shot("ferry-vouch"));
  await panel.getByRole("button", { name: "由我担保，送到服务" }).click();
  await expect(panel.getByText(/科室服务都有了/)).toBeVisible(SYNCED);

  // And the other computer has it.
  await wang.go("/incidents");
  await expect(wang.page.getByText("HIS 门诊收费无法登录").first()).toBeVisible(SYNCED);
  for (const { page } of [far, lina, wang]) await page.context().close();
  await officer.dispose();
});
