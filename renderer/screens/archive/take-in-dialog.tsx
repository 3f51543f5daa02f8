import { Alert, Button, Input, Modal, Progress, Radio } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { peek, type Opener } from "../../../shared/archive/keys.ts";
import type { Checked, TakenIn, TakeInFailure } from "../../db/archive.ts";
import { pickLargeFile } from "../../desktop/pick-files.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { relayMoved } from "../../state/relay-turn.ts";
import { syncNow } from "../../state/sync-status.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useMe } from "../people/use-me.ts";
import { voucherOf } from "../people/voucher.ts";
import { archiveTexts } from "./archive-texts.ts";
import { CheckedFile } from "./checked-file.tsx";
import { failureWords } from "./failure-words.ts";
import { RelayWarning } from "./relay-word.tsx";
import { TakenReport } from "./taken-report.tsx";
import "./archive.css";

type State =
  | { readonly at: "asking"; readonly failure?: TakeInFailure }
  | { readonly at: "checking" | "taking"; readonly share: number; readonly checked?: Checked }
  | { readonly at: "checked"; readonly checked: Checked; readonly failure?: TakeInFailure }
  | { readonly at: "taken"; readonly checked: Checked; readonly taken: TakenIn };

interface TakeInDialogProps {
  readonly title: string;
  readonly onClose: () => void;
}

/** Opens a file, reads all of it before anything is written, and then takes in what is lacking here. */
export function TakeInDialog({ title, onClose }: TakeInDialogProps): ReactNode {
  const t = useTexts(archiveTexts);
  const { archive } = useDesk();
  const [file, setFile] = useState<
    { readonly file: File; readonly recovery?: string | undefined } | undefined
  >();
  const [by, setBy] = useState<"passphrase" | "recoveryKey">("passphrase");
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<State>({ at: "asking" });
  const stop = useRef(new AbortController());
  const isBusy = state.at === "checking" || state.at === "taking";
  const opener: Opener = by === "passphrase" ? { passphrase: typed } : { recoveryKey: typed };

  const choose = async (): Promise<void> => {
    const chosen = await pickLargeFile();
    if (chosen === undefined) return;
    const { isAge, recovery } = peek(new Uint8Array(await chosen.slice(0, 4096).arrayBuffer()));
    setFile({ file: chosen, recovery });
    setState(isAge ? { at: "asking" } : { at: "asking", failure: { kind: "notAnArchive" } });
  };
  const begin = async (at: "checking" | "taking", checked?: Checked): Promise<AbortSignal> => {
    stop.current = new AbortController();
    setState({ at, share: 0, ...(checked === undefined ? {} : { checked }) });
    // Opening takes the window's thread for a moment: first it shows what it does.
    await new Promise((shown) => setTimeout(shown, 50));
    return stop.current.signal;
  };
  const progress =
    (at: "checking" | "taking") =>
    (done: number, total: number): void =>
      setState((before) => ({ ...before, at, share: done / Math.max(1, total) }));

  const check = async (): Promise<void> => {
    if (file === undefined) return;
    const signal = await begin("checking");
    const checked = await archive.check(file.file, opener, progress("checking"), signal);
    setState(
      checked.ok ? { at: "checked", checked: checked.value } : { at: "asking", failure: checked.failure },
    );
  };
  const takeIn = async (checked: Checked, newSigner: boolean): Promise<void> => {
    if (file === undefined) return;
    const signal = await begin("taking", checked);
    const by = voucherOf(useMe.getState().me);
    const told = { newSigner, by };
    const taken = await archive.takeIn(file.file, opener, checked, progress("taking"), signal, told);
    // What is to go to the office's service goes with the next round.
    relayMoved();
    syncNow();
    setState(
      taken.ok
        ? { at: "taken", checked, taken: taken.value }
        : { at: "checked", checked, failure: taken.failure },
    );
  };

  const failure = state.at === "asking" || state.at === "checked" ? state.failure : undefined;
  return (
    <Modal
      open
      title={title}
      width={620}
      mask={{ closable: false }}
      onCancel={isBusy ? () => stop.current.abort() : onClose}
      footer={
        state.at === "taken" ? (
          <Button type="primary" onClick={onClose}>
            {t("close")}
          </Button>
        ) : (
          <>
            <Button onClick={isBusy ? () => stop.current.abort() : onClose}>{t("cancel")}</Button>
            {state.at === "checked" ? (
              <Button
                type="primary"
                onClick={() => void takeIn(state.checked, failure?.kind === "otherSigner")}
              >
                {t(failure?.kind === "otherSigner" ? "trust" : "takeIn")}
              </Button>
            ) : (
              <Button
                type="primary"
                loading={isBusy}
                disabled={file === undefined || typed.trim() === ""}
                onClick={() => void check()}
              >
                {t("check")}
              </Button>
            )}
          </>
        )
      }
    >
      {failure !== undefined && (
        <Alert
          type={failure.kind === "cancelled" ? "info" : "error"}
          showIcon
          title={failureWords(t, failure)}
          className="sy-archive-alert"
        />
      )}
      {state.at === "asking" && (
        <>
          <p>
            <Button onClick={() => void choose()}>{t("chooseFile")}</Button>{" "}
            <span>{file?.file.name ?? t("noFileYet")}</span>
          </p>
          <div className="sy-archive-line">
            <span>{t("openBy")}</span>
            <Radio.Group
              value={by}
              onChange={(event) => {
                setBy(event.target.value as typeof by);
                setTyped("");
              }}
              options={[
                { value: "passphrase", label: t("byPassphrase") },
                { value: "recoveryKey", label: t("byRecovery") },
              ]}
            />
          </div>
          {by === "passphrase" ? (
            <label className="sy-archive-line">
              <span>{t("passphrase")}</span>
              <Input.Password
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
                onPressEnter={() => {
                  if (file !== undefined && typed !== "") void check();
                }}
              />
            </label>
          ) : (
            <label className="sy-archive-line">
              <span>{t("recoveryKey")}</span>
              <Input.TextArea
                value={typed}
                rows={3}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
          )}
          {by === "recoveryKey" && file?.recovery !== undefined && (
            <p className="sy-quiet">{t("recoveryAsked", { number: file.recovery })}</p>
          )}
        </>
      )}
      {isBusy && (
        <>
          <p role="status">{t(state.at)}</p>
          <Progress percent={Math.floor(state.share * 100)} />
        </>
      )}
      {state.at === "checked" && <CheckedFile checked={state.checked} />}
      {state.at === "checked" && state.checked.head.kind === "ferry" && <RelayWarning />}
      {state.at === "taken" && <TakenReport checked={state.checked} taken={state.taken} />}
    </Modal>
  );
}
