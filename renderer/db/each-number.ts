import type { IncidentIndex } from "./desk.ts";

const AT_ONCE = 5000;

/** The numbers in the list, which its worker has at hand: the window reads no page for them. */
export async function* eachNumber(incidents: IncidentIndex): AsyncGenerator<readonly string[]> {
  for (;;) {
    const view = await incidents.query({ search: "", filters: {} });
    let from = 0;
    while (from < view.count) {
      const some = await view.texts("number", from, from + AT_ONCE);
      if (some.length === 0) break;
      yield some;
      from += some.length;
    }
    // Where the view was let go meanwhile, once more from the beginning: to say one twice harms nothing.
    if (from >= view.count) return;
  }
}
