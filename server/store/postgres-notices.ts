import pg from "pg";
import { noticesHere, type Notices } from "./notices.ts";
import type { Database } from "./sql.ts";

const CHANNEL = "shouyue_newest";
const AGAIN_MS = 1000;
const GATHER_MS = 5;

/**
 * Notices between the services over one database, by LISTEN and NOTIFY. A notice says only the newest sequence, so
 * those of a moment are sent as one, after the commits (inside them they would queue behind one another). One that is
 * lost is made good: whoever listens asks again after a lost connection, and now and then anyway.
 */
export async function noticesBetween(
  options: pg.ClientConfig,
  database: Database,
  log: (line: string) => void,
): Promise<Notices> {
  const here = noticesHere();
  const told = new Map<string, number>();
  const waiting = new Map<string, number>();
  let sending: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let listening: pg.Client | undefined;
  let closed = false;

  const tellHere = (tenant: string, newest: number): void => {
    if (newest <= (told.get(tenant) ?? 0)) return;
    told.set(tenant, newest);
    here.tell(tenant, newest);
  };
  const send = async (): Promise<void> => {
    sending = undefined;
    const all = [...waiting];
    waiting.clear();
    for (const [tenant, newest] of all) {
      await database.whole.all("SELECT pg_notify(?, ?)", [CHANNEL, `${newest} ${tenant}`]);
    }
  };
  const catchUp = async (): Promise<void> => {
    for (const row of await database.whole.all("SELECT tenant, newest FROM tenants")) {
      tellHere(String(row["tenant"]), Number(row["newest"]));
    }
  };
  const connect = async (): Promise<void> => {
    const client = new pg.Client(options);
    client.on("error", () => undefined);
    client.on("notification", ({ payload = "" }) => {
      const [, newest = "0", tenant = ""] = /^(\d+) (.*)$/.exec(payload) ?? [];
      tellHere(tenant, Number(newest));
    });
    await client.connect();
    client.on("end", () => {
      if (closed) return;
      log("PostgreSQL 通知中断，重连中 notices were cut off, connecting again");
      retry();
    });
    await client.query(`LISTEN ${CHANNEL}`);
    listening = client;
    await catchUp();
  };
  const retry = (): void => {
    if (closed) return;
    again = setTimeout(() => void connect().catch(retry), AGAIN_MS);
    again.unref();
  };
  await connect();

  return {
    tell: (tenant, newest) => {
      tellHere(tenant, newest);
      waiting.set(tenant, Math.max(newest, waiting.get(tenant) ?? 0));
      sending ??= setTimeout(() => void send().catch(() => undefined), GATHER_MS);
    },
    listen: (listener) => here.listen(listener),
    close: async () => {
      closed = true;
      clearTimeout(again);
      if (sending !== undefined) {
        clearTimeout(sending);
        await send().catch(() => undefined);
      }
      await here.close();
      await listening?.end().catch(() => undefined);
    },
  };
}
