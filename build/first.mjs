// The one file that the machine's own Node runs: plain JavaScript for Node 18 and later, nothing imported that
// has to be installed. It installs what is missing and hands over to the Node 24 that the project brings along.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { fileURLToPath } from "node:url";

const COMMANDS = { start: "build/start.ts", check: "build/check.ts", dev: "build/dev.ts" };
const OLDEST_NODE = 18;

/** True when the file is run, false when a test imports it. */
const isMain =
  process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(resolve(process.argv[1]));
if (isMain) process.exitCode = await main(process.argv.slice(2));

async function main([command = "", ...args]) {
  const script = COMMANDS[command];
  if (script === undefined) {
    console.error(`usage: node build/first.mjs ${Object.keys(COMMANDS).join("|")} [flags]`);
    return 2;
  }
  if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    console.error(
      `需要 Node ${OLDEST_NODE} 或更新版本，本机是 ${process.version}。Node ${OLDEST_NODE} or later is needed; this is ${process.version}.`,
    );
    return 1;
  }
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const reason = whyInstall(root);
  if (reason !== undefined) {
    console.log(`正在安装所需组件（约 1–2 分钟）… Installing what is needed (1–2 minutes): ${reason}`);
    const problem = install(root);
    if (problem !== undefined) {
      console.error(problem);
      return 1;
    }
  }
  const node = findNode(root);
  if (node === undefined) {
    console.error(
      "安装后仍缺少项目自带的 Node 24（可能禁用了安装脚本），请运行 npm rebuild node。" +
        "The project's own Node 24 is missing after the install (are install scripts switched off?); run: npm rebuild node",
    );
    return 1;
  }
  return handOver(node, [join(root, script), ...args], root);
}

/** Why an install is needed, in a few words, or undefined: what is installed is exactly what the lock file names. */
export function whyInstall(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  // npm writes this one last: after an install that was cut off it is missing or old.
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined) return undefined;
  if (present === undefined) return "nothing is installed yet";
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link === true) continue;
    const found = present[path];
    // Optional packages of other systems are named in the lock file and rightly absent.
    if (found === undefined && entry.optional !== true && entry.devOptional !== true)
      return `${path} is missing`;
    if (found !== undefined && found.version !== entry.version) return `${path} is another version`;
  }
  return undefined;
}

/** The project's own Node, or undefined. */
export function findNode(root) {
  const names = [
    ["node", "bin", "node"],
    ["node", "bin", "node.exe"],
    [".bin", "node"],
    [".bin", "node.exe"],
  ];
  return names.map((name) => join(root, "node_modules", ...name)).find((file) => existsSync(file));
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Undefined when all is installed; otherwise what to tell the user. */
function install(root) {
  const first = npm(root, installArguments(root));
  if (first.status !== 0) {
    const last = first.output.trim().split("\n").slice(-15).join("\n");
    return (
      `${last}\n\n安装失败：请检查网络或 npm 镜像（npm config get registry）后重试。` +
      "The install failed: check the network or npm's registry (npm config get registry), then try again."
    );
  }
  // npm 11 asks before it runs install scripts that it has not been told of; Node's own is one.
  if (findNode(root) === undefined) npm(root, ["rebuild", "node"]);
  return undefined;
}

/** `npm ci` empties node_modules first, which Windows refuses while the Node inside it runs this very file. */
function installArguments(root) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const inside = process.execPath.startsWith(join(root, "node_modules"));
  return [process.platform === "win32" && inside ? "install" : "ci", ...quiet];
}

function npm(root, args) {
  const own = process.env.npm_execpath;
  const byNode = own !== undefined && /\.[cm]?js$/.test(own);
  // npm is run by the Node that came with it: ours may be about to be replaced.
  const command = byNode ? (process.env.npm_node_execpath ?? process.execPath) : "npm";
  const run = spawnSync(command, byNode ? [own, ...args] : args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: !byNode && process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  const said = `${run.stdout ?? ""}${run.stderr ?? ""}`;
  return { status: run.status, output: run.error === undefined ? said : `${said}\n${run.error.message}` };
}

/** Runs the script to its end. Ctrl+C reaches the child by itself; a polite end is passed on. */
function handOver(node, args, root) {
  return new Promise((done) => {
    const child = spawn(node, args, { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });
    process.on("SIGINT", () => undefined);
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    // A killed npm takes its shell along and leaves us to init: the product must not live on unseen.
    const parent = process.ppid;
    const orphaned = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 1000);
    child.on("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.on("exit", (code, signal) => {
      clearInterval(orphaned);
      done(code ?? (signal === null ? 1 : 128));
    });
  });
}
