import { useSyncStatus } from "../state/sync-status.ts";
import { refreshMe, useMe } from "../screens/people/use-me.ts";

/** Resolves when a desktop has a service to sync with, and somebody (or nobody, on a single seat) may: now or one day. */
export async function untilServed(): Promise<void> {
  await new Promise<void>((done) => {
    const look = (): void => {
      const { me, isOffline, office } = useMe.getState();
      const isIn =
        me?.isNeeded === false || me?.person?.mustChange === false || (me === undefined && isOffline);
      if (office !== "linked" || !isIn) return;
      stop();
      done();
    };
    const stop = useMe.subscribe(look);
    look();
  });
  // What the service says to a round of sync it says to people too: they are asked to sign in, or told that they were put out.
  useSyncStatus.subscribe((now, before) => {
    if (now.state !== before.state && (now.state === "refused" || now.state === "upToDate")) void refreshMe();
  });
}
