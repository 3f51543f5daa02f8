import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
import { launchDesktop, type Desktop } from "../support/desktop-app.ts";
import { desktopHosts } from "../support/desktop-hosts.ts";
import { oldLedger } from "../support/old-ledger.ts";

/** What the user answers in the machine's own dialogs from now on. */
async function answerDialogs(desk: Desktop, save: string, open: string): Promise<void> {
  await desk.app.evaluate(
    ({ dialog }, [filePath, openPath]) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [openPath] });
    },
    [save, open] as const,
  );
}

for (const host of desktopHosts) {
  test(`the main job in the desktop window on ${host.name}: ledger in, fault reported, fax saved as PDF`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "shouyue-desktop-"));
    const [ledger, pdf] = [join(folder, "旧台账.csv"), join(folder, "报修单.pdf")];
    writeFileSync(ledger, oldLedger().buffer);
    const desk = await launchDesktop(host, { window: "product", data: join(folder, "data") });
    const { page } = desk;
    const clerk = new Clerk(page, page.url().split("#")[0] ?? "");
    await clerk.settleIn("滨江市第一人民医院");
    await clerk.signContract();
    await answerDialogs(desk, pdf, ledger);

    await clerk.go("/import");
    await page.getByRole("button", { name: "选择文件…" }).click();
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("button", { name: "开始导入" }).click();
    await expect(page.getByText(/^导入完成/)).toBeVisible();
    expect(await clerk.count("已导入")).toBe(3);

    await page.getByPlaceholder(/^一行报修/).fill("HIS 门诊收费无法登录 东软 紧急");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(/^故障主题/)).toHaveValue("门诊收费无法登录");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("解决 8 工时")).toBeVisible();
    await page.getByText(/打印报修单/).click();
    await expect(page.getByRole("heading", { name: /^F04/ })).toBeVisible();
    const save = page.getByRole("button", { name: /存为 ?PDF/ });
    await expect(save).toBeEnabled();
    await save.click();
    await expect(() => {
      expect(readFileSync(pdf).toString("latin1")).toMatch(/MediaBox\s*\[\s*0 0 59[45][.\d]* 84[12]/);
    }).toPass({ timeout: 20_000 });
    expect(clerk.complaints).toEqual([]);
    await desk.close();

    // The same workstation the next morning.
    const again = await launchDesktop(host, { window: "product", data: join(folder, "data") });
    await again.page.goto(`${again.page.url().split("#")[0] ?? ""}#/incidents`);
    await expect(again.page.getByText(/^共 4 条/)).toBeVisible({ timeout: 20_000 });
    await again.close();
  });
}
