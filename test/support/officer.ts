import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { request, type APIRequestContext } from "@playwright/test";
import { z } from "zod";
import { zDeskCode, zDesks, zIssued, zSetUpDone } from "../../shared/people/wire.ts";
import type { Role } from "../../shared/rules/rights/roles.ts";
import type { RunningService } from "./service.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const PASSWORD = "雨后的老城墙很安静啊";

/** The one administrator of a small hospital, at the service's interface: for tests that are about something else. */
export class Officer {
  readonly #api: APIRequestContext;

  private constructor(api: APIRequestContext) {
    this.#api = api;
  }

  /** Sets the office up with the code that `init` prints. */
  static async of(service: RunningService): Promise<Officer> {
    const init = spawnSync(process.execPath, [MAIN, "init", "--data", service.data], { encoding: "utf8" });
    const code = /\b(\w{4}-){3}\w{4}\b/.exec(init.stdout)?.[0] ?? "";
    const officer = new Officer(
      await request.newContext({ baseURL: service.address, ignoreHTTPSErrors: true }),
    );
    const officers = [{ login: "zhang", name: "张管理" }];
    const { officers: issued } = await officer.#post(zSetUpDone, "set-up", {
      code,
      deskName: "服务器",
      officers,
    });
    const initial = issued[0]?.initialPassword ?? "";
    await officer.#post(z.unknown(), "sign-in", { login: "zhang", password: initial });
    await officer.#post(z.unknown(), "password", { old: initial, fresh: PASSWORD });
    return officer;
  }

  /** Gives the one-time password. */
  async hire(login: string, name: string, roles: readonly Role[]): Promise<string> {
    const { id, initialPassword } = await this.#post(zIssued, "accounts", { login, name });
    await this.#post(z.unknown(), `accounts/${id}/roles`, { roles });
    return initialPassword;
  }

  async deskCode(): Promise<string> {
    return (await this.#post(zDeskCode, "desks/code")).code;
  }

  async revoke(deskName: string): Promise<void> {
    const answer = await this.#api.get("/api/people/desks");
    const desk = zDesks.parse(await answer.json()).desks.find(({ name }) => name === deskName);
    await this.#post(z.unknown(), `desks/${desk?.id ?? ""}/revoke`);
  }

  async dispose(): Promise<void> {
    await this.#api.dispose();
  }

  async #post<T>(schema: z.ZodType<T>, path: string, data: object = {}): Promise<T> {
    const answer = await this.#api.post(`/api/people/${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return schema.parse(await answer.json());
  }
}
