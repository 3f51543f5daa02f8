import { backup, restore } from "./backup.ts";
import { readConfig, USAGE } from "./config.ts";
import { init } from "./init.ts";
import { EXIT, type Stop } from "./open.ts";
import { serve } from "./serve.ts";

const COMMANDS = { serve, init, backup, restore } as const;

const config = readConfig(process.argv.slice(2), process.env);
if (config.ok) stop(await COMMANDS[config.value.command](config.value));
else stop({ code: EXIT.usage, sentence: `${config.failure}\n${USAGE}` });

function stop(why: Stop | undefined): void {
  if (why === undefined) return;
  console.error(why.sentence);
  process.exit(why.code);
}
