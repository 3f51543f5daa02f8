/**
 * JSON with its keys in order, without blanks: one text for one value, whatever order it was built in. Undefined fields
 * are left out, as JSON does; what JSON cannot say (functions, `NaN`) is our own mistake and throws.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`);
    return `{${parts.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("not a JSON number");
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError(`not JSON: ${typeof value}`);
  return text;
}
