import { readdirSync, readFileSync } from "node:fs";

/**
 * Private memory in MiB of the largest renderer of the Chromium that runs on this profile. Heaps, typed arrays of the
 * list's worker and all else a page owns are in it: an upper bound for its heap. Linux only.
 */
export async function rendererMiB(profile: string): Promise<number> {
  await Promise.resolve();
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        const parent = /^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? "";
        return [{ pid, parent, command }];
      } catch {
        return [];
      }
    });
  const ours = new Set(processes.filter(({ command }) => command.includes(profile)).map(({ pid }) => pid));
  for (let grew = true; grew;) {
    const children = processes.filter(({ pid, parent }) => ours.has(parent) && !ours.has(pid));
    for (const { pid } of children) ours.add(pid);
    grew = children.length > 0;
  }
  const sizes = processes
    .filter(({ pid, command }) => ours.has(pid) && command.includes("--type=renderer"))
    .map(({ pid }) => privateKib(pid));
  return Math.max(0, ...sizes) / 1024;
}

function privateKib(pid: string): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const lines = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)];
  return lines.reduce((sum, [, kib]) => sum + Number(kib), 0);
}
