import { connectSync } from "../../../renderer/app/connect-sync.ts";
import type { DexieDesk } from "../../../renderer/db/dexie-desk.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { must } from "../../../shared/lib/must.ts";
import { madeIncident } from "./history.ts";

const LABEL = { zh: "修改", en: "Edit" };
/** When each title of the watched record was first read here. */
const seen = new Map<string, number>();
let opened: DexieDesk | undefined;

/** One desk a page, kept in step by what keeps the product's window in step. Instants are comparable between pages. */
export const editJobs = {
  async editOpen(name: string): Promise<void> {
    opened = await openDesk({ name });
    await connectSync(opened, opened.syncSource());
  },
  /** A fault made here; its id. */
  async editMake(): Promise<string> {
    const [id = ""] = await desk().newIds(1);
    await save(id, madeIncident(0).incident);
    return id;
  },
  /** The moment in which the edit began to be saved. */
  async editSave(id: string, title: string): Promise<number> {
    const begun = now();
    await save(id, { title });
    return begun;
  },
  /** Notes from here on when each title of this record can be read. */
  editWatch(id: string): void {
    const look = async (): Promise<void> => {
      const title = (await desk().get("incident", id))?.data.title;
      if (title !== undefined && !seen.has(title)) seen.set(title, now());
    };
    desk().onChange(() => void look());
    void look();
  },
  async editSeen(title: string): Promise<number> {
    for (;;) {
      const at = seen.get(title);
      if (at !== undefined) return at;
      await new Promise((later) => setTimeout(later, 5));
    }
  },
  /** Part of the floor: the service asked twice for next to nothing. */
  async editTrips(path: string): Promise<number> {
    const begun = now();
    for (let trip = 0; trip < 2; trip++) await (await fetch(path)).arrayBuffer();
    return now() - begun;
  },
};

function desk(): DexieDesk {
  return must(opened, "the desk was opened first");
}

async function save(id: string, patch: Record<string, unknown>): Promise<void> {
  const saved = await desk().save(LABEL, [{ type: "incident", id, patch }]);
  if (!saved.ok) throw new Error(saved.failure.kind);
}

const now = (): number => performance.timeOrigin + performance.now();
