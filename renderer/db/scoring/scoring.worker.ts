import { Store } from "../store.ts";
import type { Request, Response } from "./messages.ts";
import type { Scored } from "./score-files.ts";
import { openScores, type ScoreDesk } from "./score-work.ts";

/** A year's clocks, or one worker's part of them, are counted here; the window hears how far it is, and then the card. */
let opening: Promise<ScoreDesk> | undefined;
let scoring: Promise<Scored> | undefined;
let store: Store | undefined;

function reply(response: Response): void {
  postMessage(response);
}

onmessage = (event: MessageEvent<Request>) => {
  answer(event.data)?.catch((error: unknown) => reply({ failed: String(error) }));
};

function answer(request: Request): Promise<unknown> | undefined {
  if ("openStore" in request) {
    store = new Store(request.openStore, "relaxed");
    opening = openScores(store, request.question);
    return opening;
  }
  if ("ids" in request) {
    const { ids, part } = request;
    scoring = opening
      ?.then((desk) => desk.score(ids, part, (read) => reply({ read })))
      .finally(() => store?.close());
    return scoring?.then(({ score }) => (part.n === 0 ? undefined : reply({ score })));
  }
  if ("others" in request) return scoring?.then((scored) => reply({ card: scored.card(request.others) }));
  const { no, figure, from, to } = request;
  return scoring?.then((scored) => reply({ no, answer: scored.behind(figure, from, to) }));
}
