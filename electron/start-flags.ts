/** The folder that `--data DIR` or `--data=DIR` names; undefined when none does. */
export function dataFolder(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((arg) => arg === "--data" || arg.startsWith("--data="));
  const arg = argv[at];
  if (arg === undefined) return undefined;
  const folder = arg === "--data" ? argv[at + 1] : arg.slice("--data=".length);
  return folder === undefined || folder === "" || folder.startsWith("--") ? undefined : folder;
}

/** `--insecure-lab`, as the service has it: plain http beyond this machine, to try things out. */
export function isLab(argv: readonly string[]): boolean {
  return argv.includes("--insecure-lab");
}
