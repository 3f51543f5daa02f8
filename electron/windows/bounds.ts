import { renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { BrowserWindow, Rectangle } from "electron";
import { z } from "zod";

const zBounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximized: z.boolean(),
});

type Bounds = z.infer<typeof zBounds>;

/** Where the window was when it last closed, if that is still on a screen; undefined otherwise. */
export async function rememberedBounds(
  file: string,
  screens: readonly Rectangle[],
): Promise<Bounds | undefined> {
  try {
    const bounds = zBounds.parse(JSON.parse(await readFile(file, "utf8")));
    return screens.some((screen) => isReachable(bounds, screen)) ? bounds : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers where a window is whenever it has come to rest. A disk that refuses costs only the memory. */
export function rememberBounds(window: BrowserWindow, file: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    writeNow(file, JSON.stringify(bounds));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  };
  window.on("resize", soon);
  window.on("move", soon);
  window.on("close", save);
}

/** At once: the last save comes as the program ends, and nothing would wait for it. */
function writeNow(file: string, text: string): void {
  try {
    writeFileSync(`${file}.tmp`, text);
    renameSync(`${file}.tmp`, file);
  } catch {
    // The window opens in its usual place next time.
  }
}

/** Enough of the title bar is on the screen to take hold of. */
function isReachable(bounds: Bounds, screen: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  const top = bounds.y - screen.y;
  return across >= 100 && top >= -10 && top <= screen.height - 50;
}
