import { assertNever } from "../../../shared/lib/must.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Notice } from "../notices.ts";
import { Store } from "../store.ts";
import { FollowedList } from "./followed-list.ts";
import { IndexSource } from "./index-source.ts";
import { listedType } from "./listed-types.ts";
import type { Answers, Question } from "./messages.ts";
import type { Selection } from "./record-table.ts";

const KEPT_VIEWS = 16;
const LISTED_VALUES = 200;
/** The rows that come with an answer: a screen and some to scroll. */
const FIRST_ROWS = 100;
const READ_AHEAD_MS = 1000;

/** The lists themselves, wherever they run: in their worker, or beside a test. */
export class ListAnswers {
  readonly #source: IndexSource;
  readonly #lists = new Map<RecordType, FollowedList>();
  /** The names by which a list was last asked. */
  readonly #named = new Map<RecordType, readonly ReadonlyMap<string, string>[]>();
  readonly #views = new Map<number, Selection>();
  #lastView = 0;
  readonly #readingAhead = new Map<RecordType, ReturnType<typeof setTimeout>>();

  constructor(storeName: string) {
    this.#source = new IndexSource(new Store(storeName, "relaxed"));
    // The longest list is what most windows open with; the others are read when they are first asked for.
    this.#list("incident");
  }

  /** Takes in a notice; gives the lists that may have changed. */
  async follow(notice: Notice): Promise<readonly RecordType[]> {
    const lists = [...this.#lists.values()];
    const changed = await Promise.all(lists.map((list) => list.follow(notice)));
    return lists.filter((_, at) => changed[at]).map(({ listed }) => listed.type);
  }

  async answer(question: Question): Promise<Answers[Question["kind"]]> {
    switch (question.kind) {
      case "query": {
        let list = await this.#ready(question.type);
        if (question.query.search.trim() !== "") {
          await list.searchable();
          list = await this.#ready(question.type);
        }
        const found = list.table.select(question.query);
        const { count } = found;
        return { view: this.#keep(found), count, total: list.table.size, first: found.rows(0, FIRST_ROWS) };
      }
      case "rows":
        return this.#views.get(question.view)?.rows(question.from, question.to) ?? [];
      case "ids":
        return this.#views.get(question.view)?.ids(question.from, question.to) ?? [];
      case "texts":
        return this.#views.get(question.view)?.texts(question.column, question.from, question.to) ?? [];
      case "values":
        return (await this.#ready(question.type)).table.values(question.column, LISTED_VALUES);
      case "ready":
        await this.#ready(question.type);
        return null;
      default:
        return assertNever(question);
    }
  }

  close(): void {
    for (const timer of this.#readingAhead.values()) clearTimeout(timer);
    this.#source.store.close();
  }

  /** A list that knows all that was heard of, and what the records are called that it names. */
  async #ready(type: RecordType): Promise<FollowedList> {
    const list = this.#list(type);
    const others = list.listed.named.map((named) => this.#list(named));
    const all = [list, ...others];
    do await Promise.all(all.map((one) => one.settled()));
    while (!all.every((one) => one.isWhole));
    const names = others.map((other) => other.names());
    const before = this.#named.get(type);
    if (before === undefined || names.some((byId, at) => byId !== before[at])) {
      this.#named.set(type, names);
      const byType = new Map(list.listed.named.map((named, at) => [named, names[at]]));
      list.table.rename((named, id) => byType.get(named)?.get(id));
    }
    this.#readAhead(list);
    // Whoever opens the store next then does not wait for it.
    void this.#source.pages.keepHeads().catch(() => undefined);
    return list;
  }

  /**
   * What search looks in is read in its own time, so that the first search does not wait for it; and not at once: of a
   * million rows it is as much as the browser reads in a second, while the window wants to be drawn.
   */
  #readAhead(list: FollowedList): void {
    const { type } = list.listed;
    if (this.#readingAhead.has(type)) return;
    const timer = setTimeout(() => {
      this.#readingAhead.delete(type);
      void list.searchable().catch(() => undefined);
    }, READ_AHEAD_MS);
    this.#readingAhead.set(type, timer);
  }

  #list(type: RecordType): FollowedList {
    const known = this.#lists.get(type);
    if (known !== undefined) return known;
    const list = new FollowedList(listedType(type), this.#source);
    this.#lists.set(type, list);
    return list;
  }

  #keep(rows: Selection): number {
    this.#lastView += 1;
    this.#views.set(this.#lastView, rows);
    this.#views.delete(this.#lastView - KEPT_VIEWS);
    return this.#lastView;
  }
}
