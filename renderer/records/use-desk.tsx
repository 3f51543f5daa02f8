import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { must } from "../../shared/lib/must.ts";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import type { Desk } from "../db/desk.ts";

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider(props: { readonly desk: Desk; readonly children: ReactNode }): ReactNode {
  return <DeskContext value={props.desk}>{props.children}</DeskContext>;
}

/** This workstation's store. */
export function useDesk(): Desk {
  return must(useContext(DeskContext), "every screen stands inside DeskProvider");
}

/** All records of a small type, kept current; undefined while they are first read. */
export function useRecords<T extends RecordType>(type: T): readonly Stored<T>[] | undefined {
  const desk = useDesk();
  return useLive(() => desk.all(type), [type], `all:${type}`);
}

/** One record, kept current; undefined while it is first read, null when there is none. */
export function useRecord<T extends RecordType>(type: T, id: string): Stored<T> | null | undefined {
  const desk = useDesk();
  return useLive(async () => (await desk.get(type, id)) ?? null, [type], `get:${type}:${id}`);
}

/** The records that belong to a parent, kept current. */
export function useChildren<T extends RecordType>(
  type: T,
  parentId: string,
): readonly Stored<T>[] | undefined {
  const desk = useDesk();
  return useLive(() => desk.childrenOf(type, parentId), [type], `children:${type}:${parentId}`);
}

/** What `read` gives, read again whenever one of `types` changes, here or in another window. `key` names the question. */
export function useLive<V>(read: () => Promise<V>, types: readonly RecordType[], key: string): V | undefined {
  const desk = useDesk();
  const [answer, setAnswer] = useState<{ key: string; value: V } | undefined>(undefined);
  useEffect(() => {
    let current = true;
    const load = (): void => {
      void read().then((value) => {
        if (current) setAnswer({ key, value });
      });
    };
    load();
    const stop = desk.onChange((touched) => {
      if (types.some((type) => touched.includes(type))) load();
    });
    return () => {
      current = false;
      stop();
    };
    // `key` stands for what `read` and `types` close over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, key]);
  return answer?.key === key ? answer.value : undefined;
}
