import type { FastifyInstance, FastifyRequest } from "fastify";
import { mayDo, mayRead } from "../../shared/rules/rights/may.ts";
import type { Action } from "../../shared/rules/rights/action-table.ts";
import { isMerged, ROLE_NAMES } from "../../shared/rules/rights/roles.ts";
import { deskOf, type EnrolledDesk } from "../people/desks.ts";
import { noteOnly, type Scene } from "../people/scene.ts";
import { personOf, type Person } from "../people/sessions.ts";
import { isAnyOfficeSetUp } from "../people/set-up.ts";
import type { Database } from "../store/sql.ts";
import { readTokens } from "./people-tokens.ts";
import { refuse, type HttpFailure } from "./refuse.ts";

/**
 * What a route asks of its caller; it stands in the route's `config`. What says nothing and lies below `/api` is the
 * office's work: a route that was forgotten is shut, not open.
 *
 * `desk`: an enrolled desk. `newcomer`: somebody signed in there, though with a one-time password. `person`: with a
 * password of their own. `office`: who works on, or reads, the office's records. `{ may }`: an officer's act.
 */
export type Needs = "nothing" | "desk" | "newcomer" | "person" | "office" | { readonly may: Action };

declare module "fastify" {
  interface FastifyContextConfig {
    readonly needs?: Needs;
  }
  interface FastifyRequest {
    /** Undefined on a single seat, and where a route needs none. */
    desk: EnrolledDesk | undefined;
    /** Undefined where a route needs none. On a single seat whoever sits there, with every right. */
    person: Person | undefined;
    /** On loopback, and no office was ever set up: everything is as it was before there were people. */
    isSingleSeat: boolean;
  }
}

export interface PeopleParts {
  readonly database: Database;
  readonly now: () => number;
  /** The service listens on this machine alone. */
  readonly isLoopback: boolean;
}

const SEAT: Person = { id: "", login: "", name: "", roles: ROLE_NAMES, mustChange: false, session: "" };

/** Finds out who calls, from which desk and for which hospital, and turns away who may not, before a body is read. */
export function peopleHooks(app: FastifyInstance, parts: PeopleParts): void {
  app.decorateRequest("desk", undefined);
  app.decorateRequest("person", undefined);
  app.decorateRequest("isSingleSeat", false);
  const isOpen = singleSeat(parts);

  app.addHook("onRequest", async (request, reply) => {
    const needs = needsOf(request);
    // The window's own files are nobody's secret, and no reason to ask the database.
    if (needs === undefined) return undefined;
    if (await isOpen()) {
      // Before an office is set up there is nobody to act on.
      const isPeoples = request.routeOptions.url?.startsWith("/api/people/") ?? false;
      if (isPeoples && needs !== "nothing") return refuse(reply, 409, { kind: "notSetUp" });
      request.isSingleSeat = true;
      request.person = SEAT;
      return undefined;
    }
    await identify(request, parts);
    const refusal = refusalOf(request, needs);
    if (refusal === undefined) return undefined;
    if (refusal.failure.kind === "notAllowed" && typeof needs === "object") {
      await noteOnly(sceneOf(request, parts), { what: needs.may, outcome: "notAllowed" });
    }
    return refuse(reply, refusal.status, refusal.failure);
  });
}

/** The scene of what a call does to people. */
export function sceneOf(request: FastifyRequest, { database, now }: PeopleParts): Scene {
  const { tenant, desk, person } = request;
  return {
    sql: database.of(tenant),
    tenant,
    nowMs: now(),
    who: person?.id ?? "",
    desk: desk?.id ?? "",
    isMerged: isMerged(person?.roles ?? []),
  };
}

/** By the route that was found, not by the address: `/%61pi` is `/api` too. */
function needsOf({ routeOptions }: FastifyRequest): Needs | undefined {
  const { config, url } = routeOptions;
  // Health is asked just when the database may be away, and tells nothing that asking it could guard.
  if (url === undefined || url.startsWith("/api/health")) return undefined;
  if (config.needs !== undefined) return config.needs;
  return url.startsWith("/api") && !FOR_ANYBODY.test(url) ? "office" : undefined;
}

/** Whether the service is well, and how it is spoken to. */
const FOR_ANYBODY = /^\/api\/(health(\/live|\/ready)?|openapi\.json|docs)$/;

/** Asked at every call until an office is there, and never again after: an office is not un-set-up. */
function singleSeat({ database, isLoopback }: PeopleParts): () => Promise<boolean> {
  let isClosed = !isLoopback;
  return async () => {
    if (isClosed) return false;
    isClosed = await isAnyOfficeSetUp(database);
    return !isClosed;
  };
}

async function identify(request: FastifyRequest, { database, now }: PeopleParts): Promise<void> {
  const { desk: deskToken, session } = readTokens(request);
  if (deskToken === undefined) return;
  const desk = await deskOf(database, deskToken);
  if (desk === undefined) return;
  request.desk = desk;
  request.tenant = desk.tenant;
  if (session === undefined) return;
  request.person = await personOf(database.of(desk.tenant), desk.tenant, desk.id, session, now());
}

function refusalOf(
  { desk, person }: FastifyRequest,
  needs: Needs,
): { readonly status: number; readonly failure: HttpFailure } | undefined {
  if (needs === "nothing") return undefined;
  if (desk === undefined) return { status: 401, failure: { kind: "desk" } };
  if (needs === "desk") return undefined;
  if (person === undefined) return { status: 401, failure: { kind: "signIn" } };
  if (needs === "newcomer") return undefined;
  if (person.mustChange) return { status: 403, failure: { kind: "passwordMustChange" } };
  if (needs === "person") return undefined;
  const may = needs === "office" ? mayRead(person, "incident") === undefined : mayDo(person, needs.may);
  return may ? undefined : { status: 403, failure: { kind: "notAllowed" } };
}
