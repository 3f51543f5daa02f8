import { expect, test } from "@playwright/test";
import { inLab } from "../bench/lab.ts";
import { longestTask } from "../support/main-thread.ts";
import { Clerk } from "../support/clerk.ts";

const ROWS = Number(process.env["SHOUYUE_ROWS"] ?? 1_000_000);
/** What a key may have to wait for. Of the processor's time: a machine that is busy with others makes nothing longer. */
const CALM_MS = 50;
const ATTEMPTS = 3;

/**
 * A group of hospitals' twenty years: the history that the benches use, with a timeline of four events a fault and eight
 * promises of each vendor. Written by the product's own import writer, read by the product's own window.
 */
test("a million faults open, are found, filtered, sorted, scored and printed, and no key ever waits", async () => {
  test.setTimeout(1_500_000);
  await inLab(async (lab) => {
    const { address } = await lab.origin();
    await lab.run(address, "fillScored", "shouyue", ROWS);
    const page = await lab.context.newPage();
    const clerk = new Clerk(page, address);
    const longest: Record<string, number> = {};
    // What the work itself needs, it needs each time; a collection of garbage that fell into it, it does not.
    const calm = async (what: string, work: () => Promise<void>): Promise<void> => {
      let least = Infinity;
      for (let attempt = 0; attempt < ATTEMPTS && least > CALM_MS; attempt++)
        least = Math.min(least, Math.round(await longestTask(page, work)));
      longest[what] = least;
    };
    const rows = page.locator(".sy-grid-row:not(.is-head):not([aria-busy])");

    const grid = page.getByRole("grid");
    await clerk.settleIn("滨江市第一人民医院");
    await calm("list", async () => {
      await clerk.go("/");
      await expect(grid).toBeHidden();
      await clerk.go("/incidents");
      await expect(rows.first()).toBeVisible({ timeout: 120_000 });
    });
    await expect(grid).toHaveAttribute("aria-rowcount", String(ROWS + 1), { timeout: 120_000 });
    const box = page.getByPlaceholder(/^搜索编号/);
    await calm("search", async () => {
      await box.pressSequentially("急诊科 打印机");
      await expect(grid).not.toHaveAttribute("aria-rowcount", String(ROWS + 1));
      await box.fill("0012345");
      await expect(grid).toHaveAttribute("aria-rowcount", "2");
      await expect(rows.first()).toContainText("OLD-0012345");
      await box.fill("");
      await expect(grid).toHaveAttribute("aria-rowcount", String(ROWS + 1));
    });
    await calm("sort", async () => {
      for (const column of ["主题", "报修时间"]) {
        const heading = page.getByRole("columnheader").filter({ hasText: column });
        await heading.locator(".sy-grid-title").first().click();
        await expect(heading.first()).toHaveAttribute("aria-sort", /ascending|descending/);
        await expect(rows.first()).toBeVisible();
      }
    });
    await calm("scroll", async () => {
      await page.getByRole("gridcell").first().click();
      for (let n = 0; n < 20; n++) await page.keyboard.press("PageDown");
      await page.keyboard.press("Control+End");
      await expect(page.locator(`[aria-rowindex="${ROWS + 1}"]`)).toBeVisible();
    });
    await calm("card", async () => {
      await clerk.go("/incidents");
      await page.getByRole("gridcell").first().click();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/#\/incidents\/[^/]+$/);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });

    const id = /#\/incidents\/([^/]+)$/.exec(page.url())?.[1] ?? "";
    await calm("paper", async () => {
      await clerk.go(`/paper/F05/${id}`);
      await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
    });
    expect((await page.pdf({ preferCSSPageSize: true })).toString("latin1")).toContain("/MediaBox");

    await calm("scorecard", async () => {
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

    console.log(`longest tasks of the window's own thread, ms of the processor: ${JSON.stringify(longest)}`);
    for (const [what, ms] of Object.entries(longest)) expect(ms, what).toBeLessThanOrEqual(CALM_MS);
    // There is no service behind this page: the window works offline, and says so.
    expect(clerk.complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });
});
