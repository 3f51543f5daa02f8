import { formatWall } from "../../../../shared/lib/instants.ts";
import { CHANNELS } from "../../../../shared/records/channels.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { useDesk, useLive } from "../../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { cardTexts } from "../card-texts.ts";
import { contestTexts } from "./contest-texts.ts";

type Event = Stored<"incidentEvent">;

/** Who told a time, how, and on which desk it was written down, in a line. */
export function useAccountWords(accounts: readonly Event[]): (account: Event) => string {
  const t = useTexts(contestTexts);
  const words = useTexts(cardTexts);
  const label = useLabel();
  const desk = useDesk();
  const ids = accounts.map(({ id }) => id);
  const authors = useLive(
    async () =>
      new Map(
        await Promise.all(
          ids.map(async (id) => [id, (await desk.history("incidentEvent", id))[0]?.author ?? ""] as const),
        ),
      ),
    ["incidentEvent"],
    `authors:${ids.join()}`,
  );
  return ({ id, data }) => {
    const author = authors?.get(id) ?? "";
    return [
      ...(data.by === undefined ? [] : [words("by", { name: data.by })]),
      ...(data.channel === undefined ? [] : [label(CHANNELS[data.channel])]),
      ...(data.proof === undefined ? [] : [words("proof", { proof: data.proof })]),
      t("recorded", { at: formatWall(data.recordedAt) }),
      ...(author === "" ? [] : [t("author", { name: author })]),
      t("desk", { desk: id.split("-")[0] ?? id }),
    ].join(t("comma"));
  };
}
