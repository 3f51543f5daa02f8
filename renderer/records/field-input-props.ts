import type { AnyField } from "../../shared/lib/fields.ts";

export interface FieldInputProps {
  readonly id: string;
  readonly field: AnyField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly autoFocus?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
  /** Typed text that cannot be read stops a save. */
  readonly onProblem: (problem: string | undefined) => void;
  readonly "aria-label"?: string | undefined;
}
