import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Live } from "../sync/live.ts";
import { refuse } from "./refuse.ts";

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Figures for Prometheus at `/metrics`: for this machine only. They hold counts and times, never content. */
export function metrics(app: FastifyInstance, live: Live): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    name: "shouyue_http_seconds",
    help: "Time to answer, by route, method and status",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const following: Gauge = new Gauge({
    name: "shouyue_live_clients",
    help: "Desks that follow or wait for new changes",
    registers: [registry],
    collect: () => {
      following.set(live.count());
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const status = String(reply.statusCode);
    took.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    return Promise.resolve();
  });
  app.get("/metrics", async (request, reply) => {
    if (!LOOPBACK.test(request.ip)) return refuse(reply, 404, { kind: "notFound" });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
