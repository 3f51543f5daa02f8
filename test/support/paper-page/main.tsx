import { createRoot } from "react-dom/client";
import { PaperPages } from "../../../renderer/paper/paper-pages.tsx";
import { must } from "../../../shared/lib/must.ts";
import type { Paper } from "../../../shared/forms/paper.ts";

declare global {
  interface Window {
    papers?: readonly Paper[];
    pageCounts?: readonly number[];
  }
}

// A window with nothing but papers in it, for tests of the sheet itself. They are put there before this runs.
createRoot(must(document.querySelector("#root"), "the page has a root")).render(
  <PaperPages
    papers={must(window.papers, "the test gives papers")}
    onLaidOut={(counts) => {
      window.pageCounts = counts;
    }}
  />,
);
