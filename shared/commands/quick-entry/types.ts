import type { Instant } from "../../lib/instants.ts";
import type { CHANNELS } from "../../records/channels.ts";
import type { Stored } from "../../records/index.ts";
import type { Severity } from "../../records/severities.ts";

/** What one typed line says of a new fault. What it does not say is undefined; nothing is invented. */
export interface QuickDraft {
  readonly title: string;
  /** Now when the line names no time; undefined when it names a day without one. */
  readonly reportedAt: Instant | undefined;
  readonly systemId?: string;
  readonly vendorId?: string;
  readonly severity?: Severity;
  readonly department?: string;
  readonly reporter?: string;
  readonly phone?: string;
  readonly channel?: keyof typeof CHANNELS;
}

/** Which words became what. `value` is an id, a code, an instant or the words themselves. */
export interface QuickPiece {
  readonly words: string;
  readonly field: keyof QuickDraft;
  readonly value: string;
}

/** What the form should ask before it is saved. */
export type QuickQuestion =
  | { readonly kind: "titleMissing" }
  /** A day was named, but no time of day. */
  | { readonly kind: "timeOfDayMissing"; readonly words: string }
  /** The time is still to come; the same time a day before would not be. */
  | { readonly kind: "inTheFuture"; readonly words: string; readonly dayBefore: Instant }
  /** Several records answer to these words; none was taken. */
  | {
      readonly kind: "ambiguous";
      readonly words: string;
      readonly field: "systemId" | "vendorId" | "reporter";
      readonly names: readonly string[];
    };

export interface QuickEntry {
  readonly draft: QuickDraft;
  readonly pieces: readonly QuickPiece[];
  readonly questions: readonly QuickQuestion[];
}

export interface QuickContext {
  readonly systems: readonly Stored<"system">[];
  readonly vendors: readonly Stored<"vendor">[];
  readonly persons: readonly Stored<"person">[];
  readonly now: Instant;
  /** Pinyin initials of a name, lower case: `dr` for 东软. Left out, initials are not understood. */
  readonly initials?: (name: string) => string;
}
