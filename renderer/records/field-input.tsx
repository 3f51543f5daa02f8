import { Input, Radio } from "antd";
import type { ReactNode } from "react";
import type { AnyField } from "../../shared/lib/fields.ts";
import { must } from "../../shared/lib/must.ts";
import { isRecordType, type RecordType } from "../../shared/records/index.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { IntegerInput, MoneyInput } from "../ui/number-input.tsx";
import { PinyinMultiSelect, PinyinSelect, type SelectOption } from "../ui/pinyin-select.tsx";
import { DateInput, InstantInput } from "../ui/wall-input.tsx";
import type { FieldInputProps } from "./field-input-props.ts";
import { recordTexts } from "./record-texts.ts";
import { ReferenceInput, ReferencesInput } from "./reference-input.tsx";
import { RowsInput } from "./rows-input.tsx";

/** The input for a field of any kind. Values are those of the record, never half-typed text. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { field, value, onChange, id } = props;
  const t = useTexts(recordTexts);
  const label = useLabel();
  const common = { id, onBlur: props.onBlur, "aria-label": props["aria-label"] };
  const typed = { ...common, onChange, onProblem: props.onProblem };
  switch (field.kind) {
    case "text":
      return (
        <Input
          id={id}
          aria-label={props["aria-label"]}
          autoComplete="off"
          autoFocus={props.autoFocus === true}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => props.onBlur?.()}
        />
      );
    case "longText":
      return (
        <Input.TextArea
          id={id}
          aria-label={props["aria-label"]}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => props.onBlur?.()}
        />
      );
    case "date":
      return <DateInput {...typed} value={optionalText(value)} />;
    case "instant":
      return <InstantInput {...typed} value={optionalText(value)} />;
    case "fen":
      return <MoneyInput {...typed} value={optionalNumber(value)} />;
    case "integer":
      return <IntegerInput {...typed} value={optionalNumber(value)} />;
    case "flag":
      return (
        <Radio.Group
          id={id}
          aria-label={props["aria-label"] ?? label(field.label)}
          value={value ?? "unset"}
          onChange={(event) => {
            const chosen: unknown = event.target.value;
            onChange(chosen === "unset" ? undefined : chosen);
          }}
          options={[
            { value: true, label: t("yes") },
            { value: false, label: t("no") },
            ...(field.required ? [] : [{ value: "unset", label: t("unset") }]),
          ]}
        />
      );
    case "choice":
      return (
        <PinyinSelect
          {...selectProps(props, t("choose"))}
          allowClear={!field.required}
          options={optionsOf(field, label)}
          value={optionalText(value)}
          onChange={onChange}
        />
      );
    case "choices":
      return (
        <PinyinMultiSelect
          {...selectProps(props, t("choose"))}
          options={optionsOf(field, label)}
          value={textsOf(value)}
          onChange={onChange}
        />
      );
    case "reference":
      return (
        <ReferenceInput
          {...selectProps(props, t("choose"))}
          type={typeReferred(field)}
          required={field.required}
          value={optionalText(value)}
          onChange={onChange}
        />
      );
    case "references":
      return (
        <ReferencesInput
          {...selectProps(props, t("choose"))}
          type={typeReferred(field)}
          value={textsOf(value)}
          onChange={onChange}
        />
      );
    case "rows":
      return <RowsInput {...props} Cell={FieldInput} />;
  }
}

function selectProps(
  props: FieldInputProps,
  placeholder: string,
): { id: string; placeholder: string; onBlur: () => void; "aria-label": string | undefined } {
  const onBlur = (): void => props.onBlur?.();
  return { id: props.id, placeholder, onBlur, "aria-label": props["aria-label"] };
}

function optionsOf(field: AnyField, label: ReturnType<typeof useLabel>): readonly SelectOption[] {
  return Object.entries(field.choices ?? {}).map(([value, choice]) => ({ value, label: label(choice) }));
}

function typeReferred(field: AnyField): RecordType {
  const type = must(field.refersTo, "a reference says which type it points at");
  if (!isRecordType(type)) throw new Error(`a reference to no record type: ${type}`);
  return type;
}

const optionalText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const optionalNumber = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;
const textOf = (value: unknown): string => optionalText(value) ?? "";
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
