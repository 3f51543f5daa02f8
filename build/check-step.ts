import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { inRoot, ROOT } from "./root.ts";

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs npm with these arguments and keeps what it says, also in `test-results/NAME.log`. */
export async function runStep(name: string, args: readonly string[]): Promise<StepResult> {
  const startedAt = performance.now();
  const { command, first, shell } = npm();
  const child = spawn(command, [...first, ...args], {
    cwd: ROOT,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: "0" },
  });
  const stop = (): void => void child.kill("SIGTERM");
  process.on("SIGTERM", stop);
  process.on("disconnect", stop);
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((done) => {
    child.on("error", (error) => {
      chunks.push(Buffer.from(error.message));
      done(1);
    });
    child.on("close", done);
  });
  process.off("SIGTERM", stop);
  process.off("disconnect", stop);
  const output = Buffer.concat(chunks).toString("utf8");
  writeFileSync(inRoot(`test-results/${name.replace(":", "-")}.log`), output);
  return { name, passed: code === 0, seconds: (performance.now() - startedAt) / 1000, output };
}

/** The npm that started us, else the one on the path. */
function npm(): { readonly command: string; readonly first: readonly string[]; readonly shell: boolean } {
  const own = process.env["npm_execpath"];
  if (own !== undefined && /\.[cm]?js$/.test(own)) {
    return { command: process.env["npm_node_execpath"] ?? process.execPath, first: [own], shell: false };
  }
  return { command: "npm", first: [], shell: process.platform === "win32" };
}
