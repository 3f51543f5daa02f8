/** Rows that make one record, record by record in the order of their first rows. */
export class RowGroups {
  readonly #firsts: number[] = [];
  /** By the record's number; most records are one row. */
  readonly #others = new Map<number, number[]>();
  #rows = 0;

  get count(): number {
    return this.#firsts.length;
  }

  /** Of all groups together. */
  get rowCount(): number {
    return this.#rows;
  }

  begin(row: number): void {
    this.#firsts.push(row);
    this.#rows++;
  }

  addTo(group: number, row: number): void {
    const others = this.#others.get(group);
    if (others === undefined) this.#others.set(group, [row]);
    else others.push(row);
    this.#rows++;
  }

  firstOf(group: number): number {
    return this.#firsts[group] ?? 0;
  }

  rowsOf(group: number): readonly number[] {
    return [this.firstOf(group), ...(this.#others.get(group) ?? [])];
  }
}
