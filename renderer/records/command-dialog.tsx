import { Modal } from "antd";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { DataOf } from "../../shared/lib/define-record.ts";
import type { AnyField } from "../../shared/lib/fields.ts";
import { useConfirm } from "../ui/ask.ts";
import { focusFirst } from "../ui/focus-first.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { FieldInput } from "./field-input.tsx";
import { filled, type FormValues } from "./form-values.ts";
import { recordTexts } from "./record-texts.ts";
import "./records.css";

type DialogFields = Readonly<Record<string, AnyField>>;

/** Why it was not done: a sentence, or one for each field that has to change. */
export type Refusal = string | Readonly<Partial<Record<string, string>>>;

interface CommandDialogProps<F extends DialogFields> {
  readonly title: string;
  /** What is asked, in this order: fields of a record, or made on the spot with `shared/lib/fields.ts`. */
  readonly fields: F;
  readonly initial?: Partial<DataOf<F>>;
  /** Default: save. */
  readonly saveLabel?: string;
  readonly danger?: boolean;
  /** Above the fields, such as where things stand before one decides. */
  readonly intro?: ReactNode;
  /** Below the fields, from what they say so far. */
  readonly outcome?: (values: Partial<DataOf<F>>) => ReactNode;
  /** Resolves to what is wrong, or to undefined when it is done: then the dialog closes. */
  readonly onSave: (values: DataOf<F>) => Promise<Refusal | undefined>;
  readonly onClose: () => void;
}

/**
 * A verb of the office with what it needs to know. Ctrl+Enter does it, Esc leaves and asks when something would be
 * lost. After a refusal everything stands as typed, with the reason below.
 */
export function CommandDialog<F extends DialogFields>(props: CommandDialogProps<F>): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const confirm = useConfirm();
  const fields = Object.entries<AnyField>(props.fields);
  const [values, setValues] = useState<FormValues>(props.initial ?? {});
  const [touched, setTouched] = useState(false);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const unread = useRef(new Set<string>());
  const told = filled(fields, values);

  const save = async (): Promise<void> => {
    if (busy || unread.current.size > 0) return;
    const found = mistakes(fields, told);
    setWrong(
      new Map([...found].map(([name, key]) => [name, t(key, { name: label(fieldOf(fields, name)) })])),
    );
    if (found.size > 0) {
      document.getElementById(inputId([...found.keys()][0] ?? ""))?.focus();
      return;
    }
    setBusy(true);
    // Every field was just checked against its own schema.
    const refusal = await props.onSave(told as unknown as DataOf<F>).finally(() => setBusy(false));
    if (refusal === undefined) {
      props.onClose();
      return;
    }
    const sentences = typeof refusal === "string" ? { "": refusal } : refusal;
    setWrong(
      new Map(
        Object.entries(sentences).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
      ),
    );
  };
  const leave = async (): Promise<void> => {
    // An open list takes Esc for itself.
    if (document.querySelector(".ant-select-open") !== null) return;
    const question = {
      title: t("leaveAsk"),
      body: t("leaveBody"),
      yes: t("leave"),
      no: t("stay"),
      danger: true,
    };
    if (!touched || (await confirm(question))) props.onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A box reads what was typed when it gets the key: save what it read.
    setTimeout(() => document.getElementById("command-save")?.click());
  };

  return (
    <Modal
      open
      title={props.title}
      okText={props.saveLabel === undefined ? t("save") : `${props.saveLabel}（Ctrl+Enter）`}
      cancelText={t("cancel")}
      confirmLoading={busy}
      okButtonProps={{ id: "command-save", danger: props.danger === true }}
      onOk={() => void save()}
      onCancel={() => void leave()}
      mask={{ closable: false }}
      afterOpenChange={(open) => open && focusFirst(inputId(fields[0]?.[0] ?? ""))}
      width={560}
    >
      <div className="sy-command" onKeyDown={onKeyDown}>
        {props.intro !== undefined && <div className="sy-command-wide">{props.intro}</div>}
        {fields.map(([name, field]) => (
          <div key={name} className={fieldClass(field, wrong.has(name))}>
            <label htmlFor={inputId(name)}>
              {label(field.label)}
              {field.required && <span className="sy-required">（{t("required")}）</span>}
            </label>
            <FieldInput
              id={inputId(name)}
              field={field}
              value={values[name]}
              onChange={(value) => {
                setTouched(true);
                setValues((before) => ({ ...before, [name]: value }));
                setWrong((before) => new Map([...before].filter(([wrongName]) => wrongName !== name)));
              }}
              onProblem={(unreadable) => {
                if (unreadable === undefined) unread.current.delete(name);
                else unread.current.add(name);
              }}
            />
            {wrong.has(name) && (
              <div role="alert" className="sy-problem">
                {wrong.get(name)}
              </div>
            )}
            {field.hint !== undefined && <div className="sy-hint">{label(field.hint)}</div>}
          </div>
        ))}
        {props.outcome !== undefined && (
          <div className="sy-command-wide" aria-live="polite">
            {props.outcome(told as Partial<DataOf<F>>)}
          </div>
        )}
        {[...wrong]
          .filter(([name]) => !Object.hasOwn(props.fields, name))
          .map(([name, text]) => (
            <div key={name} role="alert" className="sy-problem sy-command-wide">
              {text}
            </div>
          ))}
      </div>
    </Modal>
  );
}

type Fields = readonly (readonly [string, AnyField])[];

function mistakes(fields: Fields, told: FormValues): ReadonlyMap<string, "fillIn" | "notRight"> {
  const found = new Map<string, "fillIn" | "notRight">();
  for (const [name, field] of fields) {
    const value = told[name];
    if (value === undefined) {
      if (field.required) found.set(name, "fillIn");
    } else if (!field.schema.safeParse(value).success) found.set(name, "notRight");
  }
  return found;
}

function fieldOf(fields: Fields, name: string): AnyField["label"] {
  return fields.find(([key]) => key === name)?.[1].label ?? { zh: name, en: name };
}

function inputId(name: string): string {
  return `command-${name}`;
}

function fieldClass(field: AnyField, wrong: boolean): string {
  const wide = field.kind === "longText" || field.kind === "rows";
  return `sy-field${wide ? " is-wide" : ""}${wrong ? " is-wrong" : ""}`;
}
