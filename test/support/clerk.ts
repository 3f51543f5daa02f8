import { expect, type Download, type Locator, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import type { RecordType } from "../../shared/records/index.ts";

export interface ImportCounts {
  readonly rows: number;
  readonly imported: number;
  readonly duplicates: number;
  readonly held: number;
}

type PickedFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const later = async (): Promise<void> => Promise.resolve();

/** Someone of the information office at the window: each step as a person would take it, by what the screen says. */
export class Clerk {
  readonly page: Page;
  readonly #address: string;
  /** What the window complained of: a policy that was hit, an error nobody caught. */
  readonly complaints: string[] = [];

  constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
  }

  /** The first start: the hospital gives its name. */
  async settleIn(hospital: string): Promise<void> {
    await this.page.goto(this.#address);
    await this.page.getByLabel("医院全称").fill(hospital);
    await this.page.getByRole("button", { name: "开始使用" }).click();
    await expect(this.page.getByRole("link", { name: "报修" }).first()).toBeVisible();
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.#address}#${path}`);
  }

  async fill(label: string, value: string): Promise<void> {
    await this.#field(label).fill(value);
  }

  /** Chooses in a select by typing, as the hint under it says one can. */
  async choose(label: string, typed: string): Promise<void> {
    await this.#field(label).click();
    await this.page.keyboard.type(typed);
    const open = ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active";
    await expect(this.page.locator(open).filter({ visible: true }).first()).toBeVisible();
    await this.page.keyboard.press("Enter");
  }

  async saveForm(): Promise<void> {
    await this.page.keyboard.press("Control+Enter");
    await expect(this.page).not.toHaveURL(/\/new/);
  }

  /** A vendor whose contract promises a response within an hour round the clock and a solution within 8 working hours. Returns its id. */
  async signContract(): Promise<string> {
    await this.go("/records/vendor/new");
    await this.fill("厂商名称", "东软集团股份有限公司");
    await this.fill("简称", "东软");
    await this.fill("传真", "024-83662000");
    await this.saveForm();
    await this.go("/records/system/new");
    await this.fill("系统名称", "HIS");
    await this.choose("厂商", "dr");
    await this.saveForm();
    await this.go("/records/contract/new");
    await this.fill("合同编号", "HT-2026-0012");
    await this.fill("合同名称", "HIS 年度维护合同");
    await this.choose("厂商", "东软");
    await this.fill("开始日期", "2026-1-1");
    await this.fill("结束日期", "2027.12.31");
    await this.saveForm();
    await expect(this.page.getByRole("heading", { name: "HIS 年度维护合同" }).first()).toBeVisible();
    const contractId = this.page.url().split("/").pop() ?? "";
    await this.promise(contractId, "响应 1 小时", ["响应", "报修", "响应", "1", "7×24"]);
    await this.promise(contractId, "解决 8 工时", ["解决", "报修", "解决", "8", "按日历"]);
    return contractId;
  }

  async promise(
    contractId: string,
    name: string,
    [metric, start, stop, target, coverage]: readonly [string, string, string, string, string],
  ): Promise<void> {
    await this.go(`/records/clause/new/${contractId}`);
    await this.fill("条款名称", name);
    await this.choose("指标", metric);
    await this.choose("起算事件", start);
    await this.choose("停止事件", stop);
    await this.fill("时限", target);
    await this.choose("单位", "小时");
    await this.choose("覆盖时段", coverage);
    await this.saveForm();
  }

  /** Through the whole wizard. `look` is called at each step, before going on. */
  async importFile(file: PickedFile, look: (step: string) => Promise<void> = later): Promise<ImportCounts> {
    const { page } = this;
    await this.readFile(file, look);
    const begin = page.getByRole("button", { name: "开始导入" });
    await expect(begin).toBeEnabled({ timeout: 60_000 });
    await begin.click();
    await expect(page.getByText(/^导入完成/)).toBeVisible({ timeout: 60_000 });
    await look("report");
    // The sum at the top of the report.
    return {
      rows: await this.count("数据行"),
      imported: await this.count("已导入"),
      duplicates: await this.count("重复，跳过"),
      held: await this.count("有错，暂不导入"),
    };
  }

  /** Through the wizard to the verdict, and no further. */
  async readFile(
    file: PickedFile,
    look: (step: string) => Promise<void> = later,
    type?: RecordType,
  ): Promise<void> {
    const { page } = this;
    await this.go(type === undefined ? "/import" : `/import/${type}`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "选择文件…" }).click();
    await (await chooser).setFiles(file);
    const next = page.getByRole("button", { name: "下一步" });
    await expect(next).toBeEnabled({ timeout: 60_000 });
    await look("sheet");
    await next.click();
    await expect(page.getByText("导入到")).toBeVisible();
    await look("columns");
    await next.click();
    await expect(this.#countBlock("数据行")).toBeVisible({ timeout: 60_000 });
    await look("check");
  }

  /** A figure of the sum that the check and the report begin with. */
  async count(label: string): Promise<number> {
    return Number((await this.#countBlock(label).locator("dd").innerText()).replaceAll(",", ""));
  }

  /** From the line in the top bar over the form to the card. `look` is called with the form filled in. */
  async reportFault(line: string, look: () => Promise<void> = later): Promise<void> {
    const { page } = this;
    await page.getByPlaceholder(/^一行报修/).fill(line);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(/^故障主题/)).not.toHaveValue("");
    await look();
    await page.keyboard.press("Control+Enter");
    await expect(page).toHaveURL(/#\/incidents\//);
  }

  /** Reports a fault, and says that it was reported at this time (`2026-11-22 08:30`). */
  async reportAt(line: string, at: string): Promise<void> {
    await this.go("/");
    await this.reportFault(line, async () => this.fill("报修时间", at));
  }

  /** A line of the open card's timeline. */
  async addEvent(kind: string, at: string, by?: string): Promise<void> {
    const dialog = await this.beginEvent(kind);
    await dialog.getByLabel("发生时间").fill(at);
    if (by !== undefined) await dialog.getByLabel("经手人").fill(by);
    await dialog.getByRole("button", { name: /^保存/ }).click();
    await expect(dialog).toBeHidden();
  }

  /** Opens the dialog: a step that usually comes next has its button, the others lie under 更多. */
  async beginEvent(kind: string): Promise<Locator> {
    await expect(this.page.getByRole("button", { name: "更多" })).toBeVisible();
    const button = this.page.getByRole("button", { name: kind, exact: true });
    if ((await button.count()) > 0) await button.first().click();
    else {
      await this.page.getByRole("button", { name: "更多" }).click();
      await this.page.getByRole("menuitem", { name: kind, exact: true }).click();
    }
    const dialog = this.page.getByRole("dialog");
    // The dialog asks who before it is filled in.
    await expect(dialog.getByLabel(/^(经手人|签字人)$/)).toBeFocused();
    return dialog;
  }

  /** Chooses in a short list of the open dialog by its word. */
  async pick(label: string, word: string): Promise<void> {
    await this.page.getByRole("dialog").getByLabel(label, { exact: true }).click();
    await this.page.locator(".ant-select-dropdown:visible").getByText(word, { exact: true }).click();
  }

  /** From the card to the fault report fax, as the browser prints it: the PDF's bytes as text. */
  async faxAsPdf(): Promise<string> {
    const { page } = this;
    await page.getByText(/打印报修单/).click();
    await expect(page.getByRole("heading", { name: /^F04/ })).toBeVisible();
    await expect(page.getByRole("button", { name: /^打印/ })).toBeEnabled();
    return (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  }

  /** Types into the search box of the incident list and waits until the count under the list says so many. */
  async find(words: string, count: string): Promise<void> {
    await this.page.getByPlaceholder(/^搜索编号/).fill(words);
    await this.listShows(count);
  }

  async listShows(count: string): Promise<void> {
    await expect(this.page.getByText(new RegExp(`^(共 )?${count} 条`)).first()).toBeVisible({
      timeout: 60_000,
    });
  }

  async download(start: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
    const waiting: Promise<Download> = this.page.waitForEvent("download");
    await start();
    const download = await waiting;
    return {
      name: download.suggestedFilename(),
      bytes: new Uint8Array(await readFile(await download.path())),
    };
  }

  #countBlock(label: string): Locator {
    return this.page.locator("dl > div").filter({ has: this.page.locator("dt", { hasText: label }) });
  }

  /** The input under this label, required or not. */
  #field(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${label}(（|$)`)).first();
  }
}
