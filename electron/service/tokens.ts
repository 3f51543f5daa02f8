import { readFile, rm } from "node:fs/promises";
import { z } from "zod";
import { writeWhole } from "../files/write-whole.ts";
import type { Keychain } from "../security/secrets.ts";
import { secretsIn } from "../security/secrets.ts";

const zTokens = z.strictObject({
  /** Whose they are: never sent elsewhere. */
  address: z.string(),
  desk: z.string(),
  session: z.string().optional(),
});
export type Tokens = z.infer<typeof zTokens>;

export interface TokenKeeper {
  read(): Promise<Tokens | undefined>;
  keep(tokens: Tokens): Promise<void>;
  forget(): Promise<void>;
  keptBy(): Promise<"keychain" | "file">;
}

const NAME = "service-tokens";

/**
 * Under the user's keychain; where there is none, in a file that only this user may read, which the window says. Not
 * among the window's own secrets: those it may ask for.
 */
export function tokenKeeper(sealedFile: string, plainFile: string, keychain: Keychain): TokenKeeper {
  const secrets = secretsIn(sealedFile, keychain);
  return {
    async read() {
      const text = (await secrets.read(NAME)) ?? (await readFile(plainFile, "utf8").catch(() => ""));
      try {
        return zTokens.parse(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    async keep(tokens) {
      const text = JSON.stringify(tokens);
      if (await secrets.keep(NAME, text)) await rm(plainFile, { force: true });
      else await writeWhole(plainFile, text, 0o600);
    },
    async forget() {
      await rm(plainFile, { force: true });
      await rm(sealedFile, { force: true });
    },
    keptBy: async () => ((await keychain.isSafe()) ? "keychain" : "file"),
  };
}
