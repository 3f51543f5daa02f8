import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dateOf } from "../shared/lib/instants.ts";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import { listen } from "./listen.ts";
import { EXIT, openDatabase, type Stop } from "./open.ts";
import { SINGLE_OFFICE } from "./routes/caller.ts";
import { lastAddress, rememberAddress } from "./store/address.ts";
import { dailyBackups } from "./store/backups.ts";
import { blobsIn } from "./store/blobs.ts";
import { moveOldBlobs } from "./store/old-blobs.ts";
import { tidy } from "./tidy.ts";

const HOUR_MS = 3_600_000;

/** Opens, listens and works until it is told to stop. Gives a reason only where it could not begin. */
export async function serve(config: Config): Promise<Stop | undefined> {
  const { data, tls, origins } = config;
  const log = (line: string): void => console.error(line);
  const opened = await openDatabase(config, log);
  if (!opened.ok) return opened.failure;
  const { store, database, copyTo } = opened.value;
  const blobs = blobsIn(join(data, "blobs"));
  await moveOldBlobs(join(data, "blobs"), SINGLE_OFFICE, database.of(SINGLE_OFFICE));
  const app = buildApp({
    store,
    database,
    blobs,
    window: config.window,
    log,
    trusted: { origins, scheme: tls === undefined ? "http" : "https" },
    ...(tls === undefined ? {} : { tls: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } }),
  });

  const at = await listen(app, config.host, config.port, lastAddress(data)?.port);
  if (!at.ok) {
    await store.close();
    const { port } = at.failure;
    const sentence = `端口 ${port} 已被占用，请换一个。Port ${port} is taken; choose another.`;
    return { code: EXIT.portTaken, sentence };
  }
  rememberAddress(data, { port: at.value, pid: process.pid });
  const newest = async (): Promise<number> => store.newest(SINGLE_OFFICE);
  const copyLog = copyTo === undefined ? undefined : dailyBackups(newest, copyTo, join(data, "backups"));
  const work = async (): Promise<void> => {
    try {
      await copyLog?.(dateOf(Date.now()));
      await tidy(store, blobs, config.retentionDays, Date.now());
    } catch (error) {
      log(`备份失败 backup failed: ${error instanceof Error ? error.message : ""}`);
    }
  };
  let working = work();
  const hourly = setInterval(() => {
    working = working.then(work);
  }, HOUR_MS);

  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    clearInterval(hourly);
    void app
      .close()
      .then(async () => working)
      .then(async () => store.close())
      .then(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, close);
  // A launcher that dies without a word takes the service with it.
  process.on("disconnect", close);

  const name = config.host.includes(":") ? `[${config.host}]` : config.host;
  console.log(`listening ${tls === undefined ? "http" : "https"}://${name}:${at.value}/`);
  console.log(`data ${data}`);
  return undefined;
}
