import { Button, Space } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import type { FerryLink } from "../../../shared/archive/ferry.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { archiveTexts } from "./archive-texts.ts";
import { MakeDialog, type Making } from "./make-dialog.tsx";
import { RelayWord } from "./relay-word.tsx";
import { TakeInDialog } from "./take-in-dialog.tsx";

/** What is carried by file between this network and others that it never meets. */
export function FerryPanel(): ReactNode {
  const t = useTexts(archiveTexts);
  const { archive } = useDesk();
  const [links, setLinks] = useState<readonly FerryLink[] | undefined>();
  const [open, setOpen] = useState<{ read: true } | { make: Making } | undefined>();
  useEffect(() => {
    if (window.isSecureContext && open === undefined) void archive.links().then(setLinks);
  }, [archive, open]);
  const close = (): void => setOpen(undefined);
  if (!window.isSecureContext) return null;
  const no = (n: number, at?: string): string =>
    n === 0 ? t("noFile") : t("fileNo", { no: n }) + (at === undefined ? "" : ` ${formatWall(at)}`);
  return (
    <section className="sy-panel" aria-labelledby="settings-ferry">
      <h2 id="settings-ferry">{t("ferryTitle")}</h2>
      <p className="sy-quiet">{t("ferryHelp")}</p>
      <RelayWord />
      {links?.length === 0 && <p>{t("ferryNone")}</p>}
      {links !== undefined && links.length > 0 && (
        <table className="sy-table sy-archive-links">
          <thead>
            <tr>
              <th>{t("partner")}</th>
              <th>{t("sent")}</th>
              <th>{t("confirmed")}</th>
              <th>{t("received")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <tr key={link.id}>
                <td>{link.name}</td>
                <td>{no(link.sent, link.sentAt)}</td>
                <td>{no(link.confirmed)}</td>
                <td>{no(link.received, link.receivedAt)}</td>
                <td>
                  <Button size="small" onClick={() => setOpen({ make: link })}>
                    {t("ferryOut")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Space wrap>
        <Button type="primary" onClick={() => setOpen({ read: true })}>
          {t("ferryIn")}
        </Button>
        <Button onClick={() => setOpen({ make: "newSide" })}>{t("ferryNew")}…</Button>
      </Space>
      {open !== undefined && "make" in open && <MakeDialog making={open.make} onClose={close} />}
      {open !== undefined && "read" in open && <TakeInDialog title={t("ferryInTitle")} onClose={close} />}
    </section>
  );
}
