import { X509Certificate } from "node:crypto";
import type { Request } from "electron";
import type { ShownCertificate } from "../../shared/desktop/service-channels.ts";

/** `usual`: as the operating system judges it, which has been asked. */
export type Judgement = "usual" | "accept" | "refuse";

/**
 * Whether to speak to whoever presents this. A certificate that somebody compared and trusted is the only one accepted
 * from then on, with whatever the operating system has against it but revocation; without one, only what it trusts.
 */
export function judge(pin: string | undefined, { fingerprint, problem }: ShownCertificate): Judgement {
  if (pin === undefined) return problem === "none" ? "usual" : "refuse";
  return sameFingerprint(pin, fingerprint) && problem !== "revoked" ? "accept" : "refuse";
}

/** Written with colons, blanks, small letters or none of it. */
export function sameFingerprint(a: string, b: string): boolean {
  const [one, other] = [digitsOf(a), digitsOf(b)];
  return one.length === 64 && one === other;
}

function digitsOf(fingerprint: string): string {
  return fingerprint.toUpperCase().replace(/[^0-9A-F]/g, "");
}

/** What Chromium's verifier tells, for people to read and for `judge`. */
export function shownCertificate({
  certificate,
  errorCode,
}: Pick<Request, "certificate" | "errorCode">): ShownCertificate {
  return {
    fingerprint: new X509Certificate(certificate.data).fingerprint256,
    subject: certificate.subjectName,
    issuer: certificate.issuerName,
    until: new Date(certificate.validExpiry * 1000).toISOString().slice(0, 10),
    problem: errorCode === 0 ? "none" : (PROBLEMS[errorCode] ?? "other"),
  };
}

/** Chromium's net errors. */
const PROBLEMS: Readonly<Record<number, ShownCertificate["problem"]>> = {
  [-200]: "name",
  [-201]: "date",
  [-202]: "authority",
  [-206]: "revoked",
};
