import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why no certificates can be made here; undefined where they can. */
export const whyNoCertificates =
  spawnSync("openssl", ["version"]).status === 0 ? undefined : "there is no openssl";

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** A certificate for 127.0.0.1 by an authority that nobody knows, fresh each time, as a hospital makes its own. */
export function serverCertificate(): ServerCertificate {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-ca-"));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => void execFileSync("openssl", args, { stdio: "ignore" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-keyout",
    at("ca.key"),
    "-out",
    at("ca.pem"),
    "-days",
    "30",
    "-subj",
    "/CN=Office CA",
  );
  openssl("req", ...newKey, "-keyout", at("key.pem"), "-out", at("request.pem"), "-subj", "/CN=shouyue.test");
  writeFileSync(at("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
  const signing = ["-CA", at("ca.pem"), "-CAkey", at("ca.key"), "-CAcreateserial", "-extfile", at("names")];
  openssl("x509", "-req", "-in", at("request.pem"), ...signing, "-out", at("leaf.pem"), "-days", "20");
  const leaf = readFileSync(at("leaf.pem"), "utf8");
  writeFileSync(at("cert.pem"), leaf + readFileSync(at("ca.pem"), "utf8"));
  return { cert: at("cert.pem"), key: at("key.pem"), fingerprint: new X509Certificate(leaf).fingerprint256 };
}
