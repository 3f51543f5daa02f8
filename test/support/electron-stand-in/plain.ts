/**
 * Values on their way between the isolated world and the main process: structured cloning as far as a question
 * needs it, as JSON. Runs on both sides, and as source text inside the window: nothing from outside may be used.
 */
export function toPlain(value: unknown): unknown {
  if (value === undefined) return { $: "undefined" };
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
    throw new Error("An object could not be cloned.");
  }
  if (value instanceof Uint8Array) {
    let binary = "";
    for (let at = 0; at < value.length; at += 0x8000) {
      binary += String.fromCharCode(...value.subarray(at, at + 0x8000));
    }
    return { $: "bytes", text: btoa(binary) };
  }
  if (Array.isArray(value)) return value.map((part: unknown) => toPlain(part));
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([key, part]) => [key, toPlain(part)]);
    return { $: "object", parts: Object.fromEntries(parts) as unknown };
  }
  return value;
}

export function fromPlain(plain: unknown): unknown {
  if (Array.isArray(plain)) return plain.map((part: unknown) => fromPlain(part));
  if (typeof plain !== "object" || plain === null) return plain;
  const tagged = plain as { $: string; text?: string; parts?: object };
  if (tagged.$ === "undefined") return undefined;
  if (tagged.$ === "bytes") return Uint8Array.from(atob(tagged.text ?? ""), (one) => one.charCodeAt(0));
  const parts = Object.entries(tagged.parts ?? {}).map(([key, part]) => [key, fromPlain(part)]);
  return Object.fromEntries(parts) as unknown;
}
