import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const zAddress = z.object({ port: z.number().int().min(1).max(65535), pid: z.number().int() });
type Address = z.infer<typeof zAddress>;

/** Where the service on this data folder listens, or listened last; undefined when it never did. */
export function lastAddress(data: string): Address | undefined {
  try {
    return zAddress.parse(JSON.parse(readFileSync(join(data, "address.json"), "utf8")));
  } catch {
    return undefined;
  }
}

export function rememberAddress(data: string, address: Address): void {
  writeFileSync(join(data, "address.json"), `${JSON.stringify(address)}\n`);
}
