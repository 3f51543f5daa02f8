// First: it must have run before any schema is made.
import "./app/zod-without-eval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { must } from "../shared/lib/must.ts";
import { App } from "./app/app.tsx";
import { fetchFirstScreen } from "./app/first-screen.ts";
import { Restoring } from "./app/restoring.tsx";
import { SecondCopyFailed } from "./app/second-copy-failed.tsx";
import { StoreFailed } from "./app/store-failed.tsx";
import { keepLanguage } from "./app/keep-language.ts";
import { connectSync } from "./app/connect-sync.ts";
import { markStyleElements } from "./app/style-nonce.ts";
import { SecondCopyUnreadable, type SecondCopyOptions } from "./db/journal-open.ts";
import { openDesk } from "./db/open-desk.ts";
import { desktop } from "./desktop/index.ts";
import { useSecondCopy } from "./state/second-copy.ts";
import "./ui/base.css";

const root = createRoot(must(document.getElementById("root"), "index.html has the place for the window"));

markStyleElements();
keepLanguage();
void open();
fetchFirstScreen();

// A function, not a top-level await: a chunk that is loaded meanwhile may import this one, and each would wait.
async function open(): Promise<void> {
  try {
    const desk = await openDesk({ secondCopy: await secondCopyOptions() });
    void connectSync(desk, desk.syncSource());
    root.render(
      <StrictMode>
        <App desk={desk} />
      </StrictMode>,
    );
  } catch (error) {
    console.error("store not opened", error instanceof Error ? error.name : typeof error);
    root.render(
      error instanceof SecondCopyUnreadable ? <SecondCopyFailed failure={error.code} /> : <StoreFailed />,
    );
  }
}

/** The desktop edition keeps a second copy; a browser lets no page write files by itself. */
async function secondCopyOptions(): Promise<SecondCopyOptions | undefined> {
  const { edition } = await desktop().appInfo({});
  if (edition === "browser") return undefined;
  return {
    port: desktop(),
    onStatus: (status) => useSecondCopy.setState(status, true),
    onRestoring: (done, total) => root.render(<Restoring done={done} total={total} />),
  };
}
