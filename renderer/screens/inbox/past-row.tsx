import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { incidentAddress } from "../incidents/go.ts";
import { useRecord } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { aboutPast } from "./about.ts";
import type { AlertBoard } from "./alert-board.tsx";
import type { PastAnswer } from "./inbox-filter.ts";
import { inboxTexts } from "./inbox-texts.ts";

/** A decision about what is no alert any more: the word stays, with the record that it was about. */
export function PastRow({
  past,
  board,
}: {
  readonly past: PastAnswer;
  readonly board: AlertBoard;
}): ReactNode {
  const t = useTexts(inboxTexts);
  const { kind, by = "", at, until, reason = "" } = past.answer;
  const said =
    kind === "snoozed" && until !== undefined
      ? t("wasSnoozed", { at: formatWall(at), until: formatWall(until), reason })
      : t("decidedBy", { by, at: formatWall(at), reason });
  return (
    <tr>
      <td>
        <div>{said}</div>
        <div className="sy-inbox-about">
          {past.topic === "clock" ? <IncidentLink id={past.subjectId} /> : <Link past={past} board={board} />}
        </div>
      </td>
      <td />
      <td className="sy-quiet">{t("gone")}</td>
      <td />
    </tr>
  );
}

function IncidentLink({ id }: { readonly id: string }): ReactNode {
  const incident = useRecord("incident", id);
  if (!incident) return null;
  return <a href={`#${incidentAddress(id)}`}>{incident.data.title}</a>;
}

function Link({ past, board }: { readonly past: PastAnswer; readonly board: AlertBoard }): ReactNode {
  const about = aboutPast(past, board);
  return about && <a href={`#${about.address}`}>{about.title}</a>;
}
