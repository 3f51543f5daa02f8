import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A document as CouchDB hands it out. */
type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

const REV = "1-0123456789abcdef0123456789abcdef";

/**
 * As much of CouchDB's protocol as a replication that pulls asks for, from memory: faster than any real server, so that
 * the peer is not held up by what it does not do itself. Each document has one revision.
 */
export async function serveCouch(
  documents: readonly Document[],
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const byId = new Map(documents.map((document) => [document._id, document]));
  const answer = async (request: IncomingMessage): Promise<{ status?: number; body: unknown }> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
    if (pathname === "/") return { body: { couchdb: "Welcome", uuid: "bench", version: "3.3.3" } };
    if (pathname.startsWith("/rows/_local/")) {
      if (request.method === "PUT") return { status: 201, body: { ok: true, id: "_local", rev: "0-1" } };
      return { status: 404, body: { error: "not_found", reason: "missing" } };
    }
    if (pathname === "/rows/_changes") {
      const since = Number(searchParams.get("since") ?? 0);
      const some = documents.slice(since, since + Number(searchParams.get("limit") ?? documents.length));
      const results = some.map(({ _id }, at) => ({ seq: since + at + 1, id: _id, changes: [{ rev: REV }] }));
      const last = since + some.length;
      return { body: { results, last_seq: last, pending: documents.length - last } };
    }
    if (pathname === "/rows/_bulk_get") {
      const { docs } = JSON.parse(await textOf(request)) as { docs: readonly { id: string }[] };
      const results = docs.map(({ id }) => ({
        id,
        docs: [{ ok: { ...byId.get(id), _rev: REV, _revisions: { start: 1, ids: [REV.slice(2)] } } }],
      }));
      return { body: { results } };
    }
    return {
      body: {
        db_name: "rows",
        update_seq: documents.length,
        doc_count: documents.length,
        instance_start_time: "0",
      },
    };
  };
  const server = createServer((request, response) => {
    allowAll(request, response);
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    void answer(request).then(({ status = 200, body }) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("it listens on a port");
  return {
    address: `http://127.0.0.1:${address.port}/rows`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<unknown>((done) => server.close(done));
    },
  };
}

function allowAll(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("access-control-allow-methods", "GET, PUT, POST");
  response.setHeader("access-control-allow-headers", "content-type, accept");
  response.setHeader("access-control-max-age", "600");
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
