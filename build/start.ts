import { spawn, type ChildProcess } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { bundle } from "./bundle.ts";
import { electronBinary, type Sentence } from "./electron-binary.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { inRoot, ROOT } from "./root.ts";
import { readStartFlags, START_USAGE, type StartFlags } from "./start-flags.ts";

/** server/main.ts ends with this when another one has the data folder. */
const IN_USE = 3;

const flags = readStartFlags(process.argv.slice(2));
if (flags.ok) process.exitCode = await start(flags.value);
else {
  console.error(`${flags.failure}\n${START_USAGE}`);
  process.exitCode = 2;
}

async function start(wanted: StartFlags): Promise<number> {
  const electron =
    wanted.edition === "browser" ? undefined : await electronBinary(wanted.edition === "electron");
  if (electron?.ok === false && wanted.edition === "electron") {
    console.error(`打不开桌面窗口：${electron.failure.zh}。No desktop window: ${electron.failure.en}.`);
    return 1;
  }
  try {
    await bundle(electron?.ok === true ? ["window", "electron"] : ["window"]);
  } catch (error) {
    console.error(`构建失败 The build failed: ${error instanceof Error ? error.message : ""}`);
    return 1;
  }
  if (electron?.ok === true) return desktopEdition(electron.value, wanted);
  if (electron !== undefined) sayWhyBrowser(electron.failure);
  return browserEdition(wanted);
}

function sayWhyBrowser(why: Sentence): void {
  console.log(
    `${why.zh}，因此打开浏览器版。The browser edition opens instead of the desktop window: ${why.en}.`,
  );
}

async function desktopEdition(binary: string, { data }: StartFlags): Promise<number> {
  const args = [ROOT, ...(data === undefined ? [] : [`--user-data-dir=${resolve(data)}`])];
  const child = spawn(binary, args, { stdio: "inherit" });
  console.log("桌面窗口已打开 The desktop window is open.");
  return ended(child);
}

async function browserEdition({ port, data, open }: StartFlags): Promise<number> {
  const args = [
    inRoot("server/main.ts"),
    ...["--window", inRoot("dist/renderer")],
    ...(port === undefined ? [] : ["--port", String(port)]),
    ...(data === undefined ? [] : ["--data", resolve(data)]),
  ];
  // With a channel: the service ends when this process does, however that happens.
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const showAddress = (address: string): void => {
    if (open) openInBrowser(address);
  };
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /^listening (\S+)$/.exec(line)?.[1];
      const folder = /^data (.+)$/.exec(line)?.[1];
      if (address !== undefined) {
        console.log(`守约已就绪 Shouyue is ready: ${address}`);
        showAddress(address);
      } else if (folder !== undefined) {
        console.log(`数据在 Data is kept in ${folder}\n按 Ctrl+C 停止 Ctrl+C stops it.`);
      } else console.log(line);
    });
  }
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
    process.stderr.write(chunk);
  });
  const code = await ended(child);
  const running = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
  if (code !== IN_USE || running === undefined) return code;
  // It is running already: what the user wanted is to see it.
  console.log(`守约已在运行 Shouyue is running already: ${running}`);
  showAddress(running);
  return port === undefined ? 0 : code;
}

/** The child's exit code. Ctrl+C reaches it by itself; other ends, and our parent's death, are passed on. */
async function ended(child: ChildProcess): Promise<number> {
  process.on("SIGINT", () => undefined);
  const stop = (): void => void child.kill("SIGTERM");
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  process.on("disconnect", stop);
  return new Promise((done) => {
    child.on("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.on("exit", (code) => {
      process.off("disconnect", stop);
      if (process.connected) process.disconnect();
      done(code ?? 0);
    });
  });
}
