import type { Config } from "./config.ts";
import { openBeside, type Stop } from "./open.ts";
import { initCode } from "./people/set-up.ts";

/** Prints the one-time code with which the first desk of an office enrols, also while the service runs. */
export async function init(config: Config): Promise<Stop | undefined> {
  const opened = await openBeside(config, (line) => console.error(line));
  if (!opened.ok) return opened.failure;
  const { code, until, kind } = await initCode(opened.value, config.tenant, Date.now());
  await opened.value.close();
  const what = kind === "setUp" ? "设立本单位 sets the office up" : "登记一台电脑 enrols a desk";
  console.log(`一次性代码 one-time code: ${code}`);
  console.log(`${what}；有效期至 valid until ${new Date(until).toISOString()}`);
  return undefined;
}
