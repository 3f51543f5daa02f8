import { sheetJob, type SheetAnswered, type SheetAsked } from "./sheet-job.ts";

const answerTo = sheetJob();

onmessage = ({ data }: MessageEvent<SheetAsked>): void => {
  const answer: SheetAnswered = answerTo(data);
  // `self` is the worker: the room's types are those of a window, whose postMessage takes an origin.
  const window = self as unknown as Worker;
  // The file is handed over, not copied.
  window.postMessage(answer, answer.kind === "file" ? [answer.bytes.buffer] : []);
};
