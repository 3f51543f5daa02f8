import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { zHello, zPulled, zPush, zPushed, zRefusals } from "../../shared/sync/wire.ts";
import { zPullQuery, zRefusalsQuery } from "./sync-routes.ts";

interface Described {
  readonly method: "get" | "post" | "put" | "head";
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
}

const zFailed = z.object({ failure: z.object({ kind: z.string() }).loose() });

/** The interface, from the schemas that the routes themselves parse by. */
const ROUTES: readonly Described[] = [
  { method: "get", path: "/api/hello", summary: "Name of the log, newest sequence, marks", answer: zHello },
  {
    method: "post",
    path: "/api/push",
    summary: "Changes of one desk, in order",
    body: zPush,
    answer: zPushed,
  },
  {
    method: "post",
    path: "/api/relay",
    summary: "Changes of one desk of another network, brought by file: for a director",
    body: zPush,
    answer: zPushed,
  },
  {
    method: "get",
    path: "/api/pull",
    summary: "Changes after a cursor, packed for desks elsewhere",
    query: zPullQuery,
    answer: zPulled,
  },
  {
    method: "get",
    path: "/api/refusals",
    summary: "Of a desk's changes, those that were refused, and why",
    query: zRefusalsQuery,
    answer: zRefusals,
  },
  { method: "get", path: "/api/live", summary: "Server-sent events: the newest sequence" },
  { method: "head", path: "/api/blobs/{sha256}", summary: "Whether an attachment is whole; where to go on" },
  { method: "put", path: "/api/blobs/{sha256}", summary: "An attachment, or a piece of it by Content-Range" },
  { method: "get", path: "/api/blobs/{sha256}", summary: "An attachment, as a download" },
  { method: "get", path: "/api/health", summary: "503 while the database does not answer" },
  { method: "get", path: "/metrics", summary: "Prometheus; this machine only" },
];

/** `/api/openapi.json`, and `/api/docs`: the same as a page without scripts, for a machine without a network. */
export function docsRoutes(app: FastifyInstance): void {
  // It tells what is in every copy of the product.
  const config = { needs: "nothing" } as const;
  app.get("/api/openapi.json", { config }, async () => Promise.resolve(openApi()));
  app.get("/api/docs", { config }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page()),
  );
}

function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, query, body, answer } of ROUTES) {
    const named = path.includes("{sha256}")
      ? [
          {
            name: "sha256",
            in: "path",
            required: true,
            schema: { type: "string", pattern: "^[0-9a-f]{64}$" },
          },
        ]
      : [];
    const shape = (query?.shape ?? {}) as Readonly<Record<string, z.ZodType>>;
    const asked = Object.entries(shape).map(([name, type]) => ({
      name,
      in: "query",
      required: !type.safeParse(undefined).success,
      schema: schemaOf(type),
    }));
    paths[path] = {
      ...paths[path],
      [method]: {
        summary,
        parameters: [...named, ...asked],
        ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
        responses: {
          200: { description: "OK", ...(answer === undefined ? {} : { content: json(answer) }) },
          default: { description: "Refused: a kind, never content", content: json(zFailed) },
        },
      },
    };
  }
  return { openapi: "3.1.0", info: { title: "守约 Shouyue", version: "1" }, paths };
}

function json(type: z.ZodType): Record<string, unknown> {
  return { "application/json": { schema: schemaOf(type) } };
}

function schemaOf(type: z.ZodType): unknown {
  return z.toJSONSchema(type, { io: "input", unrepresentable: "any" });
}

function page(): string {
  const parts = ROUTES.map(({ method, path, summary, query, body, answer }) => {
    const shapes = [
      ["query", query],
      ["body", body],
      ["answer", answer],
    ] as const;
    const shown = shapes.map(([name, type]) =>
      type === undefined
        ? ""
        : `<h3>${name}</h3><pre>${escaped(JSON.stringify(schemaOf(type), null, 1))}</pre>`,
    );
    return `<h2>${method.toUpperCase()} ${escaped(path)}</h2><p>${escaped(summary)}</p>${shown.join("")}`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>守约 API</title><h1>守约 API</h1>
<p>机器可读的说明：<a href="/api/openapi.json">openapi.json</a></p>${parts.join("\n")}</html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
