import { EventEmitter } from "node:events";
import { z } from "zod";
import { app } from "./app-itself.ts";
import { notImplemented, strict } from "./strict.ts";
import { StandInContents } from "./web-contents.ts";

/** The only kind of window there is here: sandboxed, isolated, without Node or webviews. Anything else throws. */
const zOptions = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int(),
  height: z.int(),
  minWidth: z.int().optional(),
  minHeight: z.int().optional(),
  title: z.string().optional(),
  backgroundColor: z.string().optional(),
  show: z.boolean().optional(),
  webPreferences: z.strictObject({
    preload: z.string(),
    nodeIntegration: z.literal(false),
    nodeIntegrationInSubFrames: z.literal(false),
    nodeIntegrationInWorker: z.literal(false),
    contextIsolation: z.literal(true),
    sandbox: z.literal(true),
    webviewTag: z.literal(false),
    spellcheck: z.boolean().optional(),
    devTools: z.boolean().optional(),
  }),
});

export class StandInWindow extends EventEmitter {
  static readonly #all = new Set<StandInWindow>();
  readonly webContents: StandInContents;
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #isMaximized = false;
  #isDestroyed = false;

  constructor(options: unknown) {
    super();
    const parsed = zOptions.safeParse(options);
    if (!parsed.success) throw notImplemented(`such a window (${z.prettifyError(parsed.error)})`);
    const { x = 0, y = 0, width, height, webPreferences } = parsed.data;
    this.#bounds = { x, y, width, height };
    this.webContents = strict("WebContents", new StandInContents(webPreferences.preload, { width, height }));
    StandInWindow.#all.add(this);
    this.webContents.on("ready-to-show", () => this.emit("ready-to-show"));
    this.webContents.on("destroyed", () => this.#closed());
    app.emit("web-contents-created", {}, this.webContents);
  }

  static getAllWindows(): StandInWindow[] {
    return [...this.#all].map((window) => strict("BrowserWindow", window));
  }
  static fromWebContents(contents: StandInContents): StandInWindow | null {
    const window = [...this.#all].find((one) => one.webContents.targetId === contents.targetId);
    return window === undefined ? null : strict("BrowserWindow", window);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }
  show(): void {
    this.emit("show");
  }
  focus(): void {
    this.emit("focus");
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    this.emit("restore");
  }
  isFullScreen(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { ...this.#bounds };
  }
  setBounds(bounds: { x: number; y: number; width: number; height: number }): void {
    Object.assign(this.#bounds, bounds);
    this.emit("resize");
  }
  close(): void {
    this.emit("close", {});
    this.webContents.close();
  }

  #closed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    StandInWindow.#all.delete(this);
    this.emit("closed");
    if (StandInWindow.#all.size === 0) app.emit("window-all-closed");
  }
}
