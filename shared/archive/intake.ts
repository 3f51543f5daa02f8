import { joined, piecesOf, type Bytes, type ByteStream } from "./bytes.ts";
import { ArchiveBroken, broken } from "./failure.ts";

/** Takes lines and counted bytes from a stream. What the decryption refuses is `damaged`. */
export class Intake {
  readonly #pieces: AsyncGenerator<Uint8Array, undefined>;
  #left: Uint8Array = new Uint8Array();

  constructor(stream: ByteStream) {
    this.#pieces = piecesOf(stream);
  }

  /** Text up to the next line feed, which is taken too; undefined at the end. */
  async line(most: number, at: number): Promise<string | undefined> {
    let line: Uint8Array = new Uint8Array();
    for (;;) {
      const end = this.#left.indexOf(10);
      line = joined([line, this.#left.subarray(0, end === -1 ? undefined : end)]);
      if (line.length > most) throw broken("badPart", at);
      if (end !== -1) {
        this.#left = this.#left.subarray(end + 1);
        return new TextDecoder().decode(line);
      }
      if (await this.#more(at)) continue;
      if (line.length === 0) return undefined;
      throw broken("truncated", at);
    }
  }

  async bytes(count: number, at: number): Promise<Bytes> {
    const taken: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#left.length === 0 && !(await this.#more(at))) throw broken("truncated", at);
      const some = this.#left.subarray(0, missing);
      taken.push(some);
      missing -= some.length;
      this.#left = this.#left.subarray(some.length);
    }
    return joined(taken);
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#left.length === 0) if (!(await this.#more(0))) return true;
    return false;
  }

  async #more(at: number): Promise<boolean> {
    try {
      const next = await this.#pieces.next();
      this.#left = next.done === true ? new Uint8Array() : next.value;
      return next.done !== true;
    } catch (error) {
      throw error instanceof ArchiveBroken ? error : broken("damaged", at);
    }
  }
}
