import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { must } from "../shared/lib/must.ts";
import type { Config } from "./config.ts";
import { migrations } from "./migrations/list.ts";
import { EXIT, openBeside, openDatabase, type Stop } from "./open.ts";
import { checkBackup, DamagedBackup, readBackup, writeBackup, type Line } from "./store/backup-file.ts";
import { copyBlobs, type CopiedBlobs } from "./store/copy-blobs.ts";
import { dump, load } from "./store/dump.ts";

/** Beside the backups' files and shared by them: an attachment never changes, so it is copied once. */
const ATTACHMENTS = "attachments";

/** Writes everything into one file, and what attachments are new beside it, while the service runs. */
export async function backup(config: Config): Promise<Stop | undefined> {
  const file = must(config.file, "backup has its file");
  const opened = await openBeside(config, (line) => console.error(line));
  if (!opened.ok) return opened.failure;
  const database = opened.value;
  const [row] = await database.whole.all("SELECT value FROM meta WHERE key = 'epoch'");
  const head = {
    shouyue: "backup",
    format: 1,
    version: migrations.length,
    epoch: String(row?.["value"]),
    madeAt: new Date().toISOString(),
  } as const;
  const { rows, blobs } = await database.view(async (sql) => ({
    rows: await writeBackup(file, head, dump(sql, database.engine)),
    blobs: await copyBlobs(sql, join(config.data, "blobs"), join(dirname(file), ATTACHMENTS)),
  }));
  await database.close();
  await checkBackup(file);
  console.log(`备份完成 backup: ${file} (${rows} rows, ${statSync(file).size} bytes)`);
  return tellBlobs(blobs);
}

/**
 * Puts a backup in the place of everything in the database, all or nothing. The log gets a new name: desks that meet it
 * read it from the beginning and push again what it no longer has.
 */
export async function restore(config: Config): Promise<Stop | undefined> {
  const file = must(config.file, "restore has its file");
  if (!existsSync(file)) return cannot(`没有这个文件 no such file: ${file}`);
  let head;
  try {
    head = await checkBackup(file);
  } catch (error) {
    if (!(error instanceof DamagedBackup)) throw error;
    return cannot(
      `备份文件损坏，什么也没有改动。The backup is damaged; nothing was changed: ${error.message}`,
    );
  }
  if (head.version !== migrations.length) {
    return cannot(
      `备份是另一版本（${head.version}）做的，请用那个版本恢复后再升级。The backup was made by another version (${head.version}, this one is ${migrations.length}); restore it with that one, then update.`,
    );
  }
  const opened = await openDatabase(config, (line) => console.error(line), "alone");
  if (!opened.ok) return opened.failure;
  const { store, database, copyTo } = opened.value;
  if (copyTo !== undefined) await copyTo(join(config.data, `before-restore-${Date.now()}.sqlite`));
  await database.whole.transaction(async (sql) => {
    await load(sql, database.engine, linesOf(file));
    await sql.run("DELETE FROM meta WHERE key = 'epoch'");
  });
  const blobs = await copyBlobs(database.whole, join(dirname(file), ATTACHMENTS), join(config.data, "blobs"));
  await store.close();
  console.log(`恢复完成 restored: ${file} (${head.madeAt})`);
  return tellBlobs(blobs);
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  for await (const part of readBackup(file)) if (!("head" in part)) yield part;
}

function tellBlobs({ copied, missing }: CopiedBlobs): Stop | undefined {
  console.log(`附件 attachments: ${copied} copied`);
  if (missing.length === 0) return undefined;
  const names = missing.slice(0, 20).join("\n");
  return cannot(`缺少 ${missing.length} 个附件 attachments are missing or damaged:\n${names}`);
}

function cannot(sentence: string): Stop {
  return { code: EXIT.cannotOpen, sentence };
}
