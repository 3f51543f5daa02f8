import { create } from "zustand";
import { zMe, type Me } from "../../../shared/people/wire.ts";
import { desktop } from "../../desktop/index.ts";
import { callPeople } from "./people-client.ts";

interface KnownMe {
  /** Undefined until the service has said who sits here; it stays what it was while the service does not answer. */
  readonly me: Me | undefined;
  /** The service was asked and did not answer: work goes on, offline. */
  readonly isOffline: boolean;
  /** A desktop that belongs to no service: nobody here that people could be set up on. */
  readonly isDesktop: boolean;
  /**
   * A desktop's tie to the office's service. `toEnrol`: connected, and it wants a code first, which stops nobody from
   * working here. `revoked`: it was enrolled, and the service does not know it any more.
   */
  readonly office: "none" | "toEnrol" | "revoked" | "linked";
}

export const useMe = create<KnownMe>()(() => ({
  me: undefined,
  isOffline: false,
  isDesktop: false,
  office: "none",
}));

/** Asks the service who sits here, where there is one: in a browser always, on a desktop that was connected. */
export async function refreshMe(): Promise<void> {
  const { edition } = await desktop().appInfo({});
  const link = edition === "browser" ? undefined : (await desktop().serviceState({})).link;
  if (link === null) {
    useMe.setState({ me: { isNeeded: false }, isDesktop: true, office: "none" });
    return;
  }
  const answer = await callPeople(zMe, "me");
  if (!answer.ok) {
    useMe.setState({ isOffline: true, ...(link === undefined ? {} : { office: "linked" }) });
    return;
  }
  const isUnknown = answer.value.isNeeded && answer.value.desk === undefined;
  if (link === undefined || !isUnknown) {
    useMe.setState({ me: answer.value, isOffline: false, isDesktop: false });
    if (link !== undefined) useMe.setState({ office: "linked" });
  } else if (link.isEnrolled) {
    useMe.setState({ me: answer.value, isOffline: false, isDesktop: false, office: "revoked" });
  } else useMe.setState({ me: { isNeeded: false }, isOffline: false, isDesktop: true, office: "toEnrol" });
}
