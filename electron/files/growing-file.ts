import { randomBytes } from "node:crypto";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Handler } from "../ipc/answer.ts";
import { Failed } from "../ipc/failed.ts";
import type { AskWhere } from "./save-file.ts";

interface Growing {
  readonly file: number;
  readonly path: string;
  readonly beside: string;
  readonly handle: FileHandle;
}

/** The channels of a file that is too large to be given as a whole. */
export interface GrowingFile {
  begin(
    input: Parameters<Handler<"growBegin">>[0],
    askWhere: AskWhere,
  ): Promise<Awaited<ReturnType<Handler<"growBegin">>>>;
  readonly more: Handler<"growMore">;
  readonly end: Handler<"growEnd">;
}

/**
 * One file at a time that grows beside its place, and stands there only when it is complete and on the disk. One that a
 * window began and forgot is cleared away by the next.
 */
export function growingFile(): GrowingFile {
  let current: Growing | undefined;
  let last = 0;
  const of = (file: number): Growing => {
    if (current?.file !== file) throw new Failed("refused");
    return current;
  };
  const drop = async (): Promise<void> => {
    const dropped = current;
    current = undefined;
    await dropped?.handle.close().catch(() => undefined);
    if (dropped !== undefined) await rm(dropped.beside, { force: true });
  };
  return {
    begin: async ({ suggestedName }, askWhere) => {
      const path = await askWhere(suggestedName, "any");
      if (path === undefined) return { file: null };
      await drop();
      const beside = join(
        dirname(path),
        `.${basename(path).slice(0, 60)}.${randomBytes(6).toString("hex")}.tmp`,
      );
      last += 1;
      current = { file: last, path, beside, handle: await open(beside, "wx") };
      return { file: last };
    },
    more: async ({ file, bytes }) => {
      await of(file).handle.writeFile(bytes);
      return {};
    },
    end: async ({ file, keep }) => {
      const { path, beside, handle } = of(file);
      if (!keep) {
        await drop();
        return {};
      }
      try {
        await handle.sync();
        await handle.close();
        await rename(beside, path);
      } catch (error) {
        await drop();
        throw error;
      }
      current = undefined;
      return { name: basename(path) };
    },
  };
}
