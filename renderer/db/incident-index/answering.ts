import { assertNever } from "../../../shared/lib/must.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Notice } from "../notices.ts";
import { Store } from "../store.ts";
import { IncidentLoader } from "./incident-loader.ts";
import type { Selection } from "./incident-table.ts";
import type { Question } from "./messages.ts";

const KEPT_VIEWS = 8;
const LISTED_VALUES = 200;

/** The list itself, wherever it runs: in its worker, or beside a test. */
export class IncidentAnswers {
  readonly #loader: IncidentLoader;
  readonly #views = new Map<number, Selection>();
  #lastView = 0;
  /** Notices that wait for their turn, and what those touched that left it to a later one. */
  #waiting = 0;
  #skipped: readonly RecordType[] = [];
  /** Settles when all that was heard of is taken in; never rejects, but `#failure` says why it could not. */
  #busy: Promise<void>;
  #failure: Error | undefined;

  constructor(storeName: string) {
    this.#loader = new IncidentLoader(new Store(storeName, "relaxed"));
    this.#busy = this.#loader.load().catch((error: unknown) => this.#fail(error));
  }

  /** Takes in a notice after all that came before it; true when the list may have changed. */
  async follow(notice: Notice): Promise<boolean> {
    let changed = false;
    this.#waiting += 1;
    this.#busy = this.#busy
      .then(async () => {
        this.#waiting -= 1;
        const touched = [...this.#skipped, ...notice.touched];
        // A first sync tells of every page: what is read anew anyway is read once for all that wait.
        if (notice.records === undefined && this.#waiting > 0) {
          this.#skipped = [...new Set(touched)];
          return;
        }
        const isAlone = this.#skipped.length === 0;
        this.#skipped = [];
        changed = await this.#loader.follow(isAlone ? notice : { touched });
      })
      .catch((error: unknown) => this.#fail(error));
    await this.#busy;
    return changed;
  }

  async answer(question: Question): Promise<unknown> {
    await this.#busy;
    if (this.#failure !== undefined) throw this.#failure;
    const { table } = this.#loader;
    switch (question.kind) {
      case "query": {
        const found = table.select(question.query);
        return { view: this.#keep(found), count: found.count, total: table.size };
      }
      case "rows":
        return this.#views.get(question.view)?.rows(question.from, question.to) ?? [];
      case "values":
        return table.values(question.column, LISTED_VALUES);
      case "open":
        return table.open(question.limit);
      case "ready":
        return null;
      default:
        return assertNever(question);
    }
  }

  close(): void {
    this.#loader.close();
  }

  #fail(error: unknown): void {
    this.#failure = error instanceof Error ? error : new Error(String(error));
  }

  #keep(rows: Selection): number {
    this.#lastView += 1;
    this.#views.set(this.#lastView, rows);
    this.#views.delete(this.#lastView - KEPT_VIEWS);
    return this.#lastView;
  }
}
