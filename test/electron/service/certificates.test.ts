import { expect, test } from "vitest";
import { judge, sameFingerprint } from "../../../electron/service/certificates.ts";
import type { ShownCertificate } from "../../../shared/desktop/service-channels.ts";

const PRINT = Array.from({ length: 32 }, (_, at) => (at + 160).toString(16).toUpperCase()).join(":");
const OTHER = PRINT.replace("A0", "A1");

function shown(problem: ShownCertificate["problem"], fingerprint = PRINT): ShownCertificate {
  return { fingerprint, subject: "s", issuer: "i", until: "2027-01-01", problem };
}

test.each([
  ["the system vouches for it, and nothing is pinned", undefined, shown("none"), "usual"],
  ["nobody vouches for it", undefined, shown("authority"), "refuse"],
  ["it is made out to another name", undefined, shown("name"), "refuse"],
  ["it is too old", undefined, shown("date"), "refuse"],
  ["it was revoked", undefined, shown("revoked"), "refuse"],
  ["it has something else wrong with it", undefined, shown("other"), "refuse"],
  ["it is the pinned one of an unknown authority", PRINT, shown("authority"), "accept"],
  ["it is the pinned one and has grown old", PRINT, shown("date"), "accept"],
  ["it is the pinned one and was revoked", PRINT, shown("revoked"), "refuse"],
  ["it is another than the pinned one", PRINT, shown("authority", OTHER), "refuse"],
  [
    "it is another than the pinned one, though the system vouches for it",
    PRINT,
    shown("none", OTHER),
    "refuse",
  ],
  ["what is pinned is no fingerprint", "", shown("none"), "refuse"],
])("a certificate: %s", (_what, pin, certificate, judgement) => {
  expect(judge(pin, certificate)).toBe(judgement);
});

test.each([
  [PRINT.toLowerCase(), true],
  [PRINT.replaceAll(":", " "), true],
  [PRINT.replaceAll(":", ""), true],
  [`SHA-256 ${PRINT}`, false],
  [PRINT.slice(0, -3), false],
  [OTHER, false],
  ["", false],
])("the fingerprint written as %j is the same: %s", (typed, isSame) => {
  expect(sameFingerprint(typed, PRINT)).toBe(isSame);
});
