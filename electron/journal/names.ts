/** The names in a journal's folder. Numbers grow; a snapshot bears that of the last segment it covers. */
export const segmentName = (no: number): string => `segment-${String(no).padStart(8, "0")}.log`;
export const snapshotName = (no: number): string => `snapshot-${String(no).padStart(8, "0")}.snap`;
/** A snapshot that is being written: of no account after a crash. */
export const unfinishedName = (no: number): string => `${snapshotName(no)}.tmp`;
export const isUnfinished = (name: string): boolean => name.endsWith(".snap.tmp");

/** The numbers of the segments or snapshots among some names, least first. */
export function numbersOf(names: readonly string[], kind: "segment" | "snapshot"): number[] {
  const pattern = kind === "segment" ? /^segment-(\d{8,})\.log$/ : /^snapshot-(\d{8,})\.snap$/;
  return names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}
