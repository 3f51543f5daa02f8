import { z } from "zod";
import { serviceChannels } from "./service-channels.ts";

/**
 * What the window may ask of the machine, and what it gets. One input and one output schema a channel, parsed
 * on both sides. The window never sends a path: it suggests a base name, and the host asks the user where.
 */
const zBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const zKind = z.enum(["xlsx", "csv", "pdf", "json", "any"]);
export const MAX_FILE_BYTES = 512 * 1024 * 1024;
const MAX_PIECE_BYTES = 16 * 1024 * 1024;

/** A file's own name: no folder, no drive, no device, nothing a file system refuses. */
const zBaseName = z
  .string()
  .min(1)
  .max(150)
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\u0000-\u001f\\/:*?"<>|]+$/)
  .refine((name) => !/^\.+$/.test(name) && !/[. ]$/.test(name))
  .refine((name) => !/^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(name));

/** What an entry of the journal says of itself beside its text, which the machine does not read. */
export const zJournalAbout = z.strictObject({
  /** The desk whose store writes. */
  desk: z.string().max(16),
  /** The changes in it: desk, first and last number. */
  held: z.array(z.tuple([z.string().max(16), z.int().positive(), z.int().positive()])).max(1000),
  /** Numbers given out up to here. */
  counters: z.record(z.string().max(100), z.int().nonnegative()).optional(),
  /** With it, all of the service's changes up to here are in the journal. */
  position: z.strictObject({ epoch: z.string().max(100), cursor: z.int().nonnegative() }).optional(),
});
export type JournalAbout = z.infer<typeof zJournalAbout>;
const zSha256 = z.string().regex(/^[0-9a-f]{64}$/);
const MAX_JOURNAL_TEXT = 16 * 1024 * 1024;

/** Which journal, the number of its last entry, and a digest of all up to it. */
const journalEnd = { journal: z.string(), entries: z.int(), digest: z.int() };
/** A place in a file of the journal; the file by its own name. */
const journalPlace = { file: z.string(), at: z.int(), bytes: z.int() };

export const channels = {
  saveFile: {
    input: z.strictObject({
      suggestedName: zBaseName,
      kind: zKind,
      bytes: zBytes.refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES),
    }),
    output: z.strictObject({ saved: z.boolean(), name: z.string().optional() }),
  },
  openFiles: {
    input: z.strictObject({ kind: z.enum(["spreadsheet", "any"]), multiple: z.boolean() }),
    output: z.array(z.strictObject({ name: z.string(), bytes: zBytes })),
  },
  /** A file too large to be given as a whole grows beside the place that the user names. Null when they name none. */
  growBegin: {
    input: z.strictObject({ suggestedName: zBaseName }),
    output: z.strictObject({ file: z.int().nullable() }),
  },
  growMore: {
    input: z.strictObject({
      file: z.int(),
      bytes: zBytes.refine((bytes) => bytes.byteLength <= MAX_PIECE_BYTES),
    }),
    output: z.strictObject({}),
  },
  /** `keep`: it stands under its name from now on, whole and on the disk. Otherwise it is gone. */
  growEnd: {
    input: z.strictObject({ file: z.int(), keep: z.boolean() }),
    output: z.strictObject({ name: z.string().optional() }),
  },
  print: {
    input: z.strictObject({ jobName: zBaseName }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  /** The paper that the window shows now, as A4 PDF. Null where only the user can make one (browser: print → save as PDF). */
  makePdf: {
    input: z.strictObject({ jobName: zBaseName }),
    output: z.strictObject({ pdf: zBytes.nullable() }),
  },
  notify: {
    input: z.strictObject({
      tag: z.string().max(100),
      title: z.string().max(100),
      body: z.string().max(500),
    }),
    output: z.strictObject({ shown: z.boolean() }),
  },
  /** Kept by the operating system's keychain. `kept: false` says that this host cannot keep it safely. */
  keepSecret: {
    input: z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
      value: z.string().max(10_000),
    }),
    output: z.strictObject({ kept: z.boolean() }),
  },
  readSecret: {
    input: z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/) }),
    output: z.strictObject({ value: z.string().nullable() }),
  },
  /** The second copy, outside the browser's storage. `at`: an entry whose digest is asked for, 0 for none. */
  journalState: {
    input: z.strictObject({ at: z.int().nonnegative() }),
    output: z.strictObject({
      ...journalEnd,
      desk: z.string(),
      /** By desk, the change up to which none is missing. */
      marks: z.record(z.string(), z.int()),
      counters: z.record(z.string(), z.int()),
      position: zJournalAbout.shape.position,
      /** Null when that entry's digest is not known. */
      digestAt: z.int().nullable(),
      bytes: z.int(),
      trouble: z.array(
        z.strictObject({
          ...journalPlace,
          kind: z.enum(["torn", "damaged"]),
          /** Entries that are lost; none when `to` is less. */
          from: z.int(),
          to: z.int(),
        }),
      ),
    }),
  },
  /** Answered when the entries are on the disk: all of them, or none and a failure. */
  journalAppend: {
    input: z.strictObject({
      entries: z
        .array(z.strictObject({ about: zJournalAbout, text: z.string().max(MAX_JOURNAL_TEXT) }))
        .min(1)
        .max(200),
    }),
    output: z.strictObject(journalEnd),
  },
  /** Entries above `after`, in their order, some at a time; damaged ones are passed over. */
  journalRead: {
    input: z.strictObject({
      after: z.int().nonnegative(),
      maxChars: z.int().positive().max(MAX_JOURNAL_TEXT),
    }),
    output: z.strictObject({
      entries: z.array(z.strictObject({ entry: z.int(), text: z.string() })),
      isEnd: z.boolean(),
    }),
  },
  /** Folds the journal into one file, which is read back before the older ones go. */
  journalSnapshot: { input: z.strictObject({}), output: z.strictObject({}) },
  /** Reads every byte of the journal; what is damaged, by place. */
  journalVerify: {
    input: z.strictObject({}),
    output: z.strictObject({ damaged: z.array(z.strictObject(journalPlace)) }),
  },
  /** Attachments beside the journal, by their SHA-256: which of some are there. */
  journalHasBlobs: {
    input: z.strictObject({ sha256s: z.array(zSha256).max(1000) }),
    output: z.strictObject({ held: z.array(zSha256) }),
  },
  /** Answered when it is on the disk. */
  journalKeepBlob: {
    input: z.strictObject({
      sha256: zSha256,
      bytes: zBytes.refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES),
    }),
    output: z.strictObject({}),
  },
  /** Null when it is not there, or is not what its name says. */
  journalReadBlob: {
    input: z.strictObject({ sha256: zSha256 }),
    output: z.strictObject({ bytes: zBytes.nullable() }),
  },
  ...serviceChannels,
  appInfo: {
    input: z.strictObject({}),
    output: z.strictObject({
      edition: z.enum(["desktop", "browser"]),
      version: z.string(),
      platform: z.string(),
      /** Where the product keeps its data, for people to read. */
      dataAt: z.string(),
    }),
  },
} as const;

export type Channel = keyof typeof channels;
export const CHANNELS = Object.keys(channels) as Channel[];
export type Input<C extends Channel> = z.infer<(typeof channels)[C]["input"]>;
export type Output<C extends Channel> = z.infer<(typeof channels)[C]["output"]>;

/** The same for Electron's preload, the browser, and any double in a test. */
export type DesktopApi = { readonly [C in Channel]: (input: Input<C>) => Promise<Output<C>> };
