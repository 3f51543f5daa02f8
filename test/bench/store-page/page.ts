import { editJobs } from "./edit-jobs.ts";
import { importJobs } from "./import-jobs.ts";
import { fill } from "./ours.ts";
import { pagesJob } from "./page-jobs.ts";
import { saveJob } from "./save-jobs.ts";
import { scoreJobs } from "./score-jobs.ts";
import { syncJobs } from "./sync-jobs.ts";
import { writeJobs } from "./write-jobs.ts";

/** What the bench runs inside Chromium, by name. */
const jobs = {
  ...{ fill, save: saveJob, pages: pagesJob },
  ...importJobs,
  ...writeJobs,
  ...syncJobs,
  ...editJobs,
  ...scoreJobs,
};
export type Jobs = typeof jobs;

Object.assign(globalThis, { jobs });
