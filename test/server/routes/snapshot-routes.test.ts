import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { appendAll } from "../../support/append-all.ts";
import { changesOf } from "../../support/changes.ts";
import { serviceApp } from "../../support/service-app.ts";

const headers = { host: "127.0.0.1:4180" };

interface Page {
  readonly records: readonly { readonly recordId: string }[];
  readonly seq: number;
  readonly next?: string;
}

test("a new desk takes a snapshot page by page, packed, and is told where to pull from", async () => {
  const { app, store } = serviceApp();
  await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 25));
  const seen: string[] = [];
  let from = "";
  do {
    const answer = await app.inject({
      url: `/api/snapshot?limit=10${from}`,
      headers: { ...headers, "accept-encoding": "gzip" },
    });
    expect(answer.headers["content-encoding"]).toBe("gzip");
    const page = JSON.parse(gunzipSync(answer.rawPayload).toString("utf8")) as Page;
    expect(page.seq).toBe(25);
    seen.push(...page.records.map(({ recordId }) => recordId));
    // What comes meanwhile lies above the sequence of the first page.
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 26, 27));
    from = page.next === undefined ? "" : `&from=${page.next}`;
  } while (from !== "");
  expect(seen.slice(0, 25)).toEqual(changesOf("AAAAAA", 1, 25).map(({ recordId }) => recordId));
});

test("a desk behind the compacted log is told to take a snapshot", async () => {
  const { app, store } = serviceApp();
  await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 5), "office", 1000);
  await store.compact("office", 2000);
  const answer = await app.inject({ url: "/api/pull?after=2", headers });
  expect([answer.statusCode, answer.json()]).toEqual([410, { failure: { kind: "takeSnapshot" } }]);
  const page = (await app.inject({ url: "/api/snapshot", headers })).json<Page>();
  expect([page.records.length, page.seq]).toEqual([5, 5]);
});

test.each(["?from=%00", "?from=W10", "?from=eyJhIjoxfQ", "?limit=0", "?limit=99999", "?form=x"])(
  "an odd snapshot query %s is refused",
  async (query) => {
    const { app } = serviceApp();
    expect((await app.inject({ url: `/api/snapshot${query}`, headers })).statusCode).toBe(400);
  },
);
