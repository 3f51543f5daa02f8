import type { FastifyInstance, FastifyRequest } from "fastify";
import { must } from "../../shared/lib/must.ts";
import { fail } from "../../shared/lib/result.ts";
import { zChangePassword, zEnrol, zNothing, zSetUp, zSignIn, type Me } from "../../shared/people/wire.ts";
import { listAccounts } from "../people/accounts.ts";
import { enrolDesk, officeOfCode } from "../people/desks.ts";
import { profileNameOf } from "../people/profile.ts";
import { endSessions, openSessions, type Person } from "../people/sessions.ts";
import { setUpOffice } from "../people/set-up.ts";
import { changePassword, signIn, signOut } from "../people/sign-in.ts";
import { answer, bodyOf } from "./people-answers.ts";
import { sceneOf, type PeopleParts } from "./people-hooks.ts";
import { dropSessionToken, giveDeskToken, giveSessionToken } from "./people-tokens.ts";
import { refuse } from "./refuse.ts";

interface Named {
  Params: { id: string };
}

/** Words that people who know the office would try for a password: the hospital's names and departments. */
export type OfficeWords = (tenant: string) => Promise<readonly string[]>;

/** What everybody does for themselves: enrol a desk, sign in and out, their password, their sessions. */
export function peopleRoutes(app: FastifyInstance, parts: PeopleParts, words: OfficeWords): void {
  const { database } = parts;
  async function meOf(
    { isSingleSeat, desk, tenant }: FastifyRequest,
    person: Person | undefined,
  ): Promise<Me> {
    if (isSingleSeat) return { isNeeded: false };
    const { id = "", name = "" } = desk ?? {};
    return {
      isNeeded: true,
      ...(person === undefined ? {} : { profile: await profileNameOf(database.of(tenant), tenant) }),
      ...(desk === undefined ? {} : { desk: { id, name } }),
      ...(person === undefined ? {} : { person: shown(person) }),
    };
  }

  app.get("/api/people/me", { config: { needs: "nothing" } }, async (request) =>
    meOf(request, request.person),
  );

  app.post("/api/people/set-up", { config: { needs: "nothing" } }, async (request, reply) => {
    const told = bodyOf(zSetUp, request, reply);
    if (told === undefined) return reply;
    const tenant = await officeOfCode(database, told.code);
    if (tenant === undefined) return answer(reply, fail({ kind: "badCode" }));
    const scene = { ...sceneOf(request, parts), sql: database.of(tenant), tenant, who: "", desk: "" };
    const done = await setUpOffice(scene, told);
    if (done.ok) giveDeskToken(reply, done.value.desk.token);
    return answer(reply, done, ({ officers }) => ({ officers }));
  });

  app.post("/api/people/enrol", { config: { needs: "nothing" } }, async (request, reply) => {
    const told = bodyOf(zEnrol, request, reply);
    if (told === undefined) return reply;
    const tenant = await officeOfCode(database, told.code);
    if (tenant === undefined) return answer(reply, fail({ kind: "badCode" }));
    const scene = { ...sceneOf(request, parts), sql: database.of(tenant), tenant, who: "", desk: "" };
    const done = await enrolDesk(scene, { code: told.code, name: told.deskName });
    if (done.ok) giveDeskToken(reply, done.value.token);
    return answer(reply, done);
  });

  app.post("/api/people/sign-in", { config: { needs: "desk" } }, async (request, reply) => {
    const told = bodyOf(zSignIn, request, reply);
    if (told === undefined) return reply;
    const done = await signIn({ ...sceneOf(request, parts), who: "", isMerged: false }, told, request.person);
    if (done.ok) giveSessionToken(reply, done.value.token);
    const me = done.ok ? await meOf(request, done.value.person) : undefined;
    return answer(reply, done, () => me);
  });

  app.post("/api/people/sign-out", { config: { needs: "newcomer" } }, async (request, reply) => {
    await signOut(sceneOf(request, parts), personIn(request));
    dropSessionToken(reply);
    return reply.send({});
  });

  app.post("/api/people/password", { config: { needs: "newcomer" } }, async (request, reply) => {
    const told = bodyOf(zChangePassword, request, reply);
    if (told === undefined) return reply;
    const known = await words(request.tenant);
    return answer(reply, await changePassword(sceneOf(request, parts), personIn(request), told, known));
  });

  app.get("/api/people/names", { config: { needs: "person" } }, async (request) => {
    const accounts = await listAccounts(database.of(request.tenant), request.tenant);
    return { names: Object.fromEntries(accounts.map(({ id, name }) => [id, name])) };
  });

  app.get("/api/people/my-sessions", { config: { needs: "person" } }, async (request) => {
    const { sql, tenant, nowMs } = sceneOf(request, parts);
    return { sessions: await openSessions(sql, tenant, personIn(request).id, nowMs) };
  });

  app.post<Named>(
    "/api/people/my-sessions/:id/end",
    { config: { needs: "person" } },
    async (request, reply) => {
      if (bodyOf(zNothing, request, reply) === undefined) return reply;
      const { sql, tenant, nowMs, who } = sceneOf(request, parts);
      const ended = await endSessions(sql, tenant, { session: request.params.id, account: who }, nowMs);
      return ended === 0 ? refuse(reply, 404, { kind: "notFound" }) : reply.send({});
    },
  );
}

function shown({ id, login, name, roles, mustChange }: Person): NonNullable<Me["person"]> {
  return { id, login, name, roles: [...roles], mustChange };
}

function personIn(request: FastifyRequest): Person {
  return must(request.person, "the hook lets nobody through to a route that needs a person");
}
