import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { must } from "../../shared/lib/must.ts";
import { historyChanges } from "../bench/history-changes.ts";
import { inLab } from "../bench/lab.ts";
import { ledgerFiles } from "../bench/ledger-file.ts";
import { Clerk } from "../support/clerk.ts";
import {
  exported,
  filledStore,
  forgetIndex,
  imported,
  liveEdits,
  LONG,
  options,
  push,
  watching,
} from "../support/million.ts";
import { startService, type RunningService } from "../support/service.ts";

const ROWS = Number(process.env["SHOUYUE_ROWS"] ?? 1_000_000);
/** A million of these would take minutes each: what is done a row at a time does the same in each of its steps. */
const SYNCED = Math.min(50_000, ROWS);
const IMPORTED = Math.min(10_000, ROWS);
const LIVE = 1000;
const everything = (count: number): string => String(count + 1);

/**
 * A group of hospitals' twenty years: the history that the benches use, with a timeline of four events a fault and eight
 * promises of each vendor. Written by the product's own import writer, read by the product's own window.
 */
test("a million faults open, are found, filtered, sorted, scored and printed, and no key ever waits", async () => {
  test.setTimeout(1_500_000);
  await inLab(async (lab) => {
    const address = await filledStore(lab, ROWS);
    const page = await lab.context.newPage();
    const clerk = new Clerk(page, address);
    const watch = watching(page);
    const rows = page.locator(".sy-grid-row:not(.is-head):not([aria-busy])");

    const grid = page.getByRole("grid");
    await clerk.settleIn("滨江市第一人民医院");
    await watch.calm("list", async () => {
      await clerk.go("/");
      await expect(grid).toBeHidden();
      await clerk.go("/incidents");
      await expect(rows.first()).toBeVisible({ timeout: 120_000 });
    });
    await expect(grid).toHaveAttribute("aria-rowcount", String(ROWS + 1), { timeout: 120_000 });
    const box = page.getByPlaceholder(/^搜索编号/);
    await watch.calm("search", async () => {
      await box.pressSequentially("急诊科 打印机");
      await expect(grid).not.toHaveAttribute("aria-rowcount", String(ROWS + 1));
      await box.fill("0012345");
      await expect(grid).toHaveAttribute("aria-rowcount", "2");
      await expect(rows.first()).toContainText("OLD-0012345");
      await box.fill("");
      await expect(grid).toHaveAttribute("aria-rowcount", String(ROWS + 1));
    });
    await watch.calm("sort", async () => {
      for (const column of ["主题", "报修时间"]) {
        const heading = page.getByRole("columnheader").filter({ hasText: column });
        await heading.locator(".sy-grid-title").first().click();
        await expect(heading.first()).toHaveAttribute("aria-sort", /ascending|descending/);
        await expect(rows.first()).toBeVisible();
      }
    });
    await watch.calm("scroll", async () => {
      await page.getByRole("gridcell").first().click();
      for (let n = 0; n < 20; n++) await page.keyboard.press("PageDown");
      await page.keyboard.press("Control+End");
      await expect(page.locator(`[aria-rowindex="${ROWS + 1}"]`)).toBeVisible();
    });
    await watch.calm("card", async () => {
      await clerk.go("/incidents");
      await page.getByRole("gridcell").first().click();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/#\/incidents\/[^/]+$/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });

    const id = /#\/incidents\/([^/]+)$/.exec(page.url())?.[1] ?? "";
    await watch.calm("paper", async () => {
      await clerk.go(`/paper/F05/${id}`);
      await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
    });
    expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).toContain("/MediaBox");

    await watch.calm("scorecard", async () => {
      await clerk.go("/scores");
      await page.getByText("自定", { exact: true }).click();
      await page.getByLabel("从", { exact: true }).fill("2008-1-1");
      await page.getByLabel("到", { exact: true }).fill("2008-12-31");
      await page.keyboard.press("Tab");
      await expect(page.getByText(/^期间内故障 [\d,]+ 条/)).toBeVisible({ timeout: 300_000 });
    });
    await page.screenshot({ path: "test-results/screens/million-scores.png" });
    await page.getByRole("button", { name: "打印考核表" }).click();
    await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
    expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).toContain("/MediaBox");

    watch.expectCalm();
    // There is no service behind this page: the window works offline, and says so.
    expect(clerk.complaints.filter((text) => !text.includes("404"))).toEqual([]);
    await page.close();
  });
});

test(`the index of a million is made anew, a form points at one of them, a tenth is exported and ${IMPORTED} lines come in, and no key ever waits`, async () => {
  test.setTimeout(1_500_000);
  await inLab(async (lab) => {
    const address = await filledStore(lab, ROWS);
    const page = await lab.context.newPage();
    const clerk = new Clerk(page, address);
    const grid = page.getByRole("grid");
    const watch = watching(page);
    const anew = async (): Promise<void> => {
      await page.goto(`${address}empty/`);
      await page.evaluate(forgetIndex);
      await clerk.go("/");
      await expect(page.getByRole("link", { name: "报修" }).first()).toBeVisible();
    };
    const list = async (): Promise<void> => {
      await clerk.go("/incidents");
      await expect(grid).toHaveAttribute("aria-rowcount", everything(ROWS), LONG);
    };
    await watch.calm("index", list, anew);
    const point = async (): Promise<void> => {
      await clerk.go("/records/visit/new");
      await page.getByLabel(/^故障/).click();
      await page.keyboard.type("0012345");
      await expect(options(page)).toHaveCount(1, LONG);
      await page.keyboard.press("Enter");
      await expect(page.locator(".ant-select").filter({ has: page.getByLabel(/^故障/) })).not.toHaveText("");
    };
    await watch.calm("form", point, async () => {
      await clerk.go("/");
      await page.reload();
      await expect(page.getByRole("link", { name: "报修" }).first()).toBeVisible();
    });
    await clerk.go("/incidents");
    await page.getByPlaceholder(/^搜索编号/).fill("急诊科 打印机卡纸");
    await expect(grid).not.toHaveAttribute("aria-rowcount", everything(ROWS), LONG);
    await expect(grid).not.toHaveAttribute("aria-rowcount", "1", LONG);
    await watch.calm("csv", async () => exported(clerk, "文本表格"));
    await watch.calm("xlsx", async () => exported(clerk, "Excel 工作簿"));
    let files = 0;
    await watch.calm("import", async () => {
      const file = join(lab.root, "files", `ledger-${(files += 1)}.csv`);
      writeFileSync(file, Buffer.from(ledgerFiles.csv(IMPORTED)).toString().replaceAll("OLD-", `N${files}-`));
      await imported(clerk, file);
    });
    watch.expectCalm();
    await page.close();
  });
});

test(`a first sync of ${SYNCED} changes and what others write meanwhile come in while the list is open, and no key ever waits`, async () => {
  test.setTimeout(900_000);
  await inLab(async (lab) => {
    const changes = historyChanges(SYNCED);
    const page = await lab.context.newPage();
    const grid = page.getByRole("grid");
    const watch = watching(page);
    let service: RunningService | undefined;
    // A desk that has everything has no first sync: each attempt has a service of its own, and so a store.
    const fresh = async (): Promise<void> => {
      await service?.stop();
      service = await startService({ window: lab.root });
      await push(service, changes);
      await new Clerk(page, service.address).settleIn("滨江市第一人民医院");
    };
    try {
      const first = async (): Promise<void> => {
        await page.goto(`${must(service, "it was started").address}#/incidents`);
        await expect(grid).toHaveAttribute("aria-rowcount", everything(SYNCED), LONG);
      };
      await watch.calm("first sync", first, fresh);
      await watch.once("live sync", async () => {
        await page.getByPlaceholder(/^搜索编号/).fill("现改");
        await push(must(service, "it was started"), liveEdits(changes, LIVE));
        await expect(grid).toHaveAttribute("aria-rowcount", everything(LIVE), LONG);
      });
      watch.expectCalm();
      await page.close();
    } finally {
      await service?.stop();
    }
  });
});
