/** More pieces than any honest question has. */
const MAX_PIECES = 10_000;

/** True as soon as a value weighs more than so many bytes, or is of more pieces than a question ever has. */
export function isHeavierThan(value: unknown, maxBytes: number): boolean {
  let bytes = 0;
  let pieces = 0;
  const left: unknown[] = [value];
  while (left.length > 0) {
    const piece = left.pop();
    if (++pieces > MAX_PIECES) return true;
    if (typeof piece === "string") bytes += piece.length * 2;
    else if (ArrayBuffer.isView(piece) || piece instanceof ArrayBuffer) bytes += piece.byteLength;
    else if (typeof piece === "object" && piece !== null) {
      for (const [key, part] of Object.entries(piece)) {
        bytes += key.length * 2;
        left.push(part);
        if (left.length > MAX_PIECES) return true;
      }
    }
    if (bytes > maxBytes) return true;
  }
  return false;
}
