import { copyFile, mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "./sql.ts";
import { blobsIn } from "./blobs.ts";

export interface CopiedBlobs {
  readonly copied: number;
  /** Listed, and not there whole: named `tenant/sha256`. */
  readonly missing: readonly string[];
}

/** Copies every attachment that is listed and not there yet from one folder to another, each checked by its name. */
export async function copyBlobs(sql: Sql, from: string, to: string): Promise<CopiedBlobs> {
  const source = blobsIn(from);
  const missing: string[] = [];
  let copied = 0;
  let [tenant, name] = ["", ""];
  for (;;) {
    const rows = await sql.all(
      "SELECT tenant, sha256, size FROM attachments WHERE (tenant, sha256) > (?, ?) ORDER BY tenant, sha256 LIMIT 1000",
      [tenant, name],
    );
    for (const row of rows) {
      [tenant, name] = [String(row["tenant"]), String(row["sha256"])];
      const folder = join(to, tenant, name.slice(0, 2));
      const there = await stat(join(folder, name)).catch(() => undefined);
      if (there?.size === Number(row["size"])) continue;
      // Reading by name checks the content.
      if ((await source.get(tenant, name)) === undefined) {
        missing.push(`${tenant}/${name}`);
        continue;
      }
      await mkdir(folder, { recursive: true });
      await copyFile(join(from, tenant, name.slice(0, 2), name), join(folder, `${name}.part`));
      await rename(join(folder, `${name}.part`), join(folder, name));
      copied += 1;
    }
    if (rows.length < 1000) return { copied, missing };
  }
}
