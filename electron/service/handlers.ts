import { join } from "node:path";
import type { Channel } from "../../shared/desktop/contract.ts";
import type { Handler } from "../ipc/answer.ts";
import { systemKeychain } from "../security/keychain.ts";
import { electronWire } from "./electron-wire.ts";
import { linkFile } from "./link-file.ts";
import { OfficeService } from "./office-service.ts";
import { tokenKeeper } from "./tokens.ts";

type ServiceHandlers = { readonly [C in Channel & `service${string}`]: Handler<C> };

/** The office's service, channel by channel, with what is kept of it in the data folder. */
export function serviceHandlers(dataAt: string, isLab: boolean): ServiceHandlers {
  const service = new OfficeService({
    file: linkFile(join(dataAt, "service.json")),
    tokens: tokenKeeper(
      join(dataAt, "service-secrets.json"),
      join(dataAt, "service-tokens.json"),
      systemKeychain,
    ),
    openWire: electronWire,
    isLab,
  });
  return {
    serviceState: () => service.state(),
    serviceConnect: (input) => service.connect(input),
    serviceLeave: () => service.leave(),
    serviceCall: (input) => service.call(input),
    serviceRead: (input) => service.read(input),
    serviceAbort: (input) => service.abort(input),
  };
}
