import { Button, Select } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { registry, RECORD_TYPES, type RecordType } from "../../../shared/records/index.ts";
import { WRITTEN_BY_PRODUCT } from "../../../shared/records/written-by-product.ts";
import { desktop } from "../../desktop/index.ts";
import { useToast } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { FailureNote } from "./failure-note.tsx";
import { importTexts } from "./import-texts.ts";
import { ReadingNote } from "./reading-note.tsx";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

/** Types that come from papers and procedures of our own, never from a spreadsheet. */
const OFFERED = RECORD_TYPES.filter((type) => !WRITTEN_BY_PRODUCT.includes(type));

/** Step 1: drop a file anywhere on the page, or pick one. */
export function FileStep({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const { type, busy, failure, fileName } = useWizardState(wizard);
  const isOver = useFileDrop(wizard);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  if (busy !== null) return <ReadingNote wizard={wizard} />;
  const pick = async (): Promise<void> => {
    const [file] = await desktop().openFiles({ kind: "spreadsheet", multiple: false });
    if (file !== undefined)
      wizard.actions.chooseFile(file.name, new Blob([file.bytes as Uint8Array<ArrayBuffer>]));
  };
  return (
    <>
      <FailureNote failure={failure} fileName={fileName} />
      <div className="sy-import-type">
        <label htmlFor="import-type">{t("importAs")}</label>
        <Select<RecordType>
          id="import-type"
          value={type}
          options={OFFERED.map((value) => ({ value, label: label(registry[value].label) }))}
          onChange={wizard.actions.chooseType}
        />
      </div>
      <div className={`sy-import-drop${isOver ? " is-over" : ""}`}>
        <p>
          {t("dropHere")}{" "}
          <Button ref={button} type="primary" onClick={() => void pick()}>
            {t("pick")}
          </Button>
        </p>
        <p className="sy-quiet">{t("kinds")}</p>
      </div>
      <p className="sy-quiet">{t("promises")}</p>
    </>
  );
}

/** The whole page takes a file; true while one hovers over it. */
function useFileDrop(wizard: Wizard): boolean {
  const t = useTexts(importTexts);
  const toast = useToast();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      const [file] = files;
      if (files.length > 1) toast.problem(t("onlyOne"));
      if (file !== undefined) wizard.actions.chooseFile(file.name, file);
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  });
  return isOver;
}
