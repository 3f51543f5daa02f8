import { Notices } from "../notices.ts";
import { ListAnswers } from "./answering.ts";
import type { Request, Response } from "./messages.ts";

/** Sorting, filtering and searching long lists here keeps the window's own thread free for scrolling. */
let answers: ListAnswers | undefined;

function reply(response: Response): void {
  postMessage(response);
}

onmessage = (event: MessageEvent<Request>) => {
  const request = event.data;
  if ("openStore" in request) {
    const opened = new ListAnswers(request.openStore);
    answers = opened;
    new Notices(request.openStore, async (notice) => {
      const changed = await opened.follow(notice);
      if (changed.length > 0) reply({ changed });
    });
    return;
  }
  const { no, question } = request;
  answers?.answer(question).then(
    (answer) => reply({ no, answer }),
    (error: unknown) => reply({ no, error: String(error) }),
  );
};
