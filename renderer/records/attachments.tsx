import { PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { Edit } from "../../shared/commands/edit.ts";
import { formatWall, instant } from "../../shared/lib/instants.ts";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import { desktop } from "../desktop/index.ts";
import { useToast } from "../ui/ask.ts";
import { useTexts } from "../ui/i18n.ts";
import { recordTexts } from "./record-texts.ts";
import { useSaveProblem } from "./save-problem.ts";
import { useChildren, useDesk } from "./use-desk.tsx";

const MAX_BYTES = 50 * 1024 * 1024;

interface AttachmentsProps {
  readonly ownerType: RecordType;
  readonly ownerId: string;
  readonly ownerName: string;
}

/** Scans, photos and files of a record; the bytes are kept once however often they are attached. */
export function Attachments({ ownerType, ownerId, ownerName }: AttachmentsProps): ReactNode {
  const t = useTexts(recordTexts);
  const desk = useDesk();
  const toast = useToast();
  const problemOf = useSaveProblem();
  const files = useChildren("attachment", ownerId);
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    const chosen = await desktop().openFiles({ kind: "any", multiple: true });
    for (const file of chosen.filter(({ bytes }) => bytes.byteLength > MAX_BYTES)) {
      toast.problem(t("tooBig", { name: file.name }));
    }
    const small = chosen.filter(({ bytes }) => bytes.byteLength <= MAX_BYTES);
    if (small.length === 0) return;
    setBusy(true);
    const ids = await desk.newIds(small.length);
    const edits: Edit[] = [];
    for (const [at, { name, bytes }] of small.entries()) {
      const sha256 = await desk.putBlob(bytes);
      const facts = { ownerType, ownerId, fileName: name, sha256, bytes: bytes.byteLength };
      edits.push({
        type: "attachment",
        id: ids[at] ?? "",
        patch: { ...facts, addedAt: instant(Date.now()) },
      });
    }
    const saved = await desk.save(
      { zh: `给${ownerName}添加附件`, en: `Attach files to ${ownerName}` },
      edits,
    );
    setBusy(false);
    if (saved.ok) toast.done(t("attached", { count: edits.length }));
    else toast.problem(problemOf(saved.failure));
  };
  const saveCopy = async ({ data }: Stored<"attachment">): Promise<void> => {
    const bytes = await desk.getBlob(data.sha256);
    if (bytes === undefined) toast.problem(t("blobGone"));
    else await desktop().saveFile({ suggestedName: data.fileName, kind: "any", bytes });
  };
  return (
    <section className="sy-panel">
      <div className="sy-panel-head">
        <h2>{t("attachments")}</h2>
        <Button
          size="small"
          loading={busy}
          icon={<PaperClipOutlined aria-hidden />}
          onClick={() => void add()}
        >
          {t("attach")}
        </Button>
      </div>
      {files?.length === 0 && <p className="sy-quiet">{t("noAttachments")}</p>}
      {files !== undefined && files.length > 0 && (
        <table className="sy-table">
          <tbody>
            {files.map((file) => (
              <tr key={file.id}>
                <td>{file.data.fileName}</td>
                <td>{sizeText(file.data.bytes)}</td>
                <td>{formatWall(file.data.addedAt)}</td>
                <td>
                  <Button type="link" size="small" onClick={() => void saveCopy(file)}>
                    {t("saveCopy")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
