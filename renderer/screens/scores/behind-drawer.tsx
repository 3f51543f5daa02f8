import { Button, Drawer } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import type { Stored } from "../../../shared/records/index.ts";
import type { ScoringRun } from "../../db/scoring/scoring.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { incidentAddress } from "../incidents/go.ts";
import { SeverityTag } from "../incidents/tags.tsx";
import type { OpenFigure } from "./figure-button.tsx";
import { useScoreWords } from "./score-words.ts";
import { scoresTexts } from "./scores-texts.ts";

const A_PAGE = 20;

interface BehindDrawerProps {
  readonly run: ScoringRun;
  readonly open: OpenFigure;
  readonly onClose: () => void;
}

interface Behind {
  readonly count: number;
  readonly rows: readonly { readonly incident: Stored<"incident">; readonly overrunMs: number }[];
}

/** The incidents behind a figure, some at a time; each leads to its card. */
export function BehindDrawer({ run, open, onClose }: BehindDrawerProps): ReactNode {
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  const [wanted, setWanted] = useState(A_PAGE);
  const behind = useBehind(run, open, wanted);
  return (
    <Drawer
      open
      size={640}
      title={t("behind", { name: open.name, what: open.what })}
      onClose={onClose}
      keyboard
    >
      {behind === undefined ? null : (
        <>
          <p role="status" className="sy-quiet">
            {t("shown", { count: words.count(behind.count), shown: words.count(behind.rows.length) })}
          </p>
          <table className="sy-table">
            <thead>
              <tr>
                <th scope="col">{t("number")}</th>
                <th scope="col">{t("incidentTitle")}</th>
                <th scope="col">{t("severity")}</th>
                <th scope="col" className="is-number">
                  {t("breached")}
                </th>
              </tr>
            </thead>
            <tbody>
              {behind.rows.map(({ incident, overrunMs }) => (
                <tr key={incident.id}>
                  <td>
                    <a href={`#${incidentAddress(incident.id)}`}>{incident.data.number}</a>
                  </td>
                  <td>{incident.data.title}</td>
                  <td>
                    <SeverityTag severity={incident.data.severity ?? ""} />
                  </td>
                  <td className="is-number">{words.time(overrunMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {behind.rows.length < Math.min(wanted, behind.count) || wanted >= behind.count ? null : (
            <Button onClick={() => setWanted(wanted + A_PAGE)}>
              {t("more", { count: Math.min(A_PAGE, behind.count - wanted) })}
            </Button>
          )}
        </>
      )}
    </Drawer>
  );
}

function useBehind(run: ScoringRun, { figure }: OpenFigure, wanted: number): Behind | undefined {
  const desk = useDesk();
  const [behind, setBehind] = useState<Behind | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void run.behind(figure, 0, wanted).then(async ({ count, incidents }) => {
      const rows = await Promise.all(
        incidents.map(async ({ id, overrunMs }) => {
          const incident = await desk.get("incident", id);
          return incident === undefined ? [] : [{ incident, overrunMs }];
        }),
      );
      if (current) setBehind({ count, rows: rows.flat() });
    });
    return () => {
      current = false;
    };
  }, [desk, run, figure, wanted]);
  return behind;
}
