import {
  linkedData,
  linksOf,
  type DraftLinks,
  type KnownNames,
  type NewName,
} from "../../../shared/commands/import-links.ts";
import { draftKey } from "../../../shared/import/draft-key.ts";
import type { Draft, HeldRow, ImportPlan, Mapping, Problem } from "../../../shared/import/types.ts";
import type { CheckProblem, Verdict } from "./engine-protocol.ts";

const PROBLEMS_SHOWN = 500;
const RECORDS_SHOWN = 5;

export interface Planned {
  readonly plan: ImportPlan;
  /** Rows of drafts that are not written although the plan gives them. */
  readonly leftOut: ReadonlySet<number>;
  /** The plan's held rows and those whose names lead nowhere. */
  readonly allHeld: ImportPlan;
}

/**
 * Is shown every draft of a plan while it is made, so that the dry run can say which vendors will be made, which names
 * lead nowhere, and which records the store has already once their names are ids.
 */
export class NameFollower {
  readonly #headings: ReadonlyMap<string | null, string>;
  readonly #known: KnownNames;
  readonly #isKnown: (key: string) => boolean;
  readonly #create: NewName[] = [];
  readonly #held: HeldRow[] = [];
  readonly #problems: CheckProblem[] = [];
  readonly #leftOut = new Set<number>();
  readonly #samples: Draft[] = [];
  readonly #left = { records: 0, events: 0, duplicates: 0 };

  constructor(mapping: Mapping, known: KnownNames, isKnown: (key: string) => boolean) {
    this.#headings = new Map(mapping.columns.map(({ target, header }) => [target, header]));
    this.#known = known;
    this.#isKnown = isKnown;
  }

  see(draft: Draft): void {
    const links = linksOf(draft, this.#known);
    const problems = nameProblemsOf(draft, links, this.#headings);
    this.#problems.push(...problems);
    if (links.holds) {
      this.#leaveOut(draft);
      for (const row of draft.rows) this.#held.push({ row, problems: problems.map(asMissing) });
    } else if (this.#isInStore(draft, links)) {
      this.#leaveOut(draft);
      this.#left.duplicates += draft.rows.length;
    } else {
      for (const name of links.create) this.#known.learn(name, "new");
      this.#create.push(...links.create);
      if (this.#samples.length < RECORDS_SHOWN) this.#samples.push(draft);
    }
  }

  /** Of the plan whose drafts were seen. */
  planned(plan: ImportPlan): Planned {
    const held = [...plan.held, ...this.#held].sort((a, b) => a.row - b.row);
    return { plan, leftOut: this.#leftOut, allHeld: { ...plan, held } };
  }

  verdict({ plan, allHeld }: Planned): Verdict {
    const problems: CheckProblem[] = [...this.#problems, ...plan.problems];
    problems.sort((a, b) => Number(b.holds) - Number(a.holds) || a.row - b.row);
    return {
      rows: plan.rows,
      accepted: plan.accepted - this.#held.length - this.#left.duplicates,
      held: allHeld.held.length,
      duplicates: plan.duplicates + this.#left.duplicates,
      records: plan.records - this.#left.records,
      events: plan.events - this.#left.events,
      problemCount: plan.problemCount + this.#problems.length,
      problems: problems.slice(0, PROBLEMS_SHOWN),
      samples: this.#samples,
      create: this.#create,
    };
  }

  #leaveOut(draft: Draft): void {
    this.#left.records++;
    this.#left.events += draft.events.length;
    for (const row of draft.rows) this.#leftOut.add(row);
  }

  #isInStore(draft: Draft, links: DraftLinks): boolean {
    return (
      draft.type !== "incident" &&
      links.create.length === 0 &&
      this.#isKnown(draftKey(draft.type, linkedData(draft, links), {}))
    );
  }
}

function nameProblemsOf(
  draft: Draft,
  { lost, holds }: DraftLinks,
  headings: ReadonlyMap<string | null, string>,
): CheckProblem[] {
  const row = draft.rows[0] ?? 0;
  return lost.map(({ field, name }) => {
    const column = headings.get(field) ?? field;
    return { row, column, kind: "unknownName", value: name, holds };
  });
}

/** As the spreadsheet of held rows words it: the column is there, what it names is missing. */
function asMissing(problem: CheckProblem): Problem {
  return { ...problem, kind: problem.kind === "unknownName" ? "missing" : problem.kind };
}
