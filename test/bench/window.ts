import type { BrowserContext, Page } from "@playwright/test";

/** Rows that fill the list's first screen at 1366 × 768. */
const SCREENFUL = 15;

/** What of the product's window the bench looks at. */
const LOOK = `
  const rows = () => document.querySelectorAll(".sy-grid-row:not(.is-head):not([aria-busy])").length;
  const settled = () => rows() >= ${SCREENFUL} || document.querySelector(".sy-grid-empty button") !== null;
  const seen = () => {
    const grid = document.querySelector("[role=grid]");
    return (grid?.getAttribute("aria-rowcount") ?? "") + (grid?.querySelector(".sy-grid-body")?.textContent ?? "");
  };
  const pending = () => document.querySelector(".sy-grid-row[aria-busy]") !== null;
  const frames = (until) => new Promise((done, failed) => {
    setTimeout(() => failed(new Error("the list did not change")), 60_000);
    const look = () => until() ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look);
    requestAnimationFrame(look);
  });
  let begun = 0;
  for (const kind of ["keydown", "input", "click"])
    addEventListener(kind, (event) => { if (begun === 0) begun = event.timeStamp; }, true);
  globalThis.look = {
    painted: frames(settled),
    watch() { begun = 0; const before = seen(); this.changed = frames(() => seen() !== before && !pending()).then((at) => at - begun); },
  };
`;

/** A new page that notices by itself when the list stands painted, to the frame. */
export async function newWindow(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(`{${LOOK}}`);
  return page;
}

/** Milliseconds from asking for the page until the list's first screen (or that it is empty) was painted. */
export function paintedAt(page: Page): Promise<number> {
  return page.evaluate<number>("look.painted");
}

/** Milliseconds from what a clerk does (a key, a click) until the list that answers it was painted. */
export async function answered(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate("look.watch()");
  await act();
  return page.evaluate<number>("look.changed");
}
