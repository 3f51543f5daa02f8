import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from "electron";
import { CHANNELS, type Channel } from "../../shared/desktop/contract.ts";
import { answer, type Handler, type Sender } from "./answer.ts";
import { Failed } from "./failed.ts";

/** One handler a channel, for a window: a forgotten channel does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> };

/** The one door between the window and the machine. */
export function openDoor(handlersFor: (window: BrowserWindow) => Handlers): void {
  for (const channel of CHANNELS) openChannel(channel, handlersFor);
}

function openChannel<C extends Channel>(channel: C, handlersFor: (window: BrowserWindow) => Handlers): void {
  ipcMain.handle(channel, (event, raw: unknown) => {
    const handler: Handler<C> = (input) => {
      const window = BrowserWindow.fromWebContents(event.sender);
      if (window === null) throw new Failed("refused");
      return handlersFor(window)[channel](input);
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
