import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { startService, type RunningService } from "../support/service.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const PASSWORD = "雨后的老城墙很安静啊";
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

/** The code that the server's terminal shows. */
function initCode(): string {
  const run = spawnSync(process.execPath, [MAIN, "init", "--data", service.data], { encoding: "utf8" });
  return /\b(\w{4}-){3}\w{4}\b/.exec(run.stdout)?.[0] ?? "";
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("登录名").fill(login);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

/** For the first time, with the one-time password that somebody wrote down. */
async function settle(page: Page, login: string, initial: string): Promise<void> {
  await signIn(page, login, initial);
  await page.getByLabel("现在的密码").fill(initial);
  await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
  await page.getByLabel("再输一次").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "设置新密码" })).toBeHidden();
}

async function isIn(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "已登录" })).toBeVisible();
}

test("an office gets people: set up, hire, sign in on another computer, and out at once when disabled", async ({
  page,
  browser,
}) => {
  // Alone, nobody is asked; the settings lead to where that changes.
  await page.goto(`${service.address}#/settings`);
  await page.getByRole("button", { name: "以后再填" }).click();
  await page.getByRole("link", { name: "打开人员与权限" }).click();
  await page.getByLabel("三名管理员由一人兼任").check();
  await page.getByLabel("登记码").fill(initCode().toLowerCase());
  await page.getByLabel("本机名称").fill("信息科一号机");
  await page.getByLabel("系统管理员的登录名").fill("zhang");
  await page.getByLabel("系统管理员的姓名").fill("张管理");
  await page.getByRole("button", { name: "首次设置" }).click();
  const first = await page.locator(".sy-issued code").innerText();
  await page.getByRole("button", { name: "已抄下，继续" }).click();

  // From now on this computer asks, like every other.
  await expect(page.getByText("本机：信息科一号机")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await signIn(page, "zhang", "不是这个密码啊啊啊");
  await expect(page.getByText("登录名或密码不对")).toBeVisible();
  await settle(page, "zhang", first);
  await isIn(page);

  await page.goto(`${service.address}#/people`);
  await page.getByRole("button", { name: "新建账号" }).click();
  await page.getByRole("dialog").getByLabel("登录名").fill("lina");
  await page.getByRole("dialog").getByLabel("姓名").fill("李娜");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("lina 的一次性密码")).toBeVisible();
  const linas = await page.locator(".sy-issued code").innerText();
  await page.getByRole("button", { name: "已抄下，继续" }).click();
  await page.getByRole("row", { name: /lina/ }).getByRole("button", { name: "授权" }).click();
  await page.getByLabel("经办人").check();
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: /lina.*经办人/ })).toBeVisible();
  await page.screenshot(shot("people-accounts"));
  await page.getByRole("tab", { name: "电脑" }).click();
  await page.getByRole("button", { name: "生成登记码" }).click();
  const told = await page.getByText("只能用一次").innerText();
  const code = /(\w{4}-){3}\w{4}/.exec(told)?.[0] ?? "";

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const second = await context.newPage();
  await second.goto(service.address);
  await second.getByLabel("登记码").fill(code);
  await second.getByLabel("本机名称").fill("二号机");
  await second.getByRole("button", { name: "登记本机" }).click();
  await settle(second, "lina", linas);
  await second.getByRole("button", { name: "以后再填" }).click();
  await isIn(second);
  await second.getByRole("button", { name: "已登录" }).click();
  await expect(second.getByRole("menuitem", { name: "人员与权限" })).toBeHidden();

  await page.getByRole("tab", { name: "账号" }).click();
  await page.getByRole("row", { name: /lina/ }).getByRole("button", { name: "停用" }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("row", { name: /lina.*已停用/ })).toBeVisible();
  await second.reload();
  await expect(second.getByText("本机：二号机")).toBeVisible();
  await signIn(second, "lina", PASSWORD);
  await expect(second.getByText("这个账号已停用")).toBeVisible();
  await context.close();

  await page.getByRole("tab", { name: "审计记录" }).click();
  await expect(page.getByRole("row", { name: /停用账号/ })).toContainText("兼任");
  await expect(page.getByText("没有成功")).toBeHidden();
  await page.screenshot(shot("people-trail"));

  // The assessors come: stricter rules, and whoever sets them is the first who has to follow them.
  await page.getByRole("tab", { name: "规则" }).click();
  await expect(page.getByRole("radio", { name: /通用/ })).toBeChecked();
  await page.getByRole("radio", { name: /等保三级/ }).click();
  await expect(page.getByRole("dialog")).toContainText("每个人");
  await page.screenshot(shot("people-rules"));
  await page.getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("heading", { name: "设置新密码" })).toBeVisible();
  await page.getByLabel("现在的密码").fill(PASSWORD);
  await page.getByLabel("新密码", { exact: true }).fill("又一句很长而没有人猜得到的话");
  await page.getByLabel("再输一次").fill("又一句很长而没有人猜得到的话");
  await page.keyboard.press("Enter");
  await expect(page.getByText("其他字符中的 3 种")).toBeVisible();
  await page.getByLabel("新密码", { exact: true }).fill("雨后Old老城墙7安静啊");
  await page.getByLabel("再输一次").fill("雨后Old老城墙7安静啊");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /等保三级/ })).toBeChecked();
});
