import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { dateOf } from "../shared/lib/instants.ts";
import { buildApp } from "./app.ts";
import { readConfig, USAGE, type Config } from "./config.ts";
import { listen } from "./listen.ts";
import { lastAddress, rememberAddress } from "./store/address.ts";
import { SINGLE_OFFICE } from "./routes/caller.ts";
import { dailyBackups } from "./store/backups.ts";
import { blobsIn } from "./store/blobs.ts";
import { moveOldBlobs } from "./store/old-blobs.ts";
import { openSqlite, type OpenFailure } from "./store/sqlite.ts";

/** Wrong usage; the data folder is taken; the port is taken; the data cannot be opened. build/start.ts reads them. */
const EXIT = { usage: 2, inUse: 3, portTaken: 4, cannotOpen: 5 } as const;
const HOUR_MS = 3_600_000;

const config = readConfig(process.argv.slice(2), process.env);
if (config.ok) await main(config.value);
else stop(EXIT.usage, `${config.failure}\n${USAGE}`);

async function main({ port, data, window }: Config): Promise<void> {
  mkdirSync(data, { recursive: true });
  const opened = openSqlite(join(data, "shouyue.sqlite"), randomUUID);
  if (!opened.ok)
    return stop(
      opened.failure.kind === "inUse" ? EXIT.inUse : EXIT.cannotOpen,
      sentence(opened.failure, data),
    );
  const { store, database, copyTo } = opened.value;
  const app = buildApp({
    store,
    database,
    blobs: blobsIn(join(data, "blobs")),
    window,
    log: (line) => console.error(line),
  });

  await moveOldBlobs(join(data, "blobs"), SINGLE_OFFICE, database.of(SINGLE_OFFICE));
  const at = await listen(app, port, lastAddress(data)?.port);
  if (!at.ok) {
    await store.close();
    return stop(
      EXIT.portTaken,
      `端口 ${at.failure.port} 已被占用，请换一个。Port ${at.failure.port} is taken; choose another.`,
    );
  }
  rememberAddress(data, { port: at.value, pid: process.pid });
  const copyLog = dailyBackups(async () => store.newest(SINGLE_OFFICE), copyTo, join(data, "backups"));
  const backUp = async (): Promise<void> => {
    try {
      await copyLog(dateOf(Date.now()));
    } catch (error) {
      console.error(`备份失败 backup failed: ${error instanceof Error ? error.message : ""}`);
    }
  };
  let backup = backUp();
  const daily = setInterval(() => {
    backup = backup.then(backUp);
  }, HOUR_MS);

  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    clearInterval(daily);
    void app
      .close()
      .then(async () => backup)
      .then(async () => store.close())
      .then(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, close);
  // A launcher that dies without a word takes the service with it.
  process.on("disconnect", close);

  console.log(`listening http://127.0.0.1:${at.value}/`);
  console.log(`data ${data}`);
}

function sentence(failure: OpenFailure, data: string): string {
  switch (failure.kind) {
    case "inUse": {
      const other = lastAddress(data);
      const where = other === undefined ? "" : ` http://127.0.0.1:${other.port}/`;
      return `守约已在使用这个数据文件夹${where}。Shouyue already runs on this data folder${where}: ${data}`;
    }
    case "newer":
      return `数据来自更新的版本（${failure.version}），请升级本程序。The data is from a newer version (${failure.version}); update this program: ${data}`;
    case "damaged":
      return `数据文件打不开，请从 backups 文件夹恢复。The data cannot be opened; restore it from the backups folder: ${data} (${failure.detail})`;
  }
}

function stop(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
