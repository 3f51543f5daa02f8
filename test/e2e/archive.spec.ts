import { expect, test, type Browser, type Page } from "@playwright/test";
import jsQR from "jsqr";
import { Clerk } from "../support/clerk.ts";
import { startService, type RunningService } from "../support/service.ts";

const PASSPHRASE = "滨江一院-2026-服务归档";
const services: RunningService[] = [];
// Three browsers one after another, each with a service of its own.
test.describe.configure({ timeout: 300_000 });
test.afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
});

const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });

/** A clerk at a browser that nobody used, with a service of its own: two networks that never meet. */
async function elsewhere(browser: Browser): Promise<Clerk> {
  const service = await startService();
  services.push(service);
  const page = await (await browser.newContext()).newPage();
  // As in a browser that cannot write files by itself: then what is made is a download.
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  return new Clerk(page, service.address);
}

/** Browsers report that the service was asked for an attachment that it does not have yet. */
function complaintsOf({ complaints }: Clerk): readonly string[] {
  return complaints.filter((text) => !text.includes("404 (Not Found)"));
}

/** Adds a photo to the card that is open. */
async function addPhoto({ page }: Clerk, line: string, name: string): Promise<void> {
  const add = page.getByRole("button", { name: "添加附件" });
  await expect(add).toBeVisible();
  const choosing = page.waitForEvent("filechooser");
  await add.click();
  await (await choosing).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(`照片：${line}`) });
  await expect(page.getByRole("cell", { name })).toBeVisible();
}

async function make(clerk: Clerk, button: string, side?: string): Promise<{ name: string; bytes: Buffer }> {
  const { page } = clerk;
  await clerk.go("/settings");
  await page.getByRole("button", { name: button }).first().click();
  const dialog = page.getByRole("dialog");
  if (side !== undefined) await dialog.getByLabel(/^对方名称/).fill(side);
  await dialog.getByLabel("口令", { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel("再输一次").fill(PASSPHRASE);
  await expect(dialog.getByText("强度：强")).toBeVisible();
  const made = await clerk.download(async () =>
    dialog.getByRole("button", { name: "选择位置并开始" }).click(),
  );
  await expect(dialog.getByRole("alert").first()).toContainText("已存成");
  await page.screenshot(shot(side === undefined ? "archive-made" : "ferry-made"));
  await close(page);
  return { name: made.name, bytes: Buffer.from(made.bytes) };
}

async function close(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.locator(".ant-modal-footer").getByRole("button").click();
  await expect(dialog).toBeHidden();
}

async function choose(page: Page, file: Buffer): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: "选择文件…" }).click();
  await (
    await choosing
  ).setFiles({ name: "守约归档.age", mimeType: "application/octet-stream", buffer: file });
}

/** From the open dialog to the report of what was new. */
async function takeIn(page: Page, file: Buffer): Promise<void> {
  const dialog = page.getByRole("dialog");
  await choose(page, file);
  await dialog.getByLabel("口令", { exact: true }).last().fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "检查文件" }).click();
  await expect(dialog.getByText("文件完整，签名有效")).toBeVisible();
  await dialog.getByRole("button", { name: "取回到这台电脑" }).click();
  await expect(dialog.getByText(/^取回完成/)).toBeVisible();
}

async function readFerry(clerk: Clerk, file: Buffer): Promise<void> {
  await clerk.go("/settings");
  await clerk.page.getByRole("button", { name: "导入摆渡文件…" }).click();
  await takeIn(clerk.page, file);
}

/** The card with this fault, and what its attachment says. */
async function photoOf(clerk: Clerk, title: string, name: string): Promise<string> {
  const { page } = clerk;
  await clerk.go("/incidents");
  await expect(page.getByText(title).first()).toBeVisible();
  await page.getByText(title).first().dblclick();
  await expect(page).toHaveURL(/#\/incidents\/[^/]+$/);
  const row = page.getByRole("row").filter({ hasText: name });
  const { bytes } = await clerk.download(async () => row.getByRole("button", { name: "另存为" }).click());
  return new TextDecoder().decode(bytes);
}

test("a clerk archives everything; a new workstation opens it with the passphrase, another with the printed key", async ({
  browser,
}) => {
  const clerk = await elsewhere(browser);
  const { page } = clerk;
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.reportFault("HIS 门诊收费无法登录");
  await addPhoto(clerk, "HIS 门诊收费无法登录", "收费窗口.txt");

  await clerk.go("/settings");
  await expect(page.getByText(/还没有恢复密钥/)).toBeVisible();
  await page.getByRole("button", { name: "打印恢复密钥…" }).click();
  await expect(page.getByRole("heading", { name: /^归档恢复密钥 HF-\d{4}-.{6}-0001$/ })).toBeVisible();
  await expect(page.getByText("共 1 页", { exact: true })).toBeVisible();
  const key = (await page.locator(".paper-qr").first().getAttribute("aria-label")) ?? "";
  expect(key).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  const sheet = page.getByRole("region", { name: "纸张预览" });
  await expect(sheet).toContainText(key.slice(16, 21));
  await page.screenshot(shot("archive-recovery-key"));
  await page.getByLabel("显示比例").click();
  await page.getByText("100%", { exact: true }).last().click();
  expect(await scanned(page)).toBe(key);
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ ...shot("paper-recovery-key"), fullPage: true });
  await page.emulateMedia({ media: null });
  await page.getByRole("button", { name: "已打印，启用" }).click();
  await expect(page.getByText(/^恢复密钥：HF-/)).toBeVisible();
  await page.getByRole("heading", { name: "归档与恢复" }).scrollIntoViewIfNeeded();
  await page.screenshot(shot("archive-settings"));

  await page.getByRole("button", { name: "现在归档…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("口令", { exact: true }).fill("abcdefghijklmn");
  await expect(dialog.getByText(/^太简单/)).toBeVisible();
  await page.screenshot(shot("archive-make"));
  await dialog.getByRole("button", { name: /^取\s?消$/ }).click();
  const { name, bytes } = await make(clerk, "现在归档…");
  expect(name).toMatch(/^守约归档-\d{4}-\d\d-\d\d-.{6}\.age$/);
  expect(bytes.toString("latin1")).toMatch(/^age-encryption\.org\/v1\n/);
  expect(complaintsOf(clerk)).toEqual([]);

  // A new workstation, from its first screen.
  const newcomer = await elsewhere(browser);
  await newcomer.go("/");
  await newcomer.page.getByRole("button", { name: "从归档恢复…" }).click();
  const restore = newcomer.page.getByRole("dialog");
  await choose(newcomer.page, bytes);
  await restore.getByLabel("口令", { exact: true }).last().fill("不是这个口令-不是这个口令");
  await restore.getByRole("button", { name: "检查文件" }).click();
  await expect(restore.getByText(/^打不开/)).toBeVisible();
  await restore.getByLabel("口令", { exact: true }).last().fill(PASSPHRASE);
  await restore.getByRole("button", { name: "检查文件" }).click();
  await expect(restore.getByText("文件完整，签名有效")).toBeVisible();
  await newcomer.page.screenshot(shot("archive-checked"));
  await restore.getByRole("button", { name: "取回到这台电脑" }).click();
  await expect(restore.getByText(/^取回完成/)).toBeVisible();
  await newcomer.page.screenshot(shot("archive-restored"));
  await close(newcomer.page);
  expect(await photoOf(newcomer, "门诊收费无法登录", "收费窗口.txt")).toContain("照片：HIS");
  expect(complaintsOf(newcomer)).toEqual([]);

  // And one where the passphrase is forgotten.
  const keyHolder = await elsewhere(browser);
  await keyHolder.settleIn("滨江市第一人民医院");
  await keyHolder.go("/settings");
  await keyHolder.page.getByRole("button", { name: "从归档恢复…" }).click();
  const byKey = keyHolder.page.getByRole("dialog");
  await choose(keyHolder.page, bytes);
  await byKey.getByText("恢复密钥", { exact: true }).click();
  await expect(byKey.getByText(/^这份归档要用编号 HF-\d{4}-.{6}-0001 的恢复密钥/)).toBeVisible();
  await byKey.getByLabel(/^恢复密钥（/).fill((key.slice(16).match(/.{1,5}/g) ?? []).join(" ").toLowerCase());
  await byKey.getByRole("button", { name: "检查文件" }).click();
  await byKey.getByRole("button", { name: "取回到这台电脑" }).click();
  await expect(byKey.getByText(/^取回完成/)).toBeVisible();
  await close(keyHolder.page);
  expect(await photoOf(keyHolder, "门诊收费无法登录", "收费窗口.txt")).toContain("照片：HIS");
  expect(complaintsOf(keyHolder)).toEqual([]);
});

test("two networks that never meet come to the same by files, both ways", async ({ browser }) => {
  const inside = await elsewhere(browser);
  await inside.settleIn("滨江市第一人民医院");
  await inside.reportFault("HIS 门诊收费无法登录");
  await addPhoto(inside, "HIS 门诊收费无法登录", "收费窗口.txt");
  const outside = await elsewhere(browser);
  await outside.settleIn("滨江市第一人民医院");
  await outside.reportFault("PACS 影像调不出来");

  const first = await make(inside, "新的对方…", "外网办公机");
  expect(first.name).toMatch(/^守约摆渡-外网办公机-第1号-.{6}\.age$/);
  await readFerry(outside, first.bytes);
  await expect(outside.page.getByText(/请再“导出摆渡文件”/)).toBeVisible();
  await outside.page.screenshot(shot("ferry-read"));
  await close(outside.page);
  await outside.go("/");
  const second = await make(outside, "导出摆渡文件…");
  await readFerry(inside, second.bytes);
  await close(inside.page);
  await expect(inside.page.getByRole("row").filter({ hasText: "外网办公机" })).toContainText("第 1 号");
  await inside.page.getByRole("heading", { name: "两网摆渡（U 盘）" }).scrollIntoViewIfNeeded();
  await inside.page.screenshot(shot("ferry-settings"));

  for (const clerk of [inside, outside]) {
    await clerk.go("/incidents");
    await clerk.listShows("2");
    await expect(clerk.page.getByText("影像调不出来").first()).toBeVisible();
  }
  expect(await photoOf(outside, "门诊收费无法登录", "收费窗口.txt")).toContain("照片：HIS");
  // Once more changes nothing; what was made here is sent on to the other side.
  await readFerry(inside, second.bytes);
  await expect(inside.page.getByText(/新的修改 0 条/)).toBeVisible();
  await close(inside.page);
  await inside.page.getByRole("button", { name: "导入摆渡文件…" }).click();
  await choose(inside.page, first.bytes);
  const dialog = inside.page.getByRole("dialog");
  await dialog.getByLabel("口令", { exact: true }).last().fill(PASSPHRASE);
  await dialog.getByRole("button", { name: "检查文件" }).click();
  await dialog.getByRole("button", { name: "取回到这台电脑" }).click();
  await expect(dialog.getByText(/^这是本机自己导出的文件/)).toBeVisible();
  expect(complaintsOf(inside)).toEqual([]);
  expect(complaintsOf(outside)).toEqual([]);
});

/** What the code on the paper says, read from the picture of it. */
async function scanned(page: Page): Promise<string | undefined> {
  const png = (await page.locator(".paper-qr").first().screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (encoded) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${encoded}`;
    await picture.decode();
    const [wide, high] = [picture.width * 4 + 80, picture.height * 4 + 80];
    const canvas = new OffscreenCanvas(wide, high);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("a canvas draws");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, wide, high);
    context.drawImage(picture, 40, 40, picture.width * 4, picture.height * 4);
    return { data: [...context.getImageData(0, 0, wide, high).data], width: wide, height: high };
  }, png);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}
