import { Alert, Button, Checkbox, Input, Modal, Progress } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { piecesOf } from "../../../shared/archive/bytes.ts";
import type { FerryLink } from "../../../shared/archive/ferry.ts";
import { instant } from "../../../shared/lib/instants.ts";
import type { Made } from "../../db/archive.ts";
import { openSink, type FileSink } from "../../desktop/write-stream.ts";
import { useDesk, useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { useMe } from "../people/use-me.ts";
import { archiveTexts } from "./archive-texts.ts";
import { isChosen, PassphraseFields, type Typed } from "./passphrase-fields.tsx";
import "./archive.css";

/** `archive`: everything. Otherwise what a side of ours lacks, or a side that is new. */
export type Making = "archive" | "newSide" | FerryLink;

type State =
  | { readonly at: "asking"; readonly problem?: string }
  | { readonly at: "making"; readonly share: number }
  | { readonly at: "done"; readonly made: Made; readonly name: string };

/** Asks for a passphrase and a place, and writes the file there piece by piece. What is cancelled leaves no file. */
export function MakeDialog({
  making,
  onClose,
}: {
  readonly making: Making;
  readonly onClose: () => void;
}): ReactNode {
  const t = useTexts(archiveTexts);
  const desk = useDesk();
  const context = (useRecords("hospital") ?? []).flatMap(({ data }) => [data.name, data.office ?? ""]);
  const [typed, setTyped] = useState<Typed>({ first: "", second: "" });
  const [side, setSide] = useState("");
  const [state, setState] = useState<State>({ at: "asking" });
  const stop = useRef(new AbortController());
  const isArchive = making === "archive";
  const isOffice = useMe(({ me }) => me?.isNeeded === true);
  const [unjudged, setUnjudged] = useState(0);
  const [isAll, setIsAll] = useState(false);
  useEffect(() => {
    if (!isArchive && isOffice) void desk.archive.unjudged().then(setUnjudged);
  }, [desk, isArchive, isOffice]);
  const isReady = isChosen(typed, context) && (making !== "newSide" || side.trim() !== "");

  const start = async (): Promise<void> => {
    stop.current = new AbortController();
    let sink: FileSink | undefined;
    try {
      sink = await openSink(nameOf(making, side, desk.id));
      if (sink === undefined) return;
      setState({ at: "making", share: 0 });
      const { made, name } = await write(sink);
      setState({ at: "done", made, name });
    } catch {
      await sink?.abort().catch(() => undefined);
      setState({ at: "asking", problem: stop.current.signal.aborted ? t("cancelled") : t("writeFailed") });
    }
  };

  const write = async (sink: FileSink): Promise<{ made: Made; name: string }> => {
    // Locking takes the window's thread for a moment: first it shows what it does.
    await new Promise((shown) => setTimeout(shown, 50));
    const progress = (done: number, total: number): void =>
      setState({ at: "making", share: total === 0 ? 1 : done / total });
    const link = making === "newSide" ? await desk.archive.addLink(side.trim()) : making;
    const made =
      link === "archive"
        ? await desk.archive.make(typed.first, progress)
        : await desk.archive.makeFerry(link, typed.first, progress, { onlyJudged: isOffice && !isAll });
    for await (const piece of piecesOf(made.stream)) {
      if (stop.current.signal.aborted) throw new Error("cancelled");
      await sink.write(piece);
    }
    const name = await sink.close();
    await made.complete?.();
    return { made, name };
  };

  return (
    <Modal
      open
      title={t(isArchive ? "archive" : "ferryOut")}
      onCancel={state.at === "making" ? () => stop.current.abort() : onClose}
      mask={{ closable: false }}
      footer={
        state.at === "done" ? (
          <Button type="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <>
            <Button onClick={state.at === "making" ? () => stop.current.abort() : onClose}>
              {t("cancel")}
            </Button>
            <Button
              type="primary"
              disabled={!isReady}
              loading={state.at === "making"}
              onClick={() => void start()}
            >
              {t("start")}
            </Button>
          </>
        )
      }
    >
      {state.at === "asking" && state.problem !== undefined && (
        <Alert type="warning" showIcon title={state.problem} />
      )}
      {state.at === "asking" && (
        <>
          {making === "newSide" && (
            <label className="sy-archive-line">
              <span>{t("partnerName")}</span>
              <Input value={side} maxLength={60} onChange={(event) => setSide(event.target.value)} />
            </label>
          )}
          <PassphraseFields
            typed={typed}
            context={context}
            help={t(isArchive ? "passphraseHelp" : "ferryPassphraseHelp")}
            onType={setTyped}
          />
          {unjudged > 0 && (
            <Alert
              type="warning"
              showIcon
              className="sy-archive-alert"
              title={t("unjudged", { count: unjudged })}
              description={
                <Checkbox checked={isAll} onChange={(event) => setIsAll(event.target.checked)}>
                  {t("unjudgedToo")}
                </Checkbox>
              }
            />
          )}
        </>
      )}
      {state.at === "making" && (
        <>
          <p role="status">{t(state.share === 0 ? "locking" : "writing")}</p>
          <Progress percent={Math.floor(state.share * 100)} />
        </>
      )}
      {state.at === "done" && <Report made={state.made} name={state.name} />}
    </Modal>
  );
}

function Report({ made, name }: { readonly made: Made; readonly name: string }): ReactNode {
  const t = useTexts(archiveTexts);
  const { changes, blobs, missing, no } = made;
  const told =
    no === undefined ? t("made", { name, changes, blobs }) : t("madeNo", { no, name, changes, blobs });
  return (
    <>
      <Alert type="success" showIcon title={told} />
      {missing > 0 && <Alert type="warning" showIcon title={t("madeMissing", { count: missing })} />}
      {no === undefined && <p>{t("madeAdvice")}</p>}
    </>
  );
}

function nameOf(making: Making, side: string, desk: string): string {
  const day = instant(Date.now()).slice(0, 10);
  if (making === "archive") return `守约归档-${day}-${desk}.age`;
  const [name, no] = making === "newSide" ? [side.trim(), 1] : [making.name, making.sent + 1];
  return `守约摆渡-${name.replace(/[\\/:*?"<>|\s]/g, "_")}-第${no}号-${desk}.age`;
}
