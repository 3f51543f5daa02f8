import { Radio } from "antd";
import type { ReactNode } from "react";
import { zAccounts } from "../../../shared/people/wire.ts";
import { PROFILE_NAMES, PROFILES, type ProfileName } from "../../../shared/rules/rights/profiles.ts";
import type { Separation } from "../../../shared/rules/rights/roles.ts";
import { useConfirm } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { peopleTexts } from "./people-texts.ts";
import { refreshMe } from "./use-me.ts";
import { useAct, useListed } from "./use-people.ts";

const SEPARATIONS: readonly Separation[] = ["separate", "merged"];

/** What the office asks of passwords, and whether its officers are three people. */
export function RulesPanel(): ReactNode {
  const t = useTexts(peopleTexts);
  const label = useLabel();
  const confirm = useConfirm();
  const [listed, again] = useListed(zAccounts, "accounts");
  const act = useAct(again);
  if (listed === undefined) return null;

  const choose = async (profile: ProfileName): Promise<void> => {
    const isMore = PROFILES[profile].kinds > PROFILES[listed.profile].kinds;
    const title = t("sureProfile", { name: label(PROFILES[profile].label) });
    const body = isMore ? t("sureProfileBody") : t("sureProfileLess");
    if (!(await confirm({ title, body, yes: t("saveYes"), no: t("cancel"), danger: isMore }))) return;
    // Whoever asks more of everybody is asked for a new password first.
    if (await act("profile", { profile })) await refreshMe();
  };
  return (
    <div className="sy-people">
      <h3 id="people-profile">{t("profile")}</h3>
      <Radio.Group
        className="sy-people-rules"
        aria-labelledby="people-profile"
        value={listed.profile}
        onChange={({ target }) => void choose(target.value as ProfileName)}
      >
        {PROFILE_NAMES.map((name) => (
          <Radio key={name} value={name}>
            {label(PROFILES[name].label)}
            <p className="sy-quiet">{label(PROFILES[name].says)}</p>
          </Radio>
        ))}
      </Radio.Group>
      <h3 id="people-separation">{t("officers")}</h3>
      <Radio.Group
        className="sy-people-rules"
        aria-labelledby="people-separation"
        value={listed.separation}
        onChange={({ target }) => void act("separation", { separation: target.value as Separation })}
      >
        {SEPARATIONS.map((separation) => (
          <Radio key={separation} value={separation}>
            {t(separation)}
            <p className="sy-quiet">{t(`${separation}Help`)}</p>
          </Radio>
        ))}
      </Radio.Group>
    </div>
  );
}
