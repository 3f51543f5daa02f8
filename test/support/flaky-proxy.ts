import {
  createServer,
  request,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Chances } from "../../cli/sync-sim/random.ts";

/** What may become of a message on its way: see `FATES`. */
type Fate = (typeof FATES)[number];
const FATES = ["lost", "answerLost", "repeated", "late", "cut", "answerCut"] as const;

export interface FlakyProxy {
  readonly address: string;
  /** From now on, one message in `times` meets with something; 0: none does, and what was held back is dropped. */
  setFaults(times: number): void;
  /** How often each of them has happened. */
  readonly count: Readonly<Record<Fate, number>>;
  close(): Promise<void>;
}

interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Stands between desks and a service and does to real HTTP what networks do: a message is lost, its answer is lost, it
 * arrives twice, or late (after others that were sent later), either is cut off in the middle. `target` is asked each time.
 */
export async function startFlakyProxy(chances: Chances, target: () => string): Promise<FlakyProxy> {
  let times = 0;
  const late: Message[] = [];
  const count = { lost: 0, answerLost: 0, repeated: 0, late: 0, cut: 0, answerCut: 0 };

  const pass = async (message: Message, reply: ServerResponse): Promise<void> => {
    const fate = times > 0 && chances.once(times) ? chances.pick(FATES) : undefined;
    if (fate !== undefined) count[fate] += 1;
    switch (fate) {
      case "lost":
        return void reply.destroy();
      case "late":
        late.push(message);
        return void reply.destroy();
      case "cut":
        await sendHalf(target(), message);
        return void reply.destroy();
      case "repeated":
        await send(target(), message);
        break;
      default:
    }
    const answer = await send(target(), message);
    if (fate === "answerLost") return void reply.destroy();
    reply.writeHead(answer.status, answer.headers);
    if (fate === "answerCut")
      return void reply.write(answer.body.subarray(0, answer.body.length / 2), () => reply.destroy());
    reply.end(answer.body);
    const old = late.length > 0 && chances.once(3) ? late.splice(chances.below(late.length), 1) : [];
    for (const one of old) await send(target(), one);
  };

  const server = createServer((incoming, reply) => {
    bodyOf(incoming)
      .then(async (body) => {
        const { method = "GET", url = "/" } = incoming;
        const { host: _host, connection: _connection, ...headers } = incoming.headers;
        await pass({ method, url, headers, body }, reply);
      })
      // The service is away just now.
      .catch(() => reply.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    setFaults: (wanted) => {
      times = wanted;
      if (wanted === 0) late.length = 0;
    },
    count,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function send(target: string, { method, url, headers, body }: Message): Promise<Answer> {
  return new Promise((done, failed) => {
    // A connection of its own each: one that a killed service left behind is nobody's.
    const out = request(new URL(url, target), { method, headers, agent: false }, (incoming) => {
      bodyOf(incoming).then((answer) => {
        const { connection: _connection, "transfer-encoding": _coding, ...rest } = incoming.headers;
        done({
          status: incoming.statusCode ?? 502,
          headers: { ...rest, "content-length": answer.length },
          body: answer,
        });
      }, failed);
    });
    out.on("error", failed);
    out.end(body);
  });
}

/** As much of a message as had left when the cable came out. */
async function sendHalf(target: string, { method, url, headers, body }: Message): Promise<void> {
  const { hostname, port, host } = new URL(target);
  const lines = Object.entries({ ...headers, host }).map(([name, value]) => `${name}: ${String(value)}`);
  const whole = Buffer.concat([
    Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`),
    body,
  ]);
  await new Promise<void>((done, failed) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => {
        socket.destroy();
        done();
      });
    });
    socket.on("error", failed);
  });
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
