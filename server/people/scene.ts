import { recordAct, type Happening } from "../audit/trail.ts";
import type { Sql } from "../store/sql.ts";

/** Where and when something is done, and by whom: an act on people is judged and recorded by it. */
export interface Scene {
  readonly sql: Sql;
  readonly tenant: string;
  readonly nowMs: number;
  /** The account; empty where nobody is signed in. */
  readonly who: string;
  /** The enrolled desk; empty where there is none. */
  readonly desk: string;
  /** One person holds what three should: said with every act. */
  readonly isMerged: boolean;
}

/** Does it in one transaction with what `note` records of it. */
export async function act<T>(
  scene: Scene,
  work: (sql: Sql, note: (happening: Happening) => Promise<void>) => Promise<T>,
): Promise<T> {
  const { tenant, nowMs, who, desk, isMerged } = scene;
  return scene.sql.transaction(async (sql) =>
    work(sql, async (happening) => {
      const detail = { ...happening.detail, ...(isMerged ? { merged: "yes" } : {}) };
      await recordAct(sql, tenant, nowMs, { who, desk, ...happening, detail });
    }),
  );
}

/** For what changes nothing but must be seen: a refusal, somebody reading the trail. */
export async function noteOnly(scene: Scene, happening: Happening): Promise<void> {
  await act(scene, async (_, note) => note(happening));
}
