/** One step of the tables, written for each engine. Empty where an engine has nothing to do. */
export interface Migration {
  readonly sqlite: string;
  readonly postgres: string;
}
