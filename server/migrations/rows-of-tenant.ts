/**
 * PostgreSQL: a table with a `tenant` column gives the role that desks' calls run under the rows of their own tenant
 * only, read or written. The owner of the tables is the service itself: set-up, migrations and backup.
 */
export function rowsOfTenant(table: string): string {
  const own = "tenant = current_setting('app.tenant', true)";
  return `
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO shouyue_desk;
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_tenant ON ${table} TO shouyue_desk USING (${own}) WITH CHECK (${own});`;
}
