/** The log of changes, each desk's high-water mark, and the name of the log. */
export const changes0001 = `
  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    tenant TEXT NOT NULL,
    desk TEXT NOT NULL,
    desk_seq INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    type TEXT NOT NULL,
    record_id TEXT NOT NULL,
    batch_id TEXT,
    body TEXT NOT NULL,
    UNIQUE (tenant, desk, desk_seq)
  ) STRICT;
  CREATE TABLE desks (
    tenant TEXT NOT NULL,
    desk TEXT NOT NULL,
    mark INTEGER NOT NULL,
    PRIMARY KEY (tenant, desk)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
