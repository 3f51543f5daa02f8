import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { writeWhole } from "../files/write-whole.ts";

const zLink = z.strictObject({
  address: z.string(),
  /** The fingerprint of the one certificate that is trusted there. */
  pin: z.string().optional(),
});
export type Link = z.infer<typeof zLink>;

/** Which service this workstation belongs to. No secret, and nothing without the tokens. */
export interface LinkFile {
  read(): Promise<Link | undefined>;
  keep(link: Link): Promise<void>;
  forget(): Promise<void>;
}

export function linkFile(path: string): LinkFile {
  return {
    async read() {
      try {
        return zLink.parse(JSON.parse(await readFile(path, "utf8")));
      } catch {
        return undefined;
      }
    },
    keep: (link) => writeWhole(path, JSON.stringify(link)),
    forget: () => rm(path, { force: true }),
  };
}
