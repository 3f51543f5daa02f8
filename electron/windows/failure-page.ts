import { NONCE_PLACE } from "../security/content-policy.ts";

/** What a person reads when the window cannot be shown: what happened, that nothing is lost, what to do next. */
export function failurePage(address: string): string {
  const [zh, en] = SENTENCES[reasonOf(address)];
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>守约 Shouyue</title>
<style nonce="${NONCE_PLACE}">
  body { font: 16px/1.6 "Microsoft YaHei", "Noto Sans SC", sans-serif; margin: 15vh auto; max-width: 34em; padding: 0 2em; color: #111; }
  a { font-size: 18px; }
  [lang=en] { color: #444; }
</style>
<h1>窗口没有打开 <span lang="en">The window did not open</span></h1>
<p>${zh}已保存的记录不受影响。</p>
<p lang="en">${en} Saved records are not affected.</p>
<p><a href="app://main/">重新打开 Try again</a></p>
</html>`;
}

export type FailureReason = "missing" | "crashed" | "load";

const SENTENCES: Readonly<Record<FailureReason, readonly [zh: string, en: string]>> = {
  missing: ["程序文件不完整，请重新安装。", "Program files are missing: install the program again."],
  crashed: ["窗口意外停止（可能是内存不足）。", "The window stopped unexpectedly (perhaps out of memory)."],
  load: ["页面没有加载成功。", "The page could not be loaded."],
};

/** Nothing of the address is ever shown: it only chooses a sentence. */
function reasonOf(address: string): FailureReason {
  const query = address.split("?")[1];
  return query === "missing" || query === "crashed" ? query : "load";
}
