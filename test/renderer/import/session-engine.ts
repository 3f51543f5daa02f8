import { importSession } from "../../../renderer/screens/import/engine-session.ts";
import type { ImportEngine } from "../../../renderer/screens/import/engine-client.ts";
import { fail, ok } from "../../../shared/lib/result.ts";

/** The import reader beside the test instead of in a worker; answers come later all the same. */
export function sessionEngine(): ImportEngine {
  const session = importSession();
  let isStopped = false;
  return {
    ask: async (question, ask) => {
      await Promise.resolve();
      if (isStopped) return fail({ kind: "stopped" });
      return ok(await (session[question] as (ask: object) => Promise<never>)(ask));
    },
    stop: () => {
      isStopped = true;
    },
  };
}
