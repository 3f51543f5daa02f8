/**
 * Faults that the explorer must find when they are built in on purpose (`sync` specification §4): an explorer that passes
 * one of them looks at the wrong things.
 */
export const MUTANTS = [
  "noTransaction",
  "noDedupe",
  "gapsAccepted",
  "noClamp",
  "clampToNow",
  "wallClock",
  "clockNotMoved",
  "foldOnAcknowledgement",
  "dropOnSend",
  "cursorBeforeChanges",
  "compactedByArrival",
  "noEpoch",
  "noRePush",
  "noJournal",
] as const;
export type Mutant = (typeof MUTANTS)[number];
