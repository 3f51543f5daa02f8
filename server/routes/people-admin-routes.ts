import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { dateOf } from "../../shared/lib/instants.ts";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import {
  zNewAccount,
  zNothing,
  zSetName,
  zSetProfile,
  zSetRoles,
  zSetSeparation,
} from "../../shared/people/wire.ts";
import type { Action } from "../../shared/rules/rights/action-table.ts";
import { exportTrail, headOfTrail, readTrail } from "../audit/trail.ts";
import {
  createAccount,
  listAccounts,
  renameAccount,
  resetPassword,
  separationOf,
  setRoles,
  setSeparation,
  setState,
  unlockAccount,
} from "../people/accounts.ts";
import { listDesks, makeCode, revokeDesk } from "../people/desks.ts";
import { profileNameOf, setProfile } from "../people/profile.ts";
import { act, noteOnly, type Scene } from "../people/scene.ts";
import { endSessions, openSessions } from "../people/sessions.ts";
import { answer, bodyOf } from "./people-answers.ts";
import { sceneOf, type Needs, type PeopleParts } from "./people-hooks.ts";
import { refuse } from "./refuse.ts";

interface Named {
  Params: { id: string };
}

const zTrailQuery = z.strictObject({ before: z.coerce.number().int().positive().optional() });
const TRAIL_PAGE = 200;

/** What the three officers do, each their own part: shared/rules/rights/action-table.ts. */
export function peopleAdminRoutes(app: FastifyInstance, parts: PeopleParts): void {
  const { database } = parts;
  const may = (action: Action): { config: { needs: Needs } } => ({ config: { needs: { may: action } } });
  const sql = (request: FastifyRequest): Scene["sql"] => database.of(request.tenant);

  /** An act on the account in the address that is told with a body of this shape. */
  const onAccount = <T>(
    path: string,
    action: Action,
    schema: z.ZodType<T>,
    work: (scene: Scene, id: string, told: T) => Promise<Result<unknown, { readonly kind: string }>>,
  ): void => {
    app.post<Named>(`/api/people/accounts/:id/${path}`, may(action), async (request, reply) => {
      const told = bodyOf(schema, request, reply);
      if (told === undefined) return reply;
      return answer(
        reply,
        await work(sceneOf(request, parts), request.params.id, told),
        (done) => done ?? {},
      );
    });
  };

  app.get("/api/people/accounts", may("listAccounts"), async (request) => ({
    separation: await separationOf(sql(request), request.tenant),
    profile: await profileNameOf(sql(request), request.tenant),
    accounts: await listAccounts(sql(request), request.tenant),
  }));
  app.post("/api/people/accounts", may("createAccount"), async (request, reply) => {
    const told = bodyOf(zNewAccount, request, reply);
    if (told === undefined) return reply;
    return answer(reply, await createAccount(sceneOf(request, parts), told), (issued) => issued);
  });
  onAccount("roles", "setRoles", zSetRoles, async (scene, id, { roles }) =>
    setRoles(scene, id, [...new Set(roles)]),
  );
  onAccount("name", "renameAccount", zSetName, async (scene, id, { name }) => renameAccount(scene, id, name));
  onAccount("disable", "disableAccount", zNothing, async (scene, id) => setState(scene, id, "disabled"));
  onAccount("enable", "enableAccount", zNothing, async (scene, id) => setState(scene, id, "active"));
  onAccount("unlock", "unlockAccount", zNothing, async (scene, id) => unlockAccount(scene, id));
  onAccount("reset-password", "resetPassword", zNothing, async (scene, id) => resetPassword(scene, id));
  app.post("/api/people/separation", may("setSeparation"), async (request, reply) => {
    const told = bodyOf(zSetSeparation, request, reply);
    if (told === undefined) return reply;
    return answer(reply, await setSeparation(sceneOf(request, parts), told.separation));
  });

  app.post("/api/people/profile", may("setProfile"), async (request, reply) => {
    const told = bodyOf(zSetProfile, request, reply);
    if (told === undefined) return reply;
    await setProfile(sceneOf(request, parts), told.profile);
    return reply.send({});
  });

  app.get("/api/people/desks", may("listDesks"), async (request) => ({
    desks: await listDesks(sql(request), request.tenant),
  }));
  app.post("/api/people/desks/code", may("makeEnrolCode"), async (request, reply) => {
    if (bodyOf(zNothing, request, reply) === undefined) return reply;
    return reply.send(await makeCode(sceneOf(request, parts), "desk"));
  });
  app.post<Named>("/api/people/desks/:id/revoke", may("revokeDesk"), async (request, reply) => {
    if (bodyOf(zNothing, request, reply) === undefined) return reply;
    return answer(reply, await revokeDesk(sceneOf(request, parts), request.params.id));
  });

  app.get("/api/people/sessions", may("listSessions"), async (request) => {
    const scene = sceneOf(request, parts);
    return { sessions: await openSessions(scene.sql, scene.tenant, undefined, scene.nowMs) };
  });
  app.post<Named>("/api/people/sessions/:id/end", may("revokeSession"), async (request, reply) => {
    if (bodyOf(zNothing, request, reply) === undefined) return reply;
    return answer(reply, await putOut(sceneOf(request, parts), request.params.id));
  });

  app.get("/api/people/audit", may("readAudit"), async (request, reply) => {
    const query = zTrailQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, { kind: "badRequest", at: "before" });
    const scene = sceneOf(request, parts);
    // Somebody begins to read; the pages after the first are the same reading.
    if (query.data.before === undefined) await noteOnly(scene, { what: "readAudit" });
    return {
      head: await headOfTrail(scene.sql, scene.tenant),
      entries: await readTrail(scene.sql, scene.tenant, query.data.before, TRAIL_PAGE),
    };
  });
  app.get("/api/people/audit/file", may("exportAudit"), async (request, reply) => {
    const scene = sceneOf(request, parts);
    await noteOnly(scene, { what: "exportAudit" });
    return sendTrail(reply, scene);
  });
}

async function putOut(scene: Scene, session: string): Promise<Result<undefined, { readonly kind: string }>> {
  return act(scene, async (sql, note) => {
    const ended = await endSessions(sql, scene.tenant, { session }, scene.nowMs);
    if (ended === 0) return fail({ kind: "noSuchSession" });
    await note({ what: "revokeSession", target: session });
    return ok(undefined);
  });
}

function sendTrail(reply: FastifyReply, { sql, tenant, nowMs }: Scene): FastifyReply {
  const lines = async function* (): AsyncGenerator<string> {
    for await (const line of exportTrail(sql, tenant, nowMs)) yield `${line}\n`;
  };
  return reply
    .type("application/octet-stream")
    .header("content-disposition", `attachment; filename="shouyue-audit-${dateOf(nowMs)}.jsonl"`)
    .send(Readable.from(lines()));
}
