/** Streams that tell what an OLE file is. */
const TELLING = [
  "Workbook",
  "WORKBOOK",
  "Book",
  "BOOK",
  "EncryptedPackage",
  "WordDocument",
  "PowerPoint Document",
  "_VBA_PROJECT_CUR",
] as const;
export type OleName = (typeof TELLING)[number];

/**
 * Which of the telling streams an OLE file (`.xls`, `.et`, an encrypted `.xlsx`) has. Directory entries are
 * 128 bytes, aligned, and begin with their name in UTF-16, so a look at every 128th byte finds them without
 * following a chain that a hostile file could have tied into a ring.
 */
export function oleNames(bytes: Uint8Array): Set<OleName> {
  const found = new Set<OleName>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) + (bytes[at + 65] ?? 0) * 256;
    if (length < 2 || length > 64 || length % 2 !== 0) continue;
    const name = TELLING.find(
      (candidate) => length === candidate.length * 2 + 2 && reads(bytes, at, candidate),
    );
    if (name !== undefined) found.add(name);
  }
  return found;
}

function reads(bytes: Uint8Array, at: number, name: string): boolean {
  for (let letter = 0; letter < name.length; letter++) {
    if (bytes[at + letter * 2] !== name.charCodeAt(letter) || bytes[at + letter * 2 + 1] !== 0) return false;
  }
  return true;
}
