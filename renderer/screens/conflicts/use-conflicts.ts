import { useEffect, useState } from "react";
import { zNames } from "../../../shared/people/wire.ts";
import type { DeskConflicts } from "../../db/contested-desk.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { callPeople } from "../people/people-client.ts";
import { useMe } from "../people/use-me.ts";

/** What `read` gives, read again after every write, here, in another window or by sync. */
export function useConflicts<V>(read: (conflicts: DeskConflicts) => Promise<V>, key: string): V | undefined {
  const desk = useDesk();
  const [value, setValue] = useState<V | undefined>(undefined);
  useEffect(() => {
    let current = true;
    const load = (): void => {
      // A store that is being closed answers no more; its own screen says what is wrong with it.
      void read(desk.conflicts).then(
        (found) => current && setValue(() => found),
        () => undefined,
      );
    };
    load();
    const stop = desk.onChange(load);
    return () => {
      current = false;
      stop();
    };
    // `key` stands for what `read` closes over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, key]);
  return value;
}

/** What authors are called: by their accounts where there are any, else as it is stored. */
export function useAuthorNames(): (author: string) => string {
  const isNeeded = useMe((state) => state.me?.isNeeded === true && state.me.person !== undefined);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    if (!isNeeded) return undefined;
    let current = true;
    void callPeople(zNames, "names").then((answer) => {
      if (current && answer.ok) setNames(answer.value.names);
    });
    return () => {
      current = false;
    };
  }, [isNeeded]);
  return (author) => names[author] ?? author;
}
