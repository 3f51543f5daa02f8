import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
import { launchDesktop, type Desktop, type DesktopHost } from "../support/desktop-app.ts";
import { desktopHosts } from "../support/desktop-hosts.ts";
import { Officer } from "../support/officer.ts";
import { startService, type RunningService } from "../support/service.ts";
import { serverCertificate, whyNoCertificates } from "../support/test-ca.ts";

const PASSWORD = "清晨的第一班地铁没有座位";
const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });
/** The service is asked again after half a minute at the most. */
const RECONNECTS = { timeout: 60_000 };

interface OpenDesk {
  readonly desk: Desktop;
  readonly page: Page;
  readonly clerk: Clerk;
}

async function open(host: DesktopHost, data: string): Promise<OpenDesk> {
  const desk = await launchDesktop(host, { window: "product", data });
  await desk.page.setViewportSize({ width: 1366, height: 768 });
  return { desk, page: desk.page, clerk: new Clerk(desk.page, desk.page.url().split("#")[0] ?? "") };
}

/** The panel, as the clerk has it before their eyes. */
async function look(page: Page, name: string): Promise<void> {
  await page.getByRole("region", { name: "同步服务" }).evaluate((panel) => panel.scrollIntoView());
  await page.screenshot(shot(name));
}

async function connect(page: Page, address: string, fingerprint: string): Promise<void> {
  await page.getByLabel("服务地址").fill(address);
  await page.getByRole("button", { name: "连接" }).click();
  await expect(page.getByText("这台电脑不认识这个服务器的证书")).toBeVisible();
  await expect(page.getByText(fingerprint)).toBeVisible();
  await look(page, "service-certificate");
  await page.getByRole("button", { name: "已核对一致，信任并连接" }).click();
}

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel("登录名").fill(login);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

async function incidentsAre(clerk: Clerk, count: number): Promise<void> {
  await clerk.go("/incidents");
  await expect(clerk.page.getByText(new RegExp(`^共 ${count} 条`)).first()).toBeVisible(RECONNECTS);
}

const badge = (page: Page, words: string) => page.locator("header .sy-sync", { hasText: words });

for (const host of desktopHosts) {
  test.describe(`a workstation and the office's service, on ${host.name}`, () => {
    test.skip(whyNoCertificates !== undefined, whyNoCertificates);
    let service: RunningService;
    let data: string;
    let folder: string;
    test.beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "shouyue-linked-"));
      data = join(folder, "desk");
    });
    test.afterEach(async () => {
      await service.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });

    test("connects over TLS, enrols, works on without a network and across a restart, and is told when it is revoked", async ({
      browser,
    }) => {
      test.setTimeout(300_000);
      const tls = serverCertificate();
      const kept = join(folder, "service");
      service = await startService({ data: kept, tls });
      const { address } = service;
      const officer = await Officer.of(service);
      const initial = await officer.hire("lina", "李娜", ["director"]);
      let { desk, page, clerk } = await open(host, data);
      await clerk.settleIn("滨江市第一人民医院");
      await clerk.reportFault("门诊收费无法登录 紧急");

      // What cannot be right is said before anything is asked.
      await clerk.go("/settings");
      await expect(page.getByRole("heading", { name: "同步服务" })).toBeVisible();
      for (const [typed, told] of [
        ["http://10.1.2.3:4180", "只接受 https:// 地址"],
        ["不是网址 吗", "这不是一个网址"],
        ["https://zhang:secret@shouyue.hospital.local", "不要写用户名和密码"],
        ["https://127.0.0.1:9", "连不上"],
      ] as const) {
        await page.getByLabel("服务地址").fill(typed);
        await page.getByRole("button", { name: "连接" }).click();
        await expect(page.getByText(told)).toBeVisible();
      }
      await look(page, "service-alone");
      await connect(page, address, tls.fingerprint);

      await page.getByLabel("登记码").fill(await officer.deskCode());
      await page.getByLabel("本机名称").fill("三楼工作站");
      await look(page, "service-enrol");
      await page.getByRole("button", { name: "登记本机" }).click();
      await expect(page.getByText("本机：三楼工作站")).toBeVisible();
      await signIn(page, "lina", initial);
      await page.getByLabel("现在的密码").fill(initial);
      await page.getByLabel("新密码", { exact: true }).fill(PASSWORD);
      await page.getByLabel("再输一次").fill(PASSWORD);
      await page.keyboard.press("Enter");
      await expect(page.getByText("已登记：三楼工作站")).toBeVisible();
      await expect(badge(page, "已同步")).toBeVisible(RECONNECTS);
      await look(page, "service-linked");

      // Another computer, with a browser: what was written before there was a service is there.
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const other = new Clerk(await context.newPage(), address);
      await other.page.goto(address);
      await other.page.getByLabel("登记码").fill(await officer.deskCode());
      await other.page.getByLabel("本机名称").fill("门诊电脑");
      await other.page.getByRole("button", { name: "登记本机" }).click();
      await signIn(other.page, "lina", PASSWORD);
      await expect(other.page.getByLabel("登录名")).toBeHidden();
      // Refused before it was enrolled, its loop would wait for a minute.
      await other.page.reload();
      await incidentsAre(other, 1);

      // The window has no token, wherever one might look.
      const sees = await page.evaluate(() => JSON.stringify([document.cookie, Object.entries(localStorage)]));
      const sealed = readFileSync(join(data, "service-secrets.json"), "utf8");
      expect(sees).not.toMatch(/"desk":"[\w-]{43}"/);
      expect(sealed).not.toMatch(/"desk":/);

      // The network goes; a day's work; the computer is switched off and on again.
      await service.kill();
      await clerk.go("/");
      await clerk.reportFault("住院医嘱打不开 一般");
      await expect(badge(page, "离线")).toBeVisible(RECONNECTS);
      await desk.close();
      ({ desk, page, clerk } = await open(host, data));
      await incidentsAre(clerk, 2);
      await clerk.go("/");
      await clerk.reportFault("检验报告传不回来 一般");
      await expect(badge(page, "离线")).toBeVisible(RECONNECTS);

      service = await startService({ data: kept, tls, port: Number(new URL(address).port) });
      await expect(badge(page, "已同步")).toBeVisible(RECONNECTS);
      await incidentsAre(other, 3);
      await clerk.go("/settings");
      await expect(page.getByText("已登记：三楼工作站")).toBeVisible(RECONNECTS);

      // Revoked: the next call says so. With a new code it goes on, and all is there.
      await officer.revoke("三楼工作站");
      await expect(page.getByText("本机的登记已被注销")).toBeVisible(RECONNECTS);
      await page.screenshot(shot("service-revoked"));
      await page.getByLabel("登记码").fill(await officer.deskCode());
      await page.getByLabel("本机名称").fill("三楼工作站（新）");
      await page.getByRole("button", { name: "登记本机" }).click();
      await signIn(page, "lina", PASSWORD);
      await expect(page.getByText("已登记：三楼工作站（新）")).toBeVisible();
      await incidentsAre(clerk, 3);
      await officer.dispose();
      await context.close();
      await desk.close();
    });

    test("a server with another certificate is refused until somebody has compared it", async () => {
      test.setTimeout(180_000);
      const [first, second] = [serverCertificate(), serverCertificate()];
      const kept = join(folder, "service");
      service = await startService({ data: kept, tls: first });
      const port = Number(new URL(service.address).port);
      const { desk, page, clerk } = await open(host, data);
      await clerk.settleIn("滨江市第一人民医院");
      await clerk.go("/settings");
      await connect(page, service.address, first.fingerprint);
      await expect(badge(page, "已同步")).toBeVisible(RECONNECTS);
      await expect(page.getByText("服务未设置人员，无需登记")).toBeVisible();

      await service.kill();
      service = await startService({ data: kept, tls: second, port });
      await expect(page.getByText("服务器出示的证书和原先信任的不一样")).toBeVisible(RECONNECTS);
      await look(page, "service-changed");
      await page.getByLabel("管理员给的指纹").fill(first.fingerprint);
      await page.getByRole("button", { name: "核对并恢复" }).click();
      await expect(page.getByText("填的指纹和服务器出示的不一致")).toBeVisible();
      await page.getByLabel("管理员给的指纹").fill(second.fingerprint.toLowerCase().replaceAll(":", " "));
      await page.getByRole("button", { name: "核对并恢复" }).click();
      await expect(page.getByText("服务器出示的证书和原先信任的不一样")).toBeHidden();
      await expect(badge(page, "已同步")).toBeVisible(RECONNECTS);

      await page.getByRole("button", { name: "换一台服务器" }).click();
      await expect(page.getByRole("dialog")).toContainText("本机的记录都保留");
      await page.screenshot(shot("service-leave"));
      await page.getByRole("dialog").getByRole("button", { name: "断开" }).click();
      await expect(page.getByLabel("服务地址")).toBeVisible();
      await expect(badge(page, "仅本机")).toBeVisible();
      await desk.close();
    });
  });
}
