import { expect, test } from "@playwright/test";
import { Clerk } from "../support/clerk.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

test("what is pressed is clicked, though leaving a box by the press leaves a complaint behind", async ({
  page,
}) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.go("/records/vendor/new");
  await expect(page.getByLabel(/^厂商名称/)).toBeFocused();
  const cancel = page.getByRole("button", { name: "取消" });
  const before = await cancel.boundingBox();
  await cancel.hover();
  await page.mouse.down();
  await page.waitForTimeout(300);
  expect(await cancel.boundingBox(), "nothing moves under the pointer").toEqual(before);
  await page.mouse.up();
  await expect(cancel).toBeHidden();
  expect(clerk.complaints).toEqual([]);
});

test("who types before a dialog has finished opening goes on in the same box", async ({ page }) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  await clerk.reportFault("HIS 药房打印机不出单 东软 一般");
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "答复", exact: true }).evaluate(async (item) => {
    const note = (): HTMLElement | null => document.getElementById("event-note");
    (item as HTMLElement).click();
    while (note() === null || document.activeElement !== note()) {
      note()?.focus();
      await new Promise((later) => setTimeout(later));
    }
  });
  await page.keyboard.type("已电话答复");
  await page.waitForTimeout(600);
  await page.keyboard.type("，等回话");
  await expect(page.locator("#event-note")).toHaveValue("已电话答复，等回话");
  expect(clerk.complaints).toEqual([]);
});
