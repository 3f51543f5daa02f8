import { createHash, createPublicKey, verify } from "node:crypto";
import type { AuditHead } from "../shared/audit/entry.ts";
import { auditVerifier, type AuditCheck, type AuditVerdict } from "../shared/audit/file.ts";

/** Checks an exported audit trail, its header first. */
export async function verifyAudit(
  lines: AsyncIterable<string>,
  remembered: AuditHead | undefined,
): Promise<AuditVerdict> {
  const verifier = auditVerifier(check, remembered);
  for await (const line of lines) verifier.line(line);
  return verifier.end();
}

const check: AuditCheck = {
  sha256: (text) => createHash("sha256").update(text).digest("hex"),
  isSigned: (text, key, signature) => {
    try {
      const publicKey = createPublicKey({ key: Buffer.from(key, "base64"), type: "spki", format: "der" });
      if (publicKey.asymmetricKeyType !== "ed25519") return false;
      return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64"));
    } catch {
      return false;
    }
  },
};
