import type { Result } from "../../shared/lib/result.ts";

/** The value of a result that this test expects to be good. */
export function valueOf<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.failure)}`);
  return result.value;
}
