import { runClock } from "./clock.ts";
import { runImport } from "./import.ts";

/** A command answers with the exit code: 0 done, 1 the input was refused, 2 wrong usage. */
type Command = (args: string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  clock: runClock,
  import: runImport,
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
  if (command !== undefined) return command(args);
  const known = Object.keys(commands).join(" | ");
  console.error(`${name === undefined ? "no command" : `unknown command: ${name}`}; usage: cli ${known}`);
  return 2;
}
