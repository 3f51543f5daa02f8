import { z } from "zod";
import { isServed, SERVICE_METHODS } from "./service-paths.ts";

/**
 * The office's service, called by the machine for the window: the address, what is trusted and the tokens stay on the
 * machine's side of the door. See `officeFetch` in the window.
 */
const zBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
/** As much as a whole attachment. */
const MAX_BODY = 64 * 1024 * 1024;
const zCallId = z.int().positive();

const zCertificate = z.strictObject({
  /** SHA-256, `AB:CD:…`. */
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  /** `YYYY-MM-DD`. */
  until: z.string(),
  /** What the operating system has against it. */
  problem: z.enum(["none", "authority", "name", "date", "revoked", "other"]),
});
export type ShownCertificate = z.infer<typeof zCertificate>;

/** `changed`: not the certificate that was trusted. `untrusted`: nobody that this machine knows vouches for it. */
const zRefusedCertificate = z.strictObject({
  kind: z.enum(["changed", "untrusted"]),
  certificate: zCertificate,
});

export const serviceChannels = {
  serviceState: {
    input: z.strictObject({}),
    output: z.strictObject({
      link: z
        .strictObject({
          address: z.string(),
          /** The one certificate that is trusted there; null where the operating system's judgement holds. */
          pin: z.string().nullable(),
          isEnrolled: z.boolean(),
          /** `file`: this machine has no keychain, and whoever can read the user's files can read the token. */
          keptBy: z.enum(["keychain", "file"]),
        })
        .nullable(),
      /** What stood in the way of the last call, if it was a certificate. */
      refused: zRefusedCertificate.nullable(),
    }),
  },
  /** Looks who answers there and keeps the address when it is a service of ours. `trusting`: a fingerprint that somebody compared. */
  serviceConnect: {
    input: z.strictObject({ address: z.string().max(300), trusting: z.string().max(200).nullable() }),
    output: z.strictObject({
      outcome: z.enum([
        "connected",
        "empty",
        "notAnAddress",
        "plainHttp",
        "credentials",
        "path",
        "unreachable",
        "notOurs",
        "untrusted",
        "changed",
      ]),
      certificate: zCertificate.nullable(),
    }),
  },
  /** Forgets the service, what is trusted there and the tokens. */
  serviceLeave: { input: z.strictObject({}), output: z.strictObject({}) },
  serviceCall: {
    input: z
      .strictObject({
        /** The window's own number, by which it reads on or gives up. */
        call: zCallId,
        method: z.enum(SERVICE_METHODS),
        path: z.string().max(2000),
        body: zBytes.refine((bytes) => bytes.byteLength <= MAX_BODY).nullable(),
        contentRange: z
          .string()
          .regex(/^bytes \d{1,12}-\d{1,12}\/\d{1,12}$/)
          .nullable(),
      })
      .refine(({ method, path }) => isServed(method, path)),
    output: z.strictObject({
      outcome: z.enum(["answered", "unreachable", "noService", "untrusted", "changed"]),
      status: z.int(),
      /** The few that the window needs; never a token. */
      headers: z.partialRecord(z.enum(["content-type", "date", "upload-offset", "retry-after"]), z.string()),
      body: zBytes,
      /** False: there is more, by `serviceRead`. */
      isEnd: z.boolean(),
    }),
  },
  /** The next piece of an answer. `isBroken`: the service went away in the middle. */
  serviceRead: {
    input: z.strictObject({ call: zCallId }),
    output: z.strictObject({ body: zBytes, isEnd: z.boolean(), isBroken: z.boolean() }),
  },
  serviceAbort: { input: z.strictObject({ call: zCallId }), output: z.strictObject({}) },
} as const;
