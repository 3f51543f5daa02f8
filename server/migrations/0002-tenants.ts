import type { Migration } from "./migration.ts";
import { rowsOfTenant } from "./rows-of-tenant.ts";

/**
 * Sequences by tenant, folded records, how far each desk has read, attachments' sizes.
 * A record that one change made has no body of its own while that change is in the log: `seq` leads to it. A body
 * that is a list holds the record's changes, still to be folded: so records of older logs arrive here.
 */
export const tenants0002: Migration = {
  sqlite: `
  CREATE TABLE tenants (tenant TEXT PRIMARY KEY, newest INTEGER NOT NULL, floor INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO tenants SELECT tenant, max(seq), 0 FROM changes GROUP BY tenant;
  ALTER TABLE changes RENAME TO changes_1;
  CREATE TABLE changes (
    tenant TEXT NOT NULL,
    seq INTEGER NOT NULL,
    desk TEXT NOT NULL,
    desk_seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, seq)
  ) STRICT;
  INSERT INTO changes SELECT tenant, seq, desk, desk_seq, 0, body FROM changes_1 ORDER BY seq;
  CREATE TABLE records (
    tenant TEXT NOT NULL,
    type TEXT NOT NULL,
    record_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT,
    PRIMARY KEY (tenant, type, record_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO records
    SELECT tenant, type, record_id, min(seq), CASE count(*) WHEN 1 THEN NULL ELSE '[' || group_concat(body) || ']' END
    FROM changes_1 GROUP BY tenant, type, record_id;
  DROP TABLE changes_1;
  ALTER TABLE desks ADD COLUMN cursor INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE desks ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE refusals (
    tenant TEXT NOT NULL, desk TEXT NOT NULL, desk_seq INTEGER NOT NULL,
    PRIMARY KEY (tenant, desk, desk_seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attachments (
    tenant TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (tenant, sha256)
  ) STRICT, WITHOUT ROWID;
  `,
  postgres: `
  CREATE TABLE meta (key TEXT COLLATE "C" PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE tenants (tenant TEXT COLLATE "C" PRIMARY KEY, newest BIGINT NOT NULL, floor BIGINT NOT NULL);
  CREATE TABLE changes (
    tenant TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    desk TEXT COLLATE "C" NOT NULL,
    desk_seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (tenant, seq)
  );
  CREATE TABLE records (
    tenant TEXT COLLATE "C" NOT NULL,
    type TEXT COLLATE "C" NOT NULL,
    record_id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    body TEXT,
    PRIMARY KEY (tenant, type, record_id)
  );
  CREATE TABLE desks (
    tenant TEXT COLLATE "C" NOT NULL,
    desk TEXT COLLATE "C" NOT NULL,
    mark BIGINT NOT NULL,
    cursor BIGINT NOT NULL DEFAULT 0,
    seen_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, desk)
  );
  CREATE TABLE refusals (
    tenant TEXT COLLATE "C" NOT NULL, desk TEXT COLLATE "C" NOT NULL, desk_seq BIGINT NOT NULL,
    PRIMARY KEY (tenant, desk, desk_seq)
  );
  CREATE TABLE attachments (
    tenant TEXT COLLATE "C" NOT NULL, sha256 TEXT COLLATE "C" NOT NULL, size BIGINT NOT NULL,
    PRIMARY KEY (tenant, sha256)
  );
  GRANT SELECT ON meta TO shouyue_desk;
  ${["tenants", "changes", "records", "desks", "refusals", "attachments"].map(rowsOfTenant).join("\n")}
  `,
};
