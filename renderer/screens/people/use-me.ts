import { create } from "zustand";
import { zMe, type Me } from "../../../shared/people/wire.ts";
import { desktop } from "../../desktop/index.ts";
import { callPeople } from "./people-client.ts";

interface KnownMe {
  /** Undefined until the service has said who sits here; it stays what it was while the service does not answer. */
  readonly me: Me | undefined;
  /** The service was asked and did not answer: work goes on, offline. */
  readonly isOffline: boolean;
  /** The desktop edition: there is no service here that people could be set up on. */
  readonly isDesktop: boolean;
}

export const useMe = create<KnownMe>()(() => ({ me: undefined, isOffline: false, isDesktop: false }));

/** Asks the service who sits here. The desktop edition has no service of its own to ask. */
export async function refreshMe(): Promise<void> {
  const { edition } = await desktop().appInfo({});
  if (edition === "desktop") {
    useMe.setState({ me: { isNeeded: false }, isDesktop: true });
    return;
  }
  const answer = await callPeople(zMe, "me");
  if (answer.ok) useMe.setState({ me: answer.value, isOffline: false });
  else useMe.setState({ isOffline: true });
}
