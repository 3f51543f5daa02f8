import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

const shot = (name: string) => ({ path: `test-results/screens/${name}.png` });

/** As in a browser that cannot write files by itself: then the backup is a download. */
async function withoutFilePicker(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
}

test("everything is put into a file, and taken in by a browser that never saw it", async ({
  page,
  browser,
}) => {
  await withoutFilePicker(page);
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.go("/settings");
  await expect(page.getByText("还没有备份过。")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "立即备份" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^守约备份-\d{4}-\d\d-\d\d\.txt$/);
  const file = readFileSync(await download.path());
  expect(file.toString("utf8")).toContain("滨江市第一人民医院");
  await expect(page.getByText(/^上次备份：.*（0 天前）/)).toBeVisible();
  await page.getByRole("heading", { name: "备份到文件" }).scrollIntoViewIfNeeded();
  await page.screenshot(shot("backup-settings"));
  expect(clerk.complaints).toEqual([]);

  // Another service, so that nothing comes by that way.
  const elsewhere = await startService();
  const context = await browser.newContext();
  const other = await context.newPage();
  await withoutFilePicker(other);
  const newcomer = new Clerk(other, elsewhere.address);
  await newcomer.settleIn("另一家医院");
  await newcomer.go("/settings");
  const choosing = other.waitForEvent("filechooser");
  await other.getByRole("button", { name: "从备份补回…" }).click();
  await (await choosing).setFiles({ name: "守约备份.txt", mimeType: "text/plain", buffer: file });
  await expect(other.getByText("已补回 1 条修改")).toBeVisible();
  const again = other.waitForEvent("filechooser");
  await other.getByRole("button", { name: "从备份补回…" }).click();
  await (
    await again
  ).setFiles({ name: "旧台账.csv", mimeType: "text/csv", buffer: Buffer.from("编号,主题") });
  await expect(other.getByText("这不是守约的备份文件")).toBeVisible();
  expect(newcomer.complaints).toEqual([]);
  await context.close();
  await elsewhere.stop();
});
