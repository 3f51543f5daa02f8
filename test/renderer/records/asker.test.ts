import { expect, test } from "vitest";
import type { ListQuery, ListView } from "../../../renderer/db/desk.ts";
import { Asker } from "../../../renderer/records/asker.ts";

const query = (search: string): ListQuery => ({ search, filters: {} });

/** A list that answers when it is told to, and an asker of it. */
function asking() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const shown: string[] = [];
  const list = {
    query: ({ search }: ListQuery): Promise<ListView> =>
      new Promise((resolve) => {
        asked.push(search);
        const none = (): Promise<[]> => Promise.resolve([]);
        // Which answer it is, is told by its count.
        answers.push(() =>
          resolve({ count: Number(search), total: 0, first: [], rows: none, ids: none } as never),
        );
      }),
  };
  const asker = new Asker(list, ({ count }) => shown.push(String(count)));
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await new Promise((later) => setTimeout(later));
  };
  return { asker, asked, shown, answer };
}

test("what was asked early is not asked again when the window is drawn", async () => {
  const { asker, asked, shown, answer } = asking();
  asker.ask(query("1"));
  asker.ask(query("1"));
  await answer();
  asker.ask(query("1"));
  expect(asked).toEqual(["1"]);
  expect(shown).toEqual(["1"]);
});

test("what is typed faster than it is answered leaves out what nobody waits for", async () => {
  const { asker, asked, shown, answer } = asking();
  for (const search of ["1", "2", "3"]) asker.ask(query(search));
  await answer();
  await answer();
  expect(asked).toEqual(["1", "3"]);
  expect(shown).toEqual(["1", "3"]);
});

test("a list that changed is asked the same again, also while an answer is on its way", async () => {
  const { asker, asked, shown, answer } = asking();
  asker.again();
  expect(asked).toEqual([]);
  asker.ask(query("1"));
  asker.again();
  await answer();
  expect(asked).toEqual(["1", "1"]);
  await answer();
  asker.again();
  await answer();
  expect(shown).toEqual(["1", "1", "1"]);
});

test("nobody hears of an answer after the list is left", async () => {
  const { asker, shown, answer } = asking();
  asker.ask(query("1"));
  asker.stop();
  await answer();
  expect(shown).toEqual([]);
});
