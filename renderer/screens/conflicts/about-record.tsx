import type { ReactNode } from "react";
import type { AnyField } from "../../../shared/lib/fields.ts";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { recordAddress } from "../../records/addresses.ts";
import { fieldText, type TextContext } from "../../records/field-text.ts";
import { fieldsOf, titleOf } from "../../records/fields-of.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { conflictTexts } from "./conflicts-texts.ts";

interface AboutRecordProps {
  readonly type: RecordType;
  readonly id: string;
  readonly field?: string;
}

/** Which record, by its name, and which field of it. */
export function AboutRecord({ type, id, field }: AboutRecordProps): ReactNode {
  const desk = useDesk();
  const label = useLabel();
  const record = useLive(async () => (await desk.get(type, id)) ?? null, [type], `about:${type}:${id}`);
  const definition = field === undefined ? undefined : fieldOf(type, field);
  return (
    <h2 className="sy-conflict-about">
      {label(registry[type].label)}{" "}
      {record === null ? (
        id
      ) : (
        <a href={`#${recordAddress(type, id)}`}>{record === undefined ? "…" : titleOf(record)}</a>
      )}
      {field !== undefined && <>：{definition === undefined ? field : label(definition.label)}</>}
    </h2>
  );
}

export function fieldOf(type: RecordType, field: string): AnyField | undefined {
  return fieldsOf(type).find(([name]) => name === field)?.[1];
}

/** A value of a field as people read it. References stay ids: names of all types are not read for it. */
export function useValueText(): (type: RecordType, field: string, value: unknown) => string {
  const label = useLabel();
  const t = useTexts(conflictTexts);
  const context: TextContext = { label, nameOf: (_type, id) => id };
  return (type, field, value) => {
    const definition = fieldOf(type, field);
    const text = definition === undefined ? JSON.stringify(value) : fieldText(definition, value, context);
    return text === "" || value === null || value === undefined ? t("empty") : text;
  };
}
