import { Notices } from "../notices.ts";
import { IncidentAnswers } from "./answering.ts";
import type { Request, Response } from "./messages.ts";

/** Sorting, filtering and searching a long list here keeps the window's own thread free for scrolling. */
let answers: IncidentAnswers | undefined;

function reply(response: Response): void {
  postMessage(response);
}

onmessage = (event: MessageEvent<Request>) => {
  const request = event.data;
  if ("openStore" in request) {
    const opened = new IncidentAnswers(request.openStore);
    answers = opened;
    new Notices(request.openStore, async (notice) => {
      if (await opened.follow(notice)) reply({ changed: true });
    });
    return;
  }
  const { no, question } = request;
  answers?.answer(question).then(
    (answer) => reply({ no, answer }),
    (error: unknown) => reply({ no, error: String(error) }),
  );
};
