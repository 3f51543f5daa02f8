import { expect, test } from "@playwright/test";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { changeOf } from "../support/changes.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const fault = { systemId: "s1", vendorId: "v1", severity: "normal", causeCode: "defect" };

/** Solved after five of eight hours; three days later the same fault, four hours old. */
const KEPT: readonly (readonly [RecordType, string, Record<string, unknown>])[] = [
  ["hospital", "h1", { name: "滨江市第一人民医院" }],
  ["vendor", "v1", { name: "北辰医疗软件有限公司", shortName: "北辰" }],
  ["system", "s1", { name: "HIS", vendorId: "v1" }],
  [
    "contract",
    "k1",
    { title: "HIS 年度维护", vendorId: "v1", startDate: "2020-01-01", endDate: "2099-12-31" },
  ],
  [
    "clause",
    "c1",
    {
      ...{ contractId: "k1", name: "解决 8 小时", metric: "resolution", startEvent: "reported" },
      ...{ stopEvent: "resolved", target: 8, unit: "hour", coverage: "always" },
    },
  ],
  ["incident", "i1", { number: "XXK-GZ-2026-7K2M9P-0001", title: "收费报错", ...fault }],
  ["incidentEvent", "e1", { incidentId: "i1", kind: "reported", at: ago(80), recordedAt: ago(80) }],
  ["incidentEvent", "e2", { incidentId: "i1", kind: "resolved", at: ago(75), recordedAt: ago(75) }],
  ["incident", "i2", { number: "XXK-GZ-2026-7K2M9P-0002", title: "收费又报错", ...fault }],
  ["incidentEvent", "e3", { incidentId: "i2", kind: "reported", at: ago(4), recordedAt: ago(4) }],
];

test("a fault that comes back shows on both cards that the first was not solved, and how late that is", async ({
  page,
}) => {
  const changes = KEPT.map(([type, recordId, patch], at) => ({
    ...changeOf("7K2M9P", at + 1, {}, { type, recordId, schemaVersion: registry[type].version }),
    patch,
  }));
  const pushed = await fetch(`${service.address}api/push`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ changes }),
  });
  expect(pushed.status).toBe(200);

  await page.goto(`${service.address}#/incidents/i2`);
  const note = page
    .getByRole("alert")
    .filter({ hasText: "前次故障 XXK-GZ-2026-7K2M9P-0001 收费报错 视为未解决" });
  await expect(note).toContainText("同一系统同一原因 7 天内再次发生");
  await expect(note).toContainText("报解决后 71小时复发");
  // Five hours before and four since: an hour over the eight.
  await expect(note).toContainText(/“解决 8 小时”.*已超时 (1小时|59分钟)/);
  await page.screenshot({ path: "test-results/screens/recurrence.png" });

  // Linked by one step, which undo takes back.
  const link = note.getByRole("button", { name: "关联前次故障" });
  await link.click();
  await expect(note).toContainText("（已关联）");
  await expect(link).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(link).toBeVisible();

  await note.getByRole("link", { name: "查看前次" }).click();
  await expect(page.getByRole("heading", { name: "收费报错" })).toBeVisible();
  const mirrored = page.getByRole("alert").filter({ hasText: "本故障视为未解决" });
  await expect(mirrored).toContainText("后次故障 XXK-GZ-2026-7K2M9P-0002 收费又报错");
  await expect(mirrored).toContainText(/已超时 (1小时|59分钟)/);
  await page.screenshot({ path: "test-results/screens/recurrence-earlier.png" });
});
