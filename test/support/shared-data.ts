import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const beside = new URL("../../../shared/data/", import.meta.url);

/**
 * The path of a real sample spreadsheet that lies beside the checkout, or undefined where it does not.
 * The project carries none of them: a test that wants one says that it was skipped.
 */
export function sharedData(path: string): string | undefined {
  const file = fileURLToPath(new URL(path, beside));
  if (existsSync(file)) return file;
  console.warn(`sample data not present, test skipped: ${path}`);
  return undefined;
}
