import { session } from "electron";
import { shownCertificate } from "./certificates.ts";
import type { OpenWire } from "./wire.ts";

const VERDICTS = { accept: 0, refuse: -2, usual: -3 } as const;
let opened = 0;

/**
 * Chromium's own network stack (the system's proxies and authorities) in a session that no window has, keeps nothing on
 * the disk and sends no cookies. A new one each time: Chromium remembers a session's verdicts on certificates.
 */
export const electronWire: OpenWire = (judge) => {
  const own = session.fromPartition(`service-${++opened}`, { cache: false });
  own.setCertificateVerifyProc((request, done) => done(VERDICTS[judge(shownCertificate(request))]));
  return {
    fetch: (address, { method, headers, body, signal }) =>
      own.fetch(address, {
        method,
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        signal,
        // A service does not send its desks elsewhere; a token must not follow.
        redirect: "error",
        credentials: "omit",
      }),
    close: () => void own.closeAllConnections(),
  };
};
