import { z } from "zod";

/**
 * What the window may ask of the machine, and what it gets. One input and one output schema a channel, parsed
 * on both sides. The window never sends a path: it suggests a base name, and the host asks the user where.
 */
const zBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const zKind = z.enum(["xlsx", "csv", "pdf", "json", "any"]);
export const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** A file's own name: no folder, no drive, no device, nothing a file system refuses. */
const zBaseName = z
  .string()
  .min(1)
  .max(150)
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\u0000-\u001f\\/:*?"<>|]+$/)
  .refine((name) => !/^\.+$/.test(name) && !/[. ]$/.test(name))
  .refine((name) => !/^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(name));

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
