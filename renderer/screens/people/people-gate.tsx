import { useEffect, useState, type ReactNode } from "react";
import { zNothing, type Me } from "../../../shared/people/wire.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { callPeople } from "./people-client.ts";
import { Enrol, NewPassword, SignIn } from "./sign-in.tsx";
import { refreshMe, useMe } from "./use-me.ts";

/** Nobody touched the computer for so long: whoever comes next has to say who they are. */
const IDLE_MS = 15 * 60_000;
/** A service that has not answered by then is away: an enrolled computer works without it. */
const PATIENCE_MS = 4000;
/** How soon somebody who was put out sees it without having done anything. */
const ASK_AGAIN_MS = 60_000;

/**
 * Asks who sits here, where the office's service wants to know. A service that does not answer stops nobody: an enrolled
 * computer goes on offline, and its changes are judged when they arrive. What was open stays open behind the question.
 */
export function PeopleGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { me, isOffline } = useMe();
  const [entered, setEntered] = useState<string | undefined>(undefined);
  useEffect(() => {
    void refreshMe();
    const timer = setInterval(() => void askAgain(), ASK_AGAIN_MS);
    const patience = setTimeout(
      () => useMe.setState(({ me: known }) => ({ isOffline: known === undefined })),
      PATIENCE_MS,
    );
    return () => {
      clearInterval(timer);
      clearTimeout(patience);
    };
  }, []);
  useIdleLock();
  useAuthor();

  const isAsking = me === undefined && !isOffline;
  const isOpen = me === undefined || !me.isNeeded || (me.person !== undefined && !me.person.mustChange);
  const who = me?.person?.id ?? "";
  const wasOpen = entered !== undefined;
  const isAnother = isOpen && wasOpen && entered !== "" && who !== "" && entered !== who;
  if (!isAsking && isOpen && !isAnother && entered !== who) setEntered(who);
  useEffect(() => {
    // Another person's window begins anew: nothing half-typed is handed over.
    if (isAnother) window.location.reload();
  }, [isAnother]);
  // Nothing of the office is shown before it is known whether somebody has to say who they are.
  if (isAsking) return null;
  return (
    <>
      {!isOpen && <Question me={me} />}
      {(isOpen || wasOpen) && (
        <div className="sy-behind" hidden={!isOpen}>
          {children}
        </div>
      )}
    </>
  );
}

function Question({ me }: { readonly me: Me }): ReactNode {
  if (me.desk === undefined) return <Enrol />;
  return me.person === undefined ? <SignIn me={me} /> : <NewPassword />;
}

async function askAgain(): Promise<void> {
  if (useMe.getState().me?.isNeeded !== false) await refreshMe();
}

/** Signs out where somebody is signed in; offline nobody could open the window again, so there it stays open. */
function useIdleLock(): void {
  useEffect(() => {
    let touchedMs = Date.now();
    const touch = (): void => {
      touchedMs = Date.now();
    };
    const events = ["pointerdown", "keydown", "wheel"] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true, capture: true });
    const timer = setInterval(() => {
      if (Date.now() - touchedMs < IDLE_MS || useMe.getState().me?.person === undefined) return;
      void callPeople(zNothing, "sign-out", {}).then(refreshMe);
    }, 30_000);
    return () => {
      clearInterval(timer);
      for (const event of events) window.removeEventListener(event, touch, { capture: true });
    };
  }, []);
}

/** What is written from now on is theirs. */
function useAuthor(): void {
  const desk = useDesk();
  const name = useMe(({ me }) => me?.person?.name);
  useEffect(() => {
    if (name !== undefined) void desk.setAuthor(name);
  }, [desk, name]);
}
