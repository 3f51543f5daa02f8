import { z } from "zod";
import { cdp } from "./state.ts";
import { allowOnly } from "./strict.ts";

const zOptions = z.strictObject({
  preferCSSPageSize: z.boolean().default(false),
  printBackground: z.boolean().default(false),
  generateTaggedPDF: z.boolean().default(false),
  // Electron's own default, and the trap.
  pageSize: z.enum(["A4", "Letter"]).default("Letter"),
});

const INCHES = { A4: [8.27, 11.69], Letter: [8.5, 11] } as const;

/** By Chromium's own print engine, with Electron's options and its defaults. */
export async function pdfOf(options: object, sessionId: string): Promise<Buffer> {
  allowOnly("printToPDF", options, Object.keys(zOptions.shape));
  const { pageSize, ...same } = zOptions.parse(options);
  const [paperWidth, paperHeight] = INCHES[pageSize];
  const params = { ...same, paperWidth, paperHeight, transferMode: "ReturnAsBase64" };
  const answer = await cdp().send("Page.printToPDF", params, sessionId);
  return Buffer.from(z.object({ data: z.string() }).parse(answer).data, "base64");
}
