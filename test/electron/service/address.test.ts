import { expect, test } from "vitest";
import { serviceOrigin } from "../../../electron/service/address.ts";

test.each([
  ["https://shouyue.hospital.local:8443", "https://shouyue.hospital.local:8443"],
  ["https://shouyue.hospital.local", "https://shouyue.hospital.local"],
  ["  shouyue.hospital.local:8443/  ", "https://shouyue.hospital.local:8443"],
  ["HTTPS://SHOUYUE.hospital.local:443/", "https://shouyue.hospital.local"],
  ["https://10.1.2.3:8443/#/settings", "https://10.1.2.3:8443"],
  ["https：//10.1.2.3：8443", "https://10.1.2.3:8443"],
  ["https://[fd00::1]:8443", "https://[fd00::1]:8443"],
  ["http://127.0.0.1:4180", "http://127.0.0.1:4180"],
  ["http://localhost:4180/", "http://localhost:4180"],
  ["http://[::1]:4180", "http://[::1]:4180"],
])("%j is the service at %s", (typed, origin) => {
  expect(serviceOrigin(typed, false)).toEqual({ ok: true, value: origin });
});

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["http://10.1.2.3:4180", "plainHttp"],
  ["http://127.0.0.1.evil.example", "plainHttp"],
  ["http://localhost.evil.example", "plainHttp"],
  ["http://2130706433.example", "plainHttp"],
  ["https://zhang:secret@shouyue.hospital.local", "credentials"],
  ["https://zhang@shouyue.hospital.local", "credentials"],
  ["https://shouyue.hospital.local/app", "path"],
  ["https://shouyue.hospital.local/%2e%2e/x", "path"],
  ["ftp://shouyue.hospital.local", "notAnAddress"],
  ["file:///etc/passwd", "notAnAddress"],
  ["javascript:alert(1)", "notAnAddress"],
  ["ms-msdt://x", "notAnAddress"],
  ["\\\\server\\share", "notAnAddress"],
  ["https://", "notAnAddress"],
  ["https://a b", "notAnAddress"],
  ["https://a:99999", "notAnAddress"],
  ["不是 网址", "notAnAddress"],
])("%j is refused as %s", (typed, failure) => {
  expect(serviceOrigin(typed, false)).toEqual({ ok: false, failure });
});

test("only a laboratory speaks plain http beyond this machine", () => {
  expect(serviceOrigin("http://10.1.2.3:4180", true)).toEqual({ ok: true, value: "http://10.1.2.3:4180" });
});
