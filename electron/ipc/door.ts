import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from "electron";
import { CHANNELS, type Channel } from "../../shared/desktop/contract.ts";
import { answer, type Handler, type Sender } from "./answer.ts";
import { Failed } from "./failed.ts";

/** One handler a channel, for a window: a forgotten channel does not compile. */
type Handlers = { readonly [C in Channel]: Handler<C> };

/** `Electron.BrowserWindow` is what Electron's own answers are; the imported class is made of it. */
export type HandlersFor = (window: Electron.BrowserWindow) => Handlers;

/** The one door between the window and the machine. */
export function openDoor(handlersFor: HandlersFor): void {
  for (const channel of CHANNELS) openChannel(channel, handlersFor);
}

function openChannel(channel: Channel, handlersFor: HandlersFor): void {
  ipcMain.handle(channel, (event, raw: unknown) => {
    const handler: Handler<typeof channel> = (input) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (window === null) throw new Failed("refused");
      return (handlersFor(window)[channel] as Handler<typeof channel>)(input);
    };
    return answer(channel, handler, senderOf(event), raw, logFailure);
  });
}

/** A frame that has gone has no say. */
function senderOf(event: IpcMainInvokeEvent): Sender | undefined {
  const frame = event.senderFrame;
  if (frame === null) return undefined;
  return { origin: frame.origin, isTop: frame.parent === null };
}

function logFailure(channel: Channel, error: unknown): void {
  console.error(`desktop ${channel}:`, error instanceof Error ? error.stack : "not an error");
}
