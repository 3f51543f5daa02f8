import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/**
 * What the window may load: its own files and nothing else (security checklist 1.7). Style elements need the
 * nonce of this page; style attributes stay open because the component library writes them.
 */
export function contentSecurityPolicy(nonce?: string): string {
  const styles = nonce === undefined ? "" : ` 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers on every answer. The page itself gets its own policy; anything else may load nothing at all. */
export function securityHeaders(app: FastifyInstance): void {
  void app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    // Plain http on loopback: there is no certificate to insist on.
    strictTransportSecurity: false,
  });
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api") && !reply.hasHeader("cache-control")) {
      reply.header("cache-control", "no-store");
    }
    reply.header("permissions-policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()");
    return Promise.resolve();
  });
}
