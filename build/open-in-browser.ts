import { spawn } from "node:child_process";

/** Opens the address in the user's browser, where there is one; the address is printed in any case. */
export function openInBrowser(address: string): void {
  const [command, ...args] = opener(address);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

function opener(address: string): readonly [string, ...string[]] {
  if (process.platform === "win32") return ["cmd", "/c", "start", "", address];
  return [process.platform === "darwin" ? "open" : "xdg-open", address];
}
