import type { FailureCode } from "../../shared/desktop/failure.ts";

/** A handler's way to say why not; the door turns it into a code for the window. */
export class Failed extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super(code);
    this.code = code;
  }
}
