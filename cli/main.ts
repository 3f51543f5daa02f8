export {};

/** A command answers with the exit code: 0 done, 1 the input was refused, 2 wrong usage. */
type Command = (args: string[]) => Promise<number>;

// Loaded when asked for: a command that only starts another process needs neither rules nor records.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  clock: async () => (await import("./clock.ts")).runClock,
  import: async () => (await import("./import.ts")).runImport,
  "sync-sim": async () => (await import("./sync-sim.ts")).runSyncSim,
  verify: async () => (await import("./verify.ts")).runVerify,
};

// A reader that has seen enough (`| head`) closes the pipe: no failure of ours.
process.stdout.on("error", () => process.exit(0));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // The last border: whatever went wrong is said in one line, never as a stack trace.
  console.error(`cli: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function run([name, ...args]: string[]): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return (await command())(args);
  const known = Object.keys(commands).join(" | ");
  console.error(`${name === undefined ? "no command" : `unknown command: ${name}`}; usage: cli ${known}`);
  return 2;
}
