/** How long to wait before asking an absent service again: doubling, and spread so that a whole office does not ask at once. */
export class Backoff {
  readonly #limits: { readonly first: number; readonly longest: number };
  readonly #random: () => number;
  #failures = 0;

  constructor(limits: { readonly first: number; readonly longest: number }, random: () => number) {
    this.#limits = limits;
    this.#random = random;
  }

  get failures(): number {
    return this.#failures;
  }

  /** Milliseconds, from half of the step up to all of it. */
  next(): number {
    const step = Math.min(this.#limits.longest, this.#limits.first * 2 ** Math.min(this.#failures, 30));
    this.#failures += 1;
    return Math.round(step * (0.5 + this.#random() / 2));
  }

  reset(): void {
    this.#failures = 0;
  }
}
