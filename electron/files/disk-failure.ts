import type { FailureCode } from "../../shared/desktop/failure.ts";

/** What a disk's error means to the person who saved or opened; `internal` for what is not a disk's error. */
export function diskFailure(error: unknown): FailureCode {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? (CODES[code] ?? "internal") : "internal";
}

const CODES: Readonly<Record<string, FailureCode>> = {
  // Windows says these of a workbook that is open in Excel or WPS.
  EBUSY: "file-busy",
  EPERM: "file-busy",
  EACCES: "not-allowed",
  EROFS: "not-allowed",
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  // A limit on the size of a file, or a file system that knows no larger ones.
  EFBIG: "disk-full",
  ENOENT: "no-such-file",
  EISDIR: "not-allowed",
  ENOTDIR: "not-allowed",
};
