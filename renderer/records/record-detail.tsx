import { DeleteOutlined, EditOutlined, PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { registry, type Stored } from "../../shared/records/index.ts";
import { useConfirm, useToast } from "../ui/ask.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { Page } from "../ui/page.tsx";
import { editAddress, listAddress } from "./addresses.ts";
import { Attachments } from "./attachments.tsx";
import { ChangeHistory } from "./change-history.tsx";
import { ChildRecords } from "./child-records.tsx";
import { fieldText } from "./field-text.ts";
import { dataOf, fieldsOf, referredTypes, titleOf } from "./fields-of.ts";
import { NamingRecords } from "./naming-records.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { recordTexts } from "./record-texts.ts";
import { RecordFacts } from "./record-facts.tsx";
import { useSaveProblem } from "./save-problem.ts";
import { useDesk } from "./use-desk.tsx";
import { useTextContext } from "./use-names.ts";
import { viewOf } from "./views.ts";
import "./records.css";

interface RecordDetailProps {
  readonly record: Stored;
  readonly readOnly: boolean;
  readonly onGo: (address: string) => void;
  readonly onRemoved: () => void;
}

/** Everything about one record: its fields, what belongs to it, files, who changed what. */
export function RecordDetail({ record, readOnly, onGo, onRemoved }: RecordDetailProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const desk = useDesk();
  const toast = useToast();
  const confirm = useConfirm();
  const problemOf = useSaveProblem();
  const context = useTextContext(referredTypes(record.type));
  const [printing, setPrinting] = useState(false);
  const { label: typeLabel } = registry[record.type];
  const name = titleOf(record);
  const remove = async (): Promise<void> => {
    const question = {
      title: t("removeAsk", { name }),
      body: t("removeBody"),
      yes: t("remove"),
      no: t("keep"),
    };
    if (!(await confirm({ ...question, danger: true }))) return;
    const step = { zh: `删除${typeLabel.zh} ${name}`, en: `Delete ${typeLabel.en.toLowerCase()} ${name}` };
    const saved = await desk.save(step, [{ type: record.type, id: record.id, patch: { $deleted: true } }]);
    if (!saved.ok) {
      toast.problem(problemOf(saved.failure));
      return;
    }
    toast.done(t("removed", { name }));
    onRemoved();
  };
  const tools = (
    <>
      <a href={`#${listAddress(record.type)}`}>{label(typeLabel)}</a>
      <span className="sy-grow" />
      {!readOnly && (
        <Button
          type="primary"
          icon={<EditOutlined aria-hidden />}
          onClick={() => onGo(editAddress(record.type, record.id))}
        >
          {t("edit")}
        </Button>
      )}
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => setPrinting(true)}>
        {t("print")}
      </Button>
      {!readOnly && (
        <Button danger icon={<DeleteOutlined aria-hidden />} onClick={() => void remove()}>
          {t("remove")}
        </Button>
      )}
    </>
  );
  return (
    <Page title={name} tools={tools} flowing>
      <div className="sy-detail">
        <section className="sy-panel">
          <RecordFacts record={record} context={context} />
        </section>
        {(viewOf(record.type).children ?? []).map((type) => (
          <ChildRecords key={type} type={type} parentId={record.id} onGo={onGo} />
        ))}
        {(viewOf(record.type).naming ?? []).map((naming) => (
          <NamingRecords key={naming.type} naming={naming} id={record.id} />
        ))}
        {!readOnly && <Attachments ownerType={record.type} ownerId={record.id} ownerName={name} />}
        <ChangeHistory record={record} context={context} />
      </div>
      {printing && (
        <PrintSheet
          title={`${label(typeLabel)} ${name}`}
          header={[]}
          rows={fieldsOf(record.type).map(([key, field]) => [
            label(field.label),
            fieldText(field, dataOf(record)[key], context),
          ])}
          onPrinted={() => setPrinting(false)}
        />
      )}
    </Page>
  );
}
