import type { ReactNode } from "react";
import { Link } from "wouter";
import { useTexts } from "../../ui/i18n.ts";
import { peopleTexts } from "./people-texts.ts";

/** From the settings: whether anybody has to sign in, and where that is arranged. */
export function PeopleLink(): ReactNode {
  const t = useTexts(peopleTexts);
  return (
    <section className="sy-panel" aria-labelledby="settings-people">
      <h2 id="settings-people">{t("title")}</h2>
      <p className="sy-quiet">{t("linkHelp")}</p>
      <Link to="/people">{t("open")}</Link>
    </section>
  );
}
