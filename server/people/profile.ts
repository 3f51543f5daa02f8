import {
  PROFILES,
  PROFILE_NAMES,
  type PasswordProfile,
  type ProfileName,
} from "../../shared/rules/rights/profiles.ts";
import type { Sql } from "../store/sql.ts";
import { act, type Scene } from "./scene.ts";

/** Which rules for passwords the office has chosen; the usual ones where nothing was chosen, or by a newer service. */
export async function profileNameOf(sql: Sql, tenant: string): Promise<ProfileName> {
  const [row] = await sql.all("SELECT profile FROM offices WHERE tenant = ?", [tenant]);
  return PROFILE_NAMES.find((name) => name === row?.["profile"]) ?? "standard";
}

export async function profileOf(sql: Sql, tenant: string): Promise<PasswordProfile> {
  return PROFILES[await profileNameOf(sql, tenant)];
}

/**
 * Other rules from now on. Nobody can see whether a kept password fulfils them, so that where more is asked everybody
 * chooses a new one at the next step; whoever does this among them.
 */
export async function setProfile(scene: Scene, name: ProfileName): Promise<void> {
  await act(scene, async (sql, note) => {
    const before = await profileNameOf(sql, scene.tenant);
    await sql.run("UPDATE offices SET profile = ? WHERE tenant = ?", [name, scene.tenant]);
    if (PROFILES[name].kinds > PROFILES[before].kinds) {
      await sql.run("UPDATE accounts SET must_change = 1 WHERE tenant = ?", [scene.tenant]);
    }
    await note({ what: "setProfile", target: name, detail: { before, after: name } });
  });
}
