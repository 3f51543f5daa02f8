import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Database, Sql } from "../store/sql.ts";
import { act, type Scene } from "./scene.ts";
import { endSessions } from "./sessions.ts";
import { freshCode, freshId, freshToken, hashOfToken, readCode } from "./tokens.ts";

/** `setUp`: the first desk and the first officers, printed by `init`. `desk`: one more desk. */
export type CodeKind = "setUp" | "desk";

export type DeskFailure =
  /** Never made, used up or too old: nobody is told which. */
  { readonly kind: "badCode" | "badName" | "noSuchDesk" };

export interface EnrolledDesk {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
}

export interface DeskLine {
  readonly id: string;
  readonly name: string;
  readonly enrolledAt: number;
  readonly revokedAt: number | undefined;
  /** The change logs that it speaks for. */
  readonly logs: readonly string[];
}

const CODE_MS = { setUp: 24 * 3_600_000, desk: 3_600_000 } as const;

/** A code that enrols one desk, once, within an hour (a day where it sets an office up). It is shown this once. */
export async function makeCode(
  scene: Scene,
  kind: CodeKind,
): Promise<{ readonly code: string; readonly until: number }> {
  const code = freshCode();
  const until = scene.nowMs + CODE_MS[kind];
  const row = [scene.tenant, hashOfToken(code), kind, scene.who, until];
  const insert = "INSERT INTO codes (tenant, hash, kind, made_by, until) VALUES (?, ?, ?, ?, ?)";
  // An office that is not set up has no trail yet.
  if (kind === "setUp") await scene.sql.run(insert, row);
  else {
    await act(scene, async (sql, note) => {
      await sql.run(insert, row);
      await note({ what: "makeEnrolCode" });
    });
  }
  return { code, until };
}

/** Whose code this is: found beyond tenants, because nobody who types one has said yet which hospital is theirs. */
export async function officeOfCode(database: Database, typed: string): Promise<string | undefined> {
  const [row] = await database.whole.all("SELECT tenant FROM codes WHERE hash = ?", [
    hashOfToken(readCode(typed)),
  ]);
  return row === undefined ? undefined : String(row["tenant"]);
}

/** Uses a code up and gives the desk its token. The scene's `desk` is none yet. */
export async function enrolDesk(
  scene: Scene,
  told: { readonly code: string; readonly name: string },
): Promise<Result<EnrolledDesk & { readonly token: string }, DeskFailure>> {
  return act(scene, async (sql, note) => {
    const enrolled = await enrolBy(sql, scene, "desk", told);
    if (enrolled.ok) await note({ what: "enrolDesk", desk: enrolled.value.id, target: enrolled.value.id });
    return enrolled;
  });
}

/** The same inside a transaction that does more. */
export async function enrolBy(
  sql: Sql,
  { tenant, nowMs }: Pick<Scene, "tenant" | "nowMs">,
  kind: CodeKind,
  told: { readonly code: string; readonly name: string },
): Promise<Result<EnrolledDesk & { readonly token: string }, DeskFailure>> {
  const name = told.name.trim();
  if (name === "" || name.length > 60) return fail({ kind: "badName" });
  const used = await sql.all(
    "UPDATE codes SET used_at = ? WHERE tenant = ? AND hash = ? AND kind = ? AND used_at IS NULL AND until > ? RETURNING hash",
    [nowMs, tenant, hashOfToken(readCode(told.code)), kind, nowMs],
  );
  if (used.length === 0) return fail({ kind: "badCode" });
  const [id, token] = [freshId("d"), freshToken()];
  await sql.run(
    "INSERT INTO enrolled_desks (tenant, id, name, token_hash, enrolled_at) VALUES (?, ?, ?, ?, ?)",
    [tenant, id, name, hashOfToken(token), nowMs],
  );
  return ok({ tenant, id, name, token });
}

/** Which desk holds this token, of whichever hospital; a revoked one is none. */
export async function deskOf(database: Database, token: string): Promise<EnrolledDesk | undefined> {
  const [row] = await database.whole.all(
    "SELECT tenant, id, name FROM enrolled_desks WHERE token_hash = ? AND revoked_at IS NULL",
    [hashOfToken(token)],
  );
  if (row === undefined) return undefined;
  return { tenant: String(row["tenant"]), id: String(row["id"]), name: String(row["name"]) };
}

export async function listDesks(sql: Sql, tenant: string): Promise<DeskLine[]> {
  const rows = await sql.all(
    "SELECT id, name, enrolled_at, revoked_at FROM enrolled_desks WHERE tenant = ? ORDER BY enrolled_at",
    [tenant],
  );
  const logs = await sql.all("SELECT log, desk FROM desk_logs WHERE tenant = ? ORDER BY log", [tenant]);
  return rows.map((row) => ({
    id: String(row["id"]),
    name: String(row["name"]),
    enrolledAt: Number(row["enrolled_at"]),
    revokedAt: row["revoked_at"] === null ? undefined : Number(row["revoked_at"]),
    logs: logs.filter(({ desk }) => desk === row["id"]).map(({ log }) => String(log)),
  }));
}

/** Shuts a desk out at its next call, with everybody who is signed in there. */
export async function revokeDesk(scene: Scene, id: string): Promise<Result<undefined, DeskFailure>> {
  return act(scene, async (sql, note) => {
    const revoked = await sql.all(
      "UPDATE enrolled_desks SET revoked_at = ? WHERE tenant = ? AND id = ? AND revoked_at IS NULL RETURNING id",
      [scene.nowMs, scene.tenant, id],
    );
    if (revoked.length === 0) return fail<DeskFailure>({ kind: "noSuchDesk" });
    await endSessions(sql, scene.tenant, { desk: id }, scene.nowMs);
    await note({ what: "revokeDesk", target: id });
    return ok(undefined);
  });
}

/**
 * The desk that speaks for a change log (the six letters its store drew): the first enrolled desk that pushes it, from
 * then on; a desk whose store was emptied draws new letters and speaks for those too. `OTHER_NETWORK` where it came by
 * file. Undefined where nobody has brought it.
 */
export async function speakerOf(sql: Sql, tenant: string, log: string): Promise<string | undefined> {
  const [row] = await sql.all("SELECT desk FROM desk_logs WHERE tenant = ? AND log = ?", [tenant, log]);
  return row === undefined ? undefined : String(row["desk"]);
}

/** Of a log that a desk of another network writes: no enrolled desk has this id. */
export const OTHER_NETWORK = "";

/** Gives a log that nobody has brought its speaker. Gives who speaks for it then: somebody may have been quicker. */
export async function speakFor(
  sql: Sql,
  tenant: string,
  log: string,
  speaker: string,
): Promise<string | undefined> {
  await sql.run(
    "INSERT INTO desk_logs (tenant, log, desk) VALUES (?, ?, ?) ON CONFLICT (tenant, log) DO NOTHING",
    [tenant, log, speaker],
  );
  return speakerOf(sql, tenant, log);
}

/** From now on an enrolled desk writes a log that had come by file: it worked alone before, or in the other network. */
export async function takeOverLog(scene: Scene, log: string): Promise<void> {
  const { tenant, desk } = scene;
  await act(scene, async (sql, note) => {
    const taken = await sql.all(
      "UPDATE desk_logs SET desk = ? WHERE tenant = ? AND log = ? AND desk = ? RETURNING log",
      [desk, tenant, log, OTHER_NETWORK],
    );
    if (taken.length > 0) await note({ what: "takeOverLog", target: log.slice(0, 100) });
  });
}
