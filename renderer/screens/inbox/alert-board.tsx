import { createContext, useContext, useMemo, type ReactNode } from "react";
import { must } from "../../../shared/lib/must.ts";
import type { RecordType, Stored } from "../../../shared/records/index.ts";
import type { AlertAnswer, AnsweredAlert } from "../../../shared/rules/alerts/alert.ts";
import { alertsOf } from "../../../shared/rules/alerts/alerts-of.ts";
import { useRecordsOf } from "../../records/use-names.ts";
import { useClauseBook } from "../incidents/use-clause-book.ts";
import { useMinute } from "../incidents/use-minute.ts";
import { useOpenIncidents } from "../incidents/use-open-incidents.ts";

/** Everything that asks for attention, worked out once a minute for the whole window. */
export interface AlertBoard {
  readonly alerts: readonly AnsweredAlert[];
  readonly answers: readonly AlertAnswer[];
  readonly nowMs: number;
  readonly unread: number;
  /** There are more open incidents than are watched: those reported last ring no alert. */
  readonly isCut: boolean;
  readonly incidents: ReadonlyMap<string, Stored<"incident">>;
  readonly contracts: ReadonlyMap<string, Stored<"contract">>;
  readonly vendors: ReadonlyMap<string, Stored<"vendor">>;
  readonly obligations: ReadonlyMap<string, Stored<"obligation">>;
  readonly obligationEntries: readonly Stored<"obligationEntry">[];
  readonly letters: ReadonlyMap<string, Stored<"letter">>;
  readonly hospital: Stored<"hospital"> | undefined;
}

/** The board; undefined while the records are first read. */
export function useAlertBoard(): AlertBoard | undefined {
  return must(useContext(BoardContext), "the shell stands inside AlertBoardProvider").board;
}

const BoardContext = createContext<{ readonly board: AlertBoard | undefined } | null>(null);

/** More open incidents than this are a backlog, not a watch; the screen says so (`isCut`). */
export const MOST_CASES = 2000;

const SOURCES = [
  "vendor",
  "hospital",
  "obligation",
  "obligationEntry",
  "letter",
  "entitlement",
  "entitlementEntry",
  "module",
  "alertAnswer",
] as const satisfies readonly RecordType[];

export function AlertBoardProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const cases = useOpenIncidents(MOST_CASES);
  const book = useClauseBook();
  const records = useRecordsOf(SOURCES);
  const nowMs = useMinute();
  const board = useMemo((): AlertBoard | undefined => {
    if (cases === undefined || book === undefined || records === undefined) return undefined;
    // What was read under a type is of that type.
    const all = <T extends RecordType>(type: T): readonly Stored<T>[] =>
      (records.get(type) ?? []) as unknown as readonly Stored<T>[];
    const answers = all("alertAnswer").map(({ data }) => data);
    const [obligations, obligationEntries, letters] = [
      all("obligation"),
      all("obligationEntry"),
      all("letter"),
    ];
    const alerts = alertsOf(
      {
        cases,
        book,
        answers,
        obligations,
        obligationEntries,
        letters,
        entitlements: all("entitlement"),
        entitlementEntries: all("entitlementEntry"),
        modules: all("module"),
      },
      nowMs,
    );
    return {
      alerts,
      answers,
      nowMs,
      unread: alerts.filter(({ standing }) => standing === "unread").length,
      isCut: cases.length >= MOST_CASES,
      incidents: new Map(cases.map(({ incident }) => [incident.id, incident])),
      contracts: byId(book.contracts),
      vendors: byId(all("vendor")),
      obligations: byId(obligations),
      obligationEntries,
      letters: byId(letters),
      hospital: all("hospital")[0],
    };
  }, [cases, book, records, nowMs]);
  const value = useMemo(() => ({ board }), [board]);
  return <BoardContext value={value}>{children}</BoardContext>;
}

function byId<T extends RecordType>(records: readonly Stored<T>[]): ReadonlyMap<string, Stored<T>> {
  return new Map(records.map((record) => [record.id, record]));
}
