/** What a column holds on either engine. Instants are milliseconds, everything that is not a number is text. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * Parameterised SQL with `?` for each value, the same on SQLite and PostgreSQL. Rooms above write the common
 * subset: no types but TEXT and BIGINT/INTEGER, `ON CONFLICT`, row values. Nothing people wrote is ever in a text.
 */
export interface Sql {
  all(sql: string, params?: readonly Value[]): Promise<readonly Row[]>;
  run(sql: string, params?: readonly Value[]): Promise<void>;
  /** Many rows in few round trips. `rest` is what follows the values, `ON CONFLICT …`. */
  insert(into: Into, rows: readonly (readonly Value[])[]): Promise<void>;
  /** All or nothing, durable when it resolves. Within one, `transaction` joins it. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
}

interface Into {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rest?: string;
}

/** One opened database. */
export interface Database {
  readonly engine: Engine;
  /** As one tenant: on PostgreSQL row-level security hides every other one's rows, whatever the query says. */
  of(tenant: string): Sql;
  /** Beyond tenants: set-up, backup, and tables without a tenant. Never for what a desk asked. */
  readonly whole: Sql;
  /** One unchanging view of everything for as long as `work` takes, while others write. It writes nothing. */
  view<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type Engine = "sqlite" | "postgres";
