import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { app } from "./app-itself.ts";
import { Cdp } from "./cdp.ts";
import { startChromium } from "./chromium.ts";
import { closeTarget, interceptRequests } from "./requests.ts";
import { defaultSession } from "./session.ts";
import { state, type About } from "./state.ts";

const zTarget = z.object({ targetId: z.string() });
const zCreated = z.object({
  targetInfo: z.object({ targetId: z.string(), type: z.string(), openerId: z.string().optional() }),
});

/** Chromium's life within the program. */
export const host = {
  describe(about: About): void {
    state.about = about;
  },

  async start(): Promise<void> {
    const profile = join(app.getPath("userData"), "stand-in-chromium");
    mkdirSync(profile, { recursive: true });
    const chromium = await startChromium(profile);
    const cdp = await Cdp.connect(chromium.address);
    state.cdp = cdp;
    chromium.process.on("exit", () => setTimeout(() => process.exit(1), 2_000));
    await interceptRequests();
    await defaultSession.watchDownloads();
    cdp.hear("Target.targetCreated", zCreated, ({ targetInfo }) => {
      const { type, openerId, targetId } = targetInfo;
      if (type !== "page" || openerId === undefined) return;
      state.contentsByFrame.get(openerId)?.askWindowOpen("about:blank");
      // One that asks for nothing; one that does is closed when its request is refused. Closed before whoever drives
      // this has let it go on, it would leave its opener standing for ever.
      setTimeout(() => void closeTarget(targetId), 2_000).unref();
    });
    cdp.hear("Target.targetDestroyed", zTarget, ({ targetId }) =>
      state.contentsByFrame.get(targetId)?.gone(),
    );
    await cdp.send("Target.setDiscoverTargets", { discover: true });
    process.stderr.write(`\nDevTools listening on ${chromium.address}\n`);
    app.becomeReady();
    // Main sets its handlers as soon as it hears of it.
    await new Promise((done) => setImmediate(done));
    for (const scheme of state.standardSchemes) await defaultSession.settlePermissions(`${scheme}://main`);
  },
};
