import { expect, test, type Locator, type Page } from "@playwright/test";
import { readSpreadsheet } from "../../shared/import/read/read-spreadsheet.ts";
import { Clerk } from "../support/clerk.ts";
import { keepRecords, type KeptRecord } from "../support/kept-records.ts";
import { startService, type RunningService } from "../support/service.ts";

let service: RunningService;
test.beforeEach(async () => {
  service = await startService();
});
test.afterEach(async () => {
  await service.stop();
});

/** Shanghai's wall, 2025. */
const wall = (text: string): string => new Date(`2025-${text.replace(" ", "T")}:00+08:00`).toISOString();

function vendor(id: string, name: string): KeptRecord[] {
  const always = { contractId: `k-${id}`, startEvent: "reported", unit: "hour", coverage: "always" };
  return [
    ["vendor", id, { name: `${name}股份有限公司`, shortName: name }],
    [
      "contract",
      `k-${id}`,
      {
        title: `${name}年度维护`,
        vendorId: id,
        startDate: "2025-01-01",
        endDate: "2025-12-31",
        noticeDate: "2025-10-01",
      },
    ],
    [
      "clause",
      `a-${id}`,
      { ...always, name: "响应 1 小时", metric: "response", stopEvent: "acknowledged", target: 1 },
    ],
    [
      "clause",
      `b-${id}`,
      { ...always, name: "解决 4 小时", metric: "resolution", stopEvent: "resolved", target: 4 },
    ],
  ];
}

/** Reported at nine of a day, answered and solved so many minutes later. */
function fault(id: string, day: string, vendorId: string, answered: number, solved: number): KeptRecord[] {
  const at = (minutes: number): string =>
    new Date(Date.parse(wall(`${day} 09:00`)) + minutes * 60_000).toISOString();
  const line = (kind: string, minutes: number): KeptRecord => [
    "incidentEvent",
    `${id}-${kind}`,
    { incidentId: id, kind, at: at(minutes), recordedAt: at(minutes) },
  ];
  const severity = solved > 240 ? "critical" : "normal";
  return [
    ["incident", id, { number: `GZ-${id}`, title: `收费报错 ${id}`, vendorId, severity }],
    ...[line("reported", 0), line("acknowledged", answered), line("resolved", solved)],
  ];
}

/**
 * 北辰: ten answered in 20 minutes, of which two solved after six hours, and those in a pause of three hours that only
 * the vendor claims. 南洋: five, each late twice. 云岭: under contract, and nothing happened.
 */
const KEPT: readonly KeptRecord[] = [
  ["hospital", "h1", { name: "滨江市第一人民医院", numberPrefix: "XXK-GZ" }],
  ...vendor("v1", "北辰"),
  ...vendor("v2", "南洋"),
  ...vendor("v3", "云岭"),
  ...Array.from({ length: 10 }, (_, n) => fault(`n${n}`, `03-1${n}`, "v1", 20, n < 2 ? 360 : 120)).flat(),
  ...["n0", "n1"].flatMap((id, n): KeptRecord[] => [
    [
      "incidentEvent",
      `${id}-paused`,
      {
        incidentId: id,
        kind: "paused",
        at: wall(`03-1${n} 10:00`),
        recordedAt: wall(`03-1${n} 10:00`),
        agreement: "vendor",
      },
    ],
    [
      "incidentEvent",
      `${id}-resumed`,
      { incidentId: id, kind: "resumed", at: wall(`03-1${n} 13:00`), recordedAt: wall(`03-1${n} 13:00`) },
    ],
  ]),
  ...Array.from({ length: 5 }, (_, n) => fault(`m${n}`, `05-0${n + 1}`, "v2", 90, 600)).flat(),
  // Of another year.
  ...fault("m9", "05-06", "v2", 90, 600).map(([type, id, data]): KeptRecord => {
    const earlier = JSON.stringify(data).replaceAll("2025-05", "2024-05");
    return [type, id, JSON.parse(earlier) as Record<string, unknown>];
  }),
];

async function scored(page: Page): Promise<void> {
  await keepRecords(service.address, KEPT);
  await page.goto(`${service.address}#/scores`);
  await page.getByText("自定", { exact: true }).click();
  await page.getByLabel("从", { exact: true }).fill("2025-1-1");
  await page.getByLabel("到", { exact: true }).fill("2025-12-31");
  await page.keyboard.press("Tab");
  await expect(page.getByText("期间内故障 15 条")).toBeVisible();
}

const rowOf = (page: Page, title: string, name: string): Locator =>
  page
    .getByRole("region", { name: title })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) });

test("a year's vendors are compared by what they kept, with a range where a pause is disputed and 无样本 where nothing happened", async ({
  page,
}) => {
  const clerk = new Clerk(page, service.address);
  await scored(page);

  // Ten responses in time; eight solutions in time, two late unless the vendor's pause counts: 18 to 20 of 20.
  const first = rowOf(page, "厂商对比", "北辰");
  await expect(first.getByRole("cell").first()).toHaveText("1");
  await expect(first).toContainText("90%～100%");
  await expect(first).toContainText("2（20%）");
  await expect(first).toContainText("特急 2，一般 8");
  // Two solutions, two hours over each.
  await expect(first).toContainText("4小时");
  await expect(rowOf(page, "厂商对比", "南洋")).toContainText(/^2南洋0%.*32小时30分/);
  await expect(rowOf(page, "厂商对比", "云岭")).toContainText(/无样本.*无样本/);
  await page.screenshot({ path: "test-results/screens/scorecard.png" });

  // Clause by clause.
  const resolution = rowOf(page, "北辰：分条款", "解决 4 小时");
  await expect(resolution).toContainText("80%～100%");
  await expect(resolution.getByRole("button", { name: /超时/ })).toHaveText("2");
  await expect(resolution).toContainText("2小时");
  await expect(rowOf(page, "北辰：分条款", "响应 1 小时")).toContainText(/100%.*20分钟/);

  // The incidents behind a number.
  await resolution.getByRole("button", { name: /超时/ }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText("共 2 条，已显示 2 条");
  await expect(drawer.getByRole("row").filter({ hasText: "收费报错 n0" })).toContainText("2小时");
  await page.screenshot({ path: "test-results/screens/scorecard-behind.png" });
  await drawer.getByRole("link", { name: "GZ-n1" }).click();
  await expect(page.getByRole("heading", { name: "收费报错 n1" })).toBeVisible();

  // Back to the same table.
  await page.goBack();
  await expect(page.getByText("期间内故障 15 条")).toBeVisible();
  await rowOf(page, "厂商对比", "南洋").getByRole("button", { name: "南洋", exact: true }).click();
  await expect(rowOf(page, "南洋：分条款", "解决 4 小时")).toContainText("10小时");

  // As a sheet.
  const { name, bytes } = await clerk.download(async () => {
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByRole("menuitem", { name: "导出 Excel" }).click();
  });
  expect(name).toMatch(/^厂商考核_\d{8}_\d{4}\.xlsx$/);
  const read = readSpreadsheet(bytes, name);
  const rows = read.ok ? [...(read.value.sheets[0]?.rows ?? [])] : [];
  expect(rows.map((row) => [row[2], row[4], row[5]])).toEqual([
    ["厂商", "条款", "达标率"],
    ["北辰", "响应 1 小时", "100%"],
    ["北辰", "解决 4 小时", "80%～100%"],
    ["北辰", "合计", "90%～100%"],
    ["南洋", "响应 1 小时", "0%"],
    ["南洋", "解决 4 小时", "0%"],
    ["南洋", "合计", "0%"],
    ["云岭", "合计", "无样本"],
  ]);
  expect(clerk.complaints).toEqual([]);
});

test("a vendor's scorecard prints as a numbered paper with its formula and room to sign", async ({
  page,
}) => {
  await scored(page);
  await page.getByRole("button", { name: "打印考核表" }).click();
  await expect(
    page.getByRole("heading", { name: /^WY02 厂商服务考核表 XXK-KH-\d{4}-.{6}-0001$/ }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /^打印/ })).toBeEnabled();
  await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
  const paper = page.getByRole("region", { name: "纸张预览" });
  await expect(paper).toContainText("厂商服务考核表");
  await expect(paper).toContainText("第 1 名（共 2 家，区间重叠的并列）");
  await expect(paper).toContainText("90%～100%");
  await expect(paper).toContainText("达标率 = 达标 ÷（达标 + 超时 + 无法判定）");
  await page.screenshot({ path: "test-results/screens/scorecard-paper.png" });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1")).toContain("/MediaBox");
  await page.getByRole("button", { name: "返回厂商考核" }).click();
  await expect(page.getByText("期间内故障 15 条")).toBeVisible();
});

test("a card says that something was recorded since in another window, and is worked out again", async ({
  page,
}) => {
  await scored(page);
  const colleague = new Clerk(await page.context().newPage(), service.address);
  await colleague.go("/records/system/new");
  await colleague.fill("系统名称", "检验系统");
  await colleague.saveForm();
  const old = page.getByRole("alert").filter({ hasText: "计算之后又有新的记录" });
  await expect(old).toBeVisible();
  await old.getByRole("button", { name: "重新计算" }).click();
  await expect(old).toBeHidden();
  await expect(page.getByText("期间内故障 15 条")).toBeVisible();
});
