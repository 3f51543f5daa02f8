import { Store } from "../store.ts";
import type { Request, Response } from "./messages.ts";
import type { Scored } from "./score-files.ts";
import { scoreWork } from "./score-work.ts";

/** A year's clocks are counted here; the window hears how far it is, and then the finished card. */
let scored: Scored | undefined;

function reply(response: Response): void {
  postMessage(response);
}

onmessage = (event: MessageEvent<Request>) => {
  const request = event.data;
  if ("figure" in request) {
    const { no, figure, from, to } = request;
    if (scored !== undefined) reply({ no, answer: scored.behind(figure, from, to) });
    return;
  }
  const store = new Store(request.openStore, "relaxed");
  scoreWork(store, request.question, request.ids, (read) => reply({ read })).then(
    (finished) => {
      scored = finished;
      store.close();
      reply({ card: finished.card });
    },
    (error: unknown) => reply({ failed: String(error) }),
  );
};
