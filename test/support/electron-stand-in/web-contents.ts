import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { answerIpc } from "./ipc.ts";
import { pdfOf } from "./pdf.ts";
import { fromBrowser, originOf, toBrowser } from "./scheme.ts";
import { cdp, state, type Contents } from "./state.ts";
import { notImplemented, strict } from "./strict.ts";
import { ANSWER, ASK, WORLD, worldScripts } from "./worlds.ts";

const zFrame = z.object({
  frame: z.object({ id: z.string(), url: z.string(), parentId: z.string().optional() }),
});
const zContext = z.object({
  context: z.object({ id: z.number(), name: z.string(), auxData: z.object({ frameId: z.string() }) }),
});
const zCall = z.object({ name: z.string(), payload: z.string(), executionContextId: z.number() });
const zNavigated = z.object({ errorText: z.string().optional() });

type WindowOpenHandler = (details: { url: string }) => { action: string };

/** One page of Chromium, with the built preload in an isolated world of it. */
export class StandInContents extends EventEmitter implements Contents {
  static readonly all = new Set<StandInContents>();
  targetId: string | undefined;
  readonly ready: Promise<void>;
  readonly #frameByContext = new Map<number, string>();
  readonly #urlByFrame = new Map<string, string>();
  #sessionId = "";
  #expected: string | undefined;
  #isDestroyed = false;
  #windowOpen: WindowOpenHandler | undefined;

  constructor(preload: string, size: { readonly width: number; readonly height: number }) {
    super();
    StandInContents.all.add(this);
    this.ready = this.#open(readFileSync(preload, "utf8"), size);
  }

  /** Undefined for a page that no window shows, as Electron's answers it. */
  static fromDevToolsTargetId(targetId: string): StandInContents | undefined {
    return [...this.all].find((contents) => contents.targetId === targetId);
  }

  async loadURL(address: string): Promise<void> {
    await this.ready;
    this.#expected = address;
    const loaded = new Promise<void>((done) => this.once("did-finish-load", done));
    const answer = await cdp().send("Page.navigate", { url: toBrowser(address) }, this.#sessionId);
    const { errorText } = zNavigated.parse(answer);
    if (errorText === undefined) return loaded;
    this.emit("did-fail-load", {}, -2, errorText, address, true, 0, 0);
    throw new Error(`${errorText} loading '${address}'`);
  }
  getURL(): string {
    return this.#urlByFrame.get(this.targetId ?? "") ?? "";
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  close(): void {
    void cdp().send("Target.closeTarget", { targetId: this.targetId });
  }
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpen = handler;
  }
  /** There is no printer: a test says what becomes of it. */
  print(): void {
    throw notImplemented("webContents.print() without a test that answers it");
  }
  printToPDF(options: object): Promise<Buffer> {
    return pdfOf(options, this.#sessionId);
  }

  takeExpected(address: string): boolean {
    const isExpected = this.#expected === address;
    if (isExpected) this.#expected = undefined;
    return isExpected;
  }
  askWindowOpen(url: string): "deny" {
    const answer = this.#windowOpen?.({ url }) ?? { action: "allow" };
    if (answer.action !== "deny") throw notImplemented("a window that opens another");
    return "deny";
  }
  gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    StandInContents.all.delete(this);
    for (const [frame, contents] of state.contentsByFrame) {
      if (contents === this) state.contentsByFrame.delete(frame);
    }
    this.emit("destroyed");
  }

  async #open(preload: string, size: { readonly width: number; readonly height: number }): Promise<void> {
    const browser = cdp();
    const target = z.object({ targetId: z.string() });
    const made = await browser.send("Target.createTarget", { url: "about:blank", newWindow: true, ...size });
    const { targetId } = target.parse(made);
    this.targetId = targetId;
    state.contentsByFrame.set(targetId, this);
    const attached = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    this.#sessionId = z.object({ sessionId: z.string() }).parse(attached).sessionId;
    this.#listen();
    const scripts = worldScripts(preload, `stand-in-${randomBytes(16).toString("hex")}`);
    const send = (method: string, params: object = {}): Promise<unknown> =>
      browser.send(method, params, this.#sessionId);
    await send("Page.enable");
    await send("Runtime.enable");
    await send("Runtime.addBinding", { name: ASK, executionContextName: WORLD });
    await send("Page.addScriptToEvaluateOnNewDocument", { source: scripts.page });
    await send("Page.addScriptToEvaluateOnNewDocument", { source: scripts.isolated, worldName: WORLD });
    await send("Emulation.setFocusEmulationEnabled", { enabled: true });
    // A headless window counts its own bars into its size.
    await send("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false });
  }

  #listen(): void {
    const hear = <T>(method: string, schema: z.ZodType<T>, listener: (params: T) => void): void =>
      cdp().hear(method, schema, listener, this.#sessionId);
    hear("Page.frameAttached", z.object({ frameId: z.string() }), ({ frameId }) =>
      state.contentsByFrame.set(frameId, this),
    );
    hear("Page.frameNavigated", zFrame, ({ frame }) =>
      this.#urlByFrame.set(frame.id, fromBrowser(frame.url)),
    );
    hear("Page.loadEventFired", z.unknown(), () => {
      this.emit("ready-to-show");
      this.emit("did-finish-load");
    });
    hear("Page.windowOpen", z.object({ url: z.string() }), ({ url }) => this.askWindowOpen(fromBrowser(url)));
    hear("Inspector.targetCrashed", z.unknown(), () =>
      this.emit("render-process-gone", {}, { reason: "crashed", exitCode: 1 }),
    );
    hear("Runtime.executionContextCreated", zContext, ({ context }) => {
      if (context.name === WORLD) this.#frameByContext.set(context.id, context.auxData.frameId);
    });
    hear("Runtime.bindingCalled", zCall, ({ name, payload, executionContextId }) => {
      if (name === ASK) void this.#answer(payload, executionContextId);
    });
  }

  async #answer(question: string, contextId: number): Promise<void> {
    const frameId = this.#frameByContext.get(contextId);
    const url = this.#urlByFrame.get(frameId ?? "") ?? "";
    const isTop = frameId === this.targetId;
    const frame = strict("WebFrameMain", { url, origin: originOf(url), parent: isTop ? null : {} });
    const answer = await answerIpc(question, {
      sender: strict("WebContents", this),
      senderFrame: frame,
      type: "frame",
    });
    const expression = `globalThis[${JSON.stringify(ANSWER)}](${JSON.stringify(answer)})`;
    const reply = { expression, contextId };
    // The page may have gone meanwhile: then nobody waits.
    await cdp()
      .send("Runtime.evaluate", reply, this.#sessionId)
      .catch(() => undefined);
  }
}
