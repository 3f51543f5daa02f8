import { groupBy } from "../../lib/group-by.ts";
import { addDays, type CalendarDate } from "../../lib/dates.ts";
import type { Stored } from "../../records/index.ts";
import { termsOf } from "../clauses/terms.ts";
import { LETTER_SOON_DAYS, letterState } from "../obligations/letter-state.ts";
import { obligationStates, SOON_DAYS, type Occurrence } from "../obligations/obligation-states.ts";
import type { ChangeAlert, LetterAlert, ObligationAlert } from "./alert.ts";
import { dayEnd, dayStart } from "./day-start.ts";

export interface ObligationBook {
  readonly contracts: readonly Stored<"contract">[];
  readonly terms: readonly Stored<"term">[];
  readonly obligations: readonly Stored<"obligation">[];
  readonly obligationEntries: readonly Stored<"obligationEntry">[];
}

/**
 * Obligations, theirs and ours. What is overdue of one obligation is one alert however long the silence lasts; its key
 * holds the newest silence, so each further month that brings nothing rings again. Changes that broke a promise stay
 * until decided or waived.
 */
export function obligationAlerts(
  book: ObligationBook,
  today: CalendarDate,
): readonly (ObligationAlert | ChangeAlert)[] {
  const contracts = new Map(book.contracts.map((contract) => [contract.id, contract]));
  const entries = groupBy(book.obligationEntries, ({ data }) => data.obligationId);
  return book.obligations.flatMap((obligation) => {
    const contract = contracts.get(obligation.data.contractId);
    if (contract === undefined) return [];
    const states = obligationStates(
      obligation,
      entries.get(obligation.id) ?? [],
      termsOf(contract, book.terms),
      today,
    );
    const silence = states.occurrences.filter(({ state }) => state === "overdue");
    const soon = states.occurrences.filter(({ state }) => state === "dueSoon");
    return [
      ...overdueAlert(obligation, silence),
      ...soon.map((occurrence) => soonAlert(obligation, occurrence)),
      ...states.changes
        .filter(({ state }) => state === "violated")
        .map(({ entry, violations }): ChangeAlert => {
          const key = `change:${entry.id}`;
          const { day } = entry.data;
          const at = day < today ? dayStart(day) : entry.data.recordedAt;
          const base = { ...common(obligation), key, subject: key, urgency: "overdue", at } as const;
          return { ...base, topic: "change", dueAt: dayEnd(day), day, violations };
        }),
    ];
  });
}

function overdueAlert(
  obligation: Stored<"obligation">,
  silence: readonly Occurrence[],
): readonly ObligationAlert[] {
  const [oldest] = silence;
  const newest = silence.at(-1);
  if (oldest === undefined || newest === undefined) return [];
  const key = `obligation:${obligation.id}:${newest.dueDate}:overdue`;
  return [
    {
      ...common(obligation),
      topic: "obligation",
      key,
      subject: key,
      urgency: "overdue",
      at: dayEnd(oldest.dueDate),
      dueAt: dayEnd(oldest.dueDate),
      dueDate: oldest.dueDate,
      daysLeft: oldest.daysLeft,
      overdue: silence.length,
    },
  ];
}

function soonAlert(obligation: Stored<"obligation">, { dueDate, daysLeft }: Occurrence): ObligationAlert {
  const key = `obligation:${obligation.id}:${dueDate}:soon`;
  return {
    ...common(obligation),
    topic: "obligation",
    key,
    subject: key,
    urgency: "soon",
    at: dayStart(addDays(dueDate, -SOON_DAYS[obligation.data.recurrence])),
    dueAt: dayEnd(dueDate),
    dueDate,
    daysLeft,
    overdue: 0,
  };
}

function common({ id, data }: Stored<"obligation">) {
  const { contractId, name, party } = data;
  return { contractId, obligationId: id, name, party, silent: undefined } as const;
}

/** Letters of known contracts whose answer is due soon or overdue: ours to give (checklist F14). */
export function letterAlerts(
  letters: readonly Stored<"letter">[],
  contracts: readonly Stored<"contract">[],
  today: CalendarDate,
): readonly LetterAlert[] {
  const known = new Set(contracts.map(({ id }) => id));
  return letters
    .filter(({ data }) => known.has(data.contractId))
    .flatMap((letter): readonly LetterAlert[] => {
      const { state, answerBy, daysLeft } = letterState(letter, today);
      if (answerBy === undefined || daysLeft === undefined) return [];
      if (state !== "dueSoon" && state !== "overdue") return [];
      const key = `letter:${letter.id}:${answerBy}:${state === "overdue" ? "overdue" : "soon"}`;
      return [
        {
          topic: "letter",
          key,
          subject: key,
          urgency: state === "overdue" ? "overdue" : "soon",
          party: "hospital",
          at: state === "overdue" ? dayEnd(answerBy) : dayStart(addDays(answerBy, -LETTER_SOON_DAYS)),
          dueAt: dayEnd(answerBy),
          silent: undefined,
          contractId: letter.data.contractId,
          letterId: letter.id,
          name: letter.data.subject,
          answerBy,
          daysLeft,
        },
      ];
    });
}
