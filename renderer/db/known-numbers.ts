import type { KnownNumbers } from "./desk.ts";

const SHARDS = 1024;

/** A set of numbers in many small ones: a single one of a million holds up whoever adds to it for a fifth of a second each time it grows. */
export class NumberSet implements KnownNumbers {
  readonly #shards: Set<string>[] = Array.from({ length: SHARDS }, () => new Set());

  add(number: string): void {
    this.#shardOf(number).add(number);
  }

  has(number: string): boolean {
    return this.#shardOf(number).has(number);
  }

  get size(): number {
    return this.#shards.reduce((sum, shard) => sum + shard.size, 0);
  }

  *keys(): Generator<string> {
    for (const shard of this.#shards) yield* shard;
  }

  #shardOf(number: string): Set<string> {
    let hash = 0;
    for (let at = 0; at < number.length; at += 1) hash = (hash * 31 + number.charCodeAt(at)) | 0;
    return this.#shards[(hash >>> 0) % SHARDS] as Set<string>;
  }
}
