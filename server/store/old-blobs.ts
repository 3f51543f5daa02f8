import { mkdir, readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "./sql.ts";

/** Attachments kept before offices had folders of their own (`blobs/ab/…`) move into that of `tenant`, and are listed. */
export async function moveOldBlobs(folder: string, tenant: string, sql: Sql): Promise<void> {
  const old = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name));
  for (const name of old) {
    const target = join(folder, tenant, name);
    await mkdir(target, { recursive: true });
    const files = (await readdir(join(folder, name))).filter((file) => /^[0-9a-f]{64}$/.test(file));
    for (const file of files) {
      const { size } = await stat(join(folder, name, file));
      await sql.run(
        "INSERT INTO attachments (tenant, sha256, size) VALUES (?, ?, ?) ON CONFLICT (tenant, sha256) DO NOTHING",
        [tenant, file, size],
      );
      await rename(join(folder, name, file), join(target, file));
    }
  }
}
