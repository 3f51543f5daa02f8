import { EventEmitter } from "node:events";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { takeLock, type Lock } from "./instance-lock.ts";
import { about, state } from "./state.ts";
import { notImplemented } from "./strict.ts";

const readiness = Promise.withResolvers<unknown>();

export class StandInApp extends EventEmitter {
  /** The stand-in runs a checkout, as `electron .` does. */
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: () => undefined };
  readonly #paths = new Map<string, string>();
  #isSandboxed = false;
  #lock: Lock | undefined;

  enableSandbox(): void {
    if (state.isReady) throw new Error("app.enableSandbox() can only be called before app is ready");
    this.#isSandboxed = true;
  }
  getAppPath(): string {
    return about().folder;
  }
  getLocale(): string {
    return "zh-CN";
  }
  getName(): string {
    return about().name;
  }
  getPath(name: string): string {
    return this.#paths.get(name) ?? defaultPath(name);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getVersion(): string {
    return about().version;
  }
  isReady(): boolean {
    return state.isReady;
  }
  setAppUserModelId(id: string): void {
    if (id === "") throw new Error("an application needs a name for its notifications");
  }
  whenReady(): Promise<unknown> {
    return readiness.promise;
  }
  requestSingleInstanceLock(): boolean {
    this.#lock = takeLock(this.getPath("userData"), (argv, folder) =>
      this.emit("second-instance", {}, argv, folder, null),
    );
    return this.#lock.isFirst;
  }
  quit(): void {
    this.emit("before-quit", {});
    void this.#end();
  }
  exit(code = 0): void {
    process.exit(code);
  }

  /** Told by the host when Chromium is there. */
  becomeReady(): void {
    if (!this.#isSandboxed) throw notImplemented("a program that does not enable the sandbox");
    state.isReady = true;
    this.emit("ready", {}, {});
    readiness.resolve(undefined);
  }

  async #end(): Promise<void> {
    for (const contents of new Set(state.contentsByFrame.values())) contents.gone();
    await this.#lock?.release();
    // Asked to close, Chromium writes down what it has in memory; killed, it would not.
    await state.cdp?.send("Browser.close").catch(() => undefined);
    await new Promise((done) => setTimeout(done, state.cdp === undefined ? 0 : 150));
    this.emit("will-quit", {});
    this.emit("quit", {}, 0);
    process.exit(0);
  }
}

function defaultPath(name: string): string {
  const named = about().switches.find((arg) => arg.startsWith("--user-data-dir="));
  if (name === "userData") {
    if (named !== undefined) return resolve(named.slice("--user-data-dir=".length));
    return join(homedir(), ".config", about().name);
  }
  if (name === "home") return homedir();
  if (name === "documents") return join(homedir(), "Documents");
  throw notImplemented(`app.getPath("${name}")`);
}
