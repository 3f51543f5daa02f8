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

test("a disk that is full before an id is drawn is told, and the same form saves once there is room", async ({
  page,
}) => {
  const clerk = new Clerk(page, service.address);
  await clerk.settleIn("滨江市第一人民医院");
  // A window that was opened anew has no ids left of the helping it drew before.
  await page.reload();
  await clerk.go("/records/vendor/new");
  await clerk.fill("厂商名称", "东软集团股份有限公司");
  await page.evaluate(() => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError");
    };
    Object.assign(globalThis, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
  });
  for (const attempt of [1, 2]) {
    await page.getByLabel("厂商名称").first().press("Control+Enter");
    await expect(
      page.getByText("没有保存：磁盘空间不足，请先清理磁盘").first(),
      `attempt ${attempt}`,
    ).toBeVisible();
    await page.locator(".ant-notification-notice-close").first().click();
    await expect(page.getByText("没有保存：磁盘空间不足，请先清理磁盘")).toHaveCount(0);
  }
  await page.evaluate("makeRoom()");
  await page.getByLabel("厂商名称").first().press("Control+Enter");
  await expect(page).not.toHaveURL(/new/);
  await expect(page.getByRole("heading", { name: "东软集团股份有限公司" }).first()).toBeVisible();
  expect(clerk.complaints).toEqual([]);
});
