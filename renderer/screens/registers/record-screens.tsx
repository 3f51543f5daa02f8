import { Button, Result } from "antd";
import type { ComponentProps, ReactNode } from "react";
import { useLocation } from "wouter";
import { isRecordType, registry, type RecordType, type Stored } from "../../../shared/records/index.ts";
import { WRITTEN_BY_PRODUCT } from "../../../shared/records/written-by-product.ts";
import { listAddress, recordAddress } from "../../records/addresses.ts";
import { titleOf } from "../../records/fields-of.ts";
import { RecordDetail } from "../../records/record-detail.tsx";
import { RecordForm } from "../../records/record-form.tsx";
import { RecordList } from "../../records/record-list.tsx";
import { recordTexts } from "../../records/record-texts.ts";
import { useRecord } from "../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { SignButton } from "../contracts/sign/sign-button.tsx";
import { useRecordCheck } from "./use-record-check.ts";

/** The list of one register. An address with an unknown type is answered as a missing record is. */
export function RecordListScreen({ type }: { readonly type: string }): ReactNode {
  const [, go] = useLocation();
  if (!isRecordType(type)) return <Missing />;
  return (
    <RecordList
      key={type}
      type={type}
      readOnly={WRITTEN_BY_PRODUCT.includes(type)}
      tools={type === "contract" ? <SignButton /> : undefined}
      onGo={(address) => go(address)}
    />
  );
}

export function RecordNewScreen(props: {
  readonly type: string;
  readonly parentId: string | undefined;
}): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const [, go] = useLocation();
  const { type, parentId } = props;
  if (!isRecordType(type) || WRITTEN_BY_PRODUCT.includes(type)) return <Missing />;
  const parent: string | undefined = registry[type].parent;
  const preset = parent === undefined || parentId === undefined ? {} : { [parent]: parentId };
  return (
    <Page title={t("createNamed", { name: label(registry[type].label) })} flowing>
      <CheckedForm
        type={type}
        preset={preset}
        onSaved={(id) => go(recordAddress(type, id), { replace: true })}
        onCancel={() => history.back()}
      />
    </Page>
  );
}

export function RecordScreen({ type, id }: { readonly type: string; readonly id: string }): ReactNode {
  const [, go] = useLocation();
  return (
    <WithRecord type={type} id={id}>
      {(record) => (
        <RecordDetail
          record={record}
          readOnly={WRITTEN_BY_PRODUCT.includes(record.type)}
          onGo={(address) => go(address)}
          onRemoved={() => go(listAddress(record.type), { replace: true })}
        />
      )}
    </WithRecord>
  );
}

export function RecordEditScreen({ type, id }: { readonly type: string; readonly id: string }): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const [, go] = useLocation();
  return (
    <WithRecord type={type} id={id}>
      {(record) => (
        <Page
          title={`${t("editNamed", { name: label(registry[record.type].label) })} ${titleOf(record)}`}
          flowing
        >
          <CheckedForm
            type={record.type}
            record={record}
            onSaved={() => go(recordAddress(record.type, record.id), { replace: true })}
            onCancel={() => go(recordAddress(record.type, record.id), { replace: true })}
          />
        </Page>
      )}
    </WithRecord>
  );
}

/** The form of a register that also refuses what nothing could be counted with. */
export function CheckedForm(props: Omit<ComponentProps<typeof RecordForm>, "check">): ReactNode {
  return <RecordForm {...props} check={useRecordCheck(props.type)} />;
}

interface WithRecordProps {
  readonly type: string;
  readonly id: string;
  readonly children: (record: Stored) => ReactNode;
}

function WithRecord({ type, id, children }: WithRecordProps): ReactNode {
  return isRecordType(type) ? (
    <WithKnownType type={type} id={id}>
      {children}
    </WithKnownType>
  ) : (
    <Missing />
  );
}

function WithKnownType({ type, id, children }: WithRecordProps & { readonly type: RecordType }): ReactNode {
  const record = useRecord(type, id);
  if (record === undefined) return null;
  return record === null ? <Missing type={type} /> : children(record);
}

function Missing({ type }: { readonly type?: RecordType }): ReactNode {
  const t = useTexts(recordTexts);
  return (
    <Result
      status="info"
      title={t("missing")}
      extra={
        <Button href={`#${type === undefined ? "/records" : listAddress(type)}`}>{t("backToList")}</Button>
      }
    />
  );
}
