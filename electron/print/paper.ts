import type { WebContents } from "electron";
import type { Output } from "../../shared/desktop/contract.ts";

/** Opens the system's print dialog on what the window shows. A user who cancels has not printed. */
export async function printPaper(contents: WebContents): Promise<Output<"print">> {
  return new Promise((done) => {
    contents.print({ silent: false, printBackground: true, pageSize: "A4" }, (printed) => done({ printed }));
  });
}

/** What the window shows, as PDF. The sheet's own `@page` decides the size; without one it is A4, never Letter. */
export async function paperAsPdf(contents: WebContents): Promise<Output<"makePdf">> {
  const pdf = await contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    pageSize: "A4",
    generateTaggedPDF: true,
  });
  return { pdf: new Uint8Array(pdf) };
}
