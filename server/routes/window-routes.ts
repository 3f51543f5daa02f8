import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { contentSecurityPolicy } from "./headers.ts";
import { refuse } from "./refuse.ts";

/** What the bundler writes wherever the nonce belongs: build/vite.window.ts, `html.cspNonce`. */
const NONCE_PLACE = /__CSP_NONCE__/g;

/** The built window. Its assets carry their content's hash in their names; the page is always asked for. */
export function windowRoutes(app: FastifyInstance, folder: string): void {
  void app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    dotfiles: "deny",
    allowedPath: (path) => !path.endsWith(".html"),
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, "assets"));
      // A worker lives under the policy of its own script's answer.
      reply.header("content-security-policy", contentSecurityPolicy());
      reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });

  app.get("/", async (_request, reply) => {
    const html = await readFile(join(folder, "index.html"), "utf8").catch(() => undefined);
    if (html === undefined) return refuse(reply, 503, { kind: "windowNotBuilt" });
    const nonce = randomBytes(16).toString("base64");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .header("content-security-policy", contentSecurityPolicy(nonce))
      .send(html.replace(NONCE_PLACE, nonce));
  });
}
