import { z } from "zod";
import { fromPlain, toPlain } from "./plain.ts";

type Listener = (event: object, ...args: unknown[]) => unknown;
const listeners = new Map<string, Listener>();

export const ipcMain = {
  handle(channel: string, listener: Listener): void {
    if (listeners.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    listeners.set(channel, listener);
  },
  removeHandler(channel: string): void {
    listeners.delete(channel);
  },
};

const zQuestion = z.object({ id: z.number(), channel: z.string(), args: z.unknown() });

/** Runs the product's own handler; the answer is text for the isolated world, its errors worded as Electron's. */
export async function answerIpc(question: string, event: object): Promise<string> {
  const { id, channel, args } = zQuestion.parse(JSON.parse(question));
  try {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
    const value = await listener(event, ...z.array(z.unknown()).parse(fromPlain(args)));
    return JSON.stringify({ id, value: toPlain(value) });
  } catch (error) {
    return JSON.stringify({ id, error: `Error invoking remote method '${channel}': ${String(error)}` });
  }
}
