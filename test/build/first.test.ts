import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../support/temp-folder.ts";

const first = fileURLToPath(new URL("../../build/first.mjs", import.meta.url));

/** Stands in for npm: notes what it was asked, and installs when it can. */
const NPM = `
  const fs = require("node:fs");
  fs.appendFileSync("npm-was-asked.txt", process.argv.slice(2).join(" ") + "\\n");
  if (process.env.NPM_FAILS === "1") { console.error("npm error network no route"); process.exit(1); }
  fs.mkdirSync("node_modules/node/bin", { recursive: true });
  fs.rmSync("node_modules/node/bin/node", { force: true });
  fs.symlinkSync(process.execPath, "node_modules/node/bin/node");
  fs.copyFileSync("package-lock.json", "node_modules/.package-lock.json");
`;

const LOCK = {
  packages: {
    "": { name: "shouyue" },
    "node_modules/node": { version: "24.0.0" },
    "node_modules/only-on-windows": { version: "1.0.0", optional: true },
  },
};

function clone(): string {
  const root = tempFolder();
  for (const folder of ["build", "tools"]) mkdirSync(join(root, folder));
  copyFileSync(first, join(root, "build", "first.mjs"));
  writeFileSync(
    join(root, "build", "start.ts"),
    "console.log('started', process.argv.slice(2).join(' ')); process.disconnect(); process.exitCode = 7;",
  );
  writeFileSync(join(root, "tools", "npm.js"), NPM);
  writeFileSync(join(root, "package-lock.json"), JSON.stringify(LOCK));
  return root;
}

function run(
  root: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { status: number | null; output: string } {
  const done = spawnSync(process.execPath, [join(root, "build", "first.mjs"), ...args], {
    encoding: "utf8",
    env: {
      ...process.env,
      npm_execpath: join(root, "tools", "npm.js"),
      npm_node_execpath: process.execPath,
      ...env,
    },
  });
  return { status: done.status, output: done.stdout + done.stderr };
}

const asked = (root: string): string[] => {
  try {
    return readFileSync(join(root, "npm-was-asked.txt"), "utf8").trim().split("\n");
  } catch {
    return [];
  }
};

describe("the first command on a fresh clone", () => {
  test("installs once, then starts with the flags that were given and ends as the product ends", () => {
    const root = clone();
    const fresh = run(root, ["start", "--browser", "--port", "4181"]);
    expect(fresh.output).toContain("started --browser --port 4181");
    expect(fresh.status).toBe(7);
    expect(asked(root)).toEqual(["ci --no-audit --no-fund --loglevel=error"]);
    const again = run(root, ["start"]);
    expect(again.output.trim()).toBe("started");
    expect(asked(root)).toHaveLength(1);
  });

  test("installs again when the lock file names another version", () => {
    const root = clone();
    run(root, ["start"]);
    const newer = structuredClone(LOCK);
    newer.packages["node_modules/node"].version = "24.1.0";
    writeFileSync(join(root, "package-lock.json"), JSON.stringify(newer));
    run(root, ["start"]);
    expect(asked(root)).toHaveLength(2);
  });

  test("says what to do when nothing can be installed, and starts nothing", () => {
    const root = clone();
    const failed = run(root, ["start"], { NPM_FAILS: "1" });
    expect(failed.status).toBe(1);
    expect(failed.output).toContain("no route");
    expect(failed.output).toContain("安装失败");
    expect(failed.output).not.toContain("started");
    expect(failed.output).not.toMatch(/\n\s+at /);
  });

  test("works from a folder that is reached by a link, and refuses a word that it does not know", () => {
    const root = clone();
    const link = join(tempFolder(), "link");
    symlinkSync(root, link);
    expect(run(link, ["start"]).status).toBe(7);
    expect(run(root, ["begin"]).status).toBe(2);
    expect(run(root, []).output).toContain("usage");
  });
});
