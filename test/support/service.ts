import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface RunningService {
  /** `http://127.0.0.1:PORT/`: where the window is. */
  readonly address: string;
  readonly data: string;
  /** Ends it politely, and removes its data unless the caller gave the folder. */
  stop(): Promise<void>;
  /** As a power cut would. The data stays. */
  kill(): Promise<void>;
}

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const builtWindow = fileURLToPath(new URL("../../dist/renderer", import.meta.url));

/** The real service with the built window, on a free port (or the wanted one), with data of its own. */
export async function startService(
  options: {
    readonly data?: string;
    readonly port?: number;
    readonly window?: string;
    readonly database?: string;
    /** Files; then it speaks https alone. */
    readonly tls?: { readonly cert: string; readonly key: string };
    /** Nobody wants to read what it complains of: its database is taken away on purpose. */
    readonly isQuiet?: boolean;
  } = {},
): Promise<RunningService> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), "shouyue-service-"));
  const flags = [
    "--data",
    data,
    "--port",
    String(options.port ?? 0),
    "--window",
    options.window ?? builtWindow,
    ...(options.tls === undefined ? [] : ["--tls-cert", options.tls.cert, "--tls-key", options.tls.key]),
    ...(options.database === undefined ? [] : ["--database", options.database]),
  ];
  // With a channel, so that it ends with a test run that is cut off.
  const child = spawn(process.execPath, [main, ...flags], {
    stdio: ["ignore", "pipe", options.isQuiet === true ? "ignore" : "inherit", "ipc"],
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const { stdout } = child;
  if (stdout === null) throw new Error("stdout is a pipe");
  const address = await new Promise<string>((done, failed) => {
    createInterface({ input: stdout }).on("line", (line) => {
      const found = /^listening (\S+)$/.exec(line)?.[1];
      if (found !== undefined) done(found);
    });
    child.once("exit", (code) => failed(new Error(`the service ended with ${code ?? "a signal"}`)));
  });
  return {
    address,
    data,
    stop: async () => {
      await end("SIGTERM");
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
    kill: async () => end("SIGKILL"),
  };
}
