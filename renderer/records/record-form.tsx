import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "antd";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { Controller, useForm, type FieldErrors, type Resolver } from "react-hook-form";
import type { z } from "zod";
import type { AnyField } from "../../shared/lib/fields.ts";
import { ok } from "../../shared/lib/result.ts";
import { registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import { afterPress } from "../ui/after-press.ts";
import { useConfirm, useToast } from "../ui/ask.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { FieldInput } from "./field-input.tsx";
import { dataOf, fieldsOf } from "./fields-of.ts";
import { filled, patchBetween, type FormValues } from "./form-values.ts";
import { recordTexts } from "./record-texts.ts";
import { useSaveProblem } from "./save-problem.ts";
import { useDesk } from "./use-desk.tsx";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";
import "./records.css";

interface RecordFormProps {
  readonly type: RecordType;
  /** The record to change; without one a new one is made. */
  readonly record?: Stored | undefined;
  /** Values of a new record that its place decides, such as the parent. */
  readonly preset?: FormValues | undefined;
  /** Only these fields are shown; the others stay as they are. */
  readonly only?: readonly string[] | undefined;
  /** Default: save (Ctrl+Enter). */
  readonly saveLabel?: string | undefined;
  /** Asked before saving, of data that is well-formed: a sentence for each field that still has to change. */
  readonly check?: ((data: FormValues) => Readonly<Record<string, string>>) | undefined;
  readonly onSaved: (id: string) => void;
  /** Without it there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined;
}

/**
 * The form of any record type, from its definition. Ctrl+Enter saves, Esc leaves and asks when something would be
 * lost. What is saved is the difference, so that another desk's edit of another field survives.
 */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { type, record, preset, only, check, onSaved, onCancel } = props;
  const t = useTexts(recordTexts);
  const label = useLabel();
  const desk = useDesk();
  const toast = useToast();
  const confirm = useConfirm();
  const problemOf = useSaveProblem();
  const saving = useRef(false);
  const unread = useRef(new Map<string, string>());
  const before: FormValues = record === undefined ? {} : dataOf(record);
  const fields = fieldsOf(type);
  const shown = only === undefined ? fields : fields.filter(([name]) => only.includes(name));
  const form = useForm<Record<string, unknown>>({
    defaultValues: { ...preset, ...before },
    resolver: strictly(type),
    mode: "onTouched",
  });
  const { isDirty, errors } = form.formState;
  useUnsavedGuard(isDirty);

  const save = async (values: FormValues): Promise<void> => {
    if (saving.current) return;
    if (unread.current.size > 0) {
      toast.problem(t("fixFirst", { count: unread.current.size }));
      return;
    }
    const after = filled(fields, values);
    const refused = Object.entries(check?.(after) ?? {});
    for (const [name, message] of refused) form.setError(name, { type: REFUSED, message });
    if (refused.length > 0) {
      toast.problem(t("fixFirst", { count: refused.length }));
      return;
    }
    saving.current = true;
    const patch = record === undefined ? after : patchBetween(fields, before, after);
    const write = async (): Promise<readonly [Awaited<ReturnType<typeof desk.save>>, string]> => {
      const id = record?.id ?? (await desk.newIds(1))[0] ?? "";
      if (Object.keys(patch).length === 0) return [ok(null), id];
      return [await desk.save(stepName(type, record !== undefined, after), [{ type, id, patch }]), id];
    };
    const [saved, id] = await write().finally(() => (saving.current = false));
    if (!saved.ok) {
      toast.problem(problemOf(saved.failure));
      return;
    }
    form.reset(values);
    toast.done(t("saved"));
    onSaved(id);
  };
  const submit = (): void => {
    void form.handleSubmit(save, (wrong) =>
      toast.problem(t("fixFirst", { count: Object.keys(wrong).length })),
    )();
  };
  const cancel = async (): Promise<void> => {
    const question = {
      title: t("leaveAsk"),
      body: t("leaveBody"),
      yes: t("leave"),
      no: t("stay"),
      danger: true,
    };
    if (!isDirty || (await confirm(question))) onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    // A select claims every Enter, also the one that means "save".
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    // An open list takes Esc for itself.
    if (event.defaultPrevented) return;
    if (event.key === "Escape" && document.querySelector(".ant-select-open") === null) void cancel();
  };

  return (
    <form className="sy-form" noValidate onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <div className="sy-form-fields">
        {shown.map(([name, field], at) => (
          <div key={name} className={fieldClass(field, errors[name] !== undefined)}>
            <label htmlFor={`field-${name}`}>
              {label(field.label)}
              {field.required && <span className="sy-required">（{t("required")}）</span>}
            </label>
            <Controller
              name={name}
              control={form.control}
              render={({ field: bound }) => (
                <FieldInput
                  id={`field-${name}`}
                  field={field}
                  value={bound.value}
                  autoFocus={at === 0}
                  onBlur={() => afterPress(bound.onBlur)}
                  onChange={bound.onChange}
                  onProblem={(problem) => {
                    if (problem === undefined) unread.current.delete(name);
                    else unread.current.set(name, problem);
                  }}
                />
              )}
            />
            {errors[name] !== undefined && (
              <div role="alert" className="sy-problem">
                {errors[name].type === REFUSED
                  ? String(errors[name].message)
                  : t(problemKey(errors, name), { name: label(field.label) })}
              </div>
            )}
            {field.hint !== undefined && <div className="sy-hint">{label(field.hint)}</div>}
          </div>
        ))}
      </div>
      <div className="sy-form-buttons">
        <Button type="primary" onClick={submit}>
          {props.saveLabel ?? t("save")}
        </Button>
        {onCancel !== undefined && <Button onClick={() => void cancel()}>{t("cancel")}</Button>}
      </div>
    </form>
  );
}

const REFUSED = "refused";

function strictly(type: RecordType): Resolver<Record<string, unknown>> {
  const fields = fieldsOf(type);
  const schema = registry[type].schema as z.ZodType<Record<string, unknown>, Record<string, unknown>>;
  const resolve = zodResolver(schema);
  return (values, context, options) => resolve(filled(fields, values), context, options);
}

function problemKey(errors: FieldErrors, name: string): "fillIn" | "tooLong" | "notRight" {
  switch (errors[name]?.type) {
    case "invalid_type":
    case "too_small":
    case "invalid_value":
      return "fillIn";
    case "too_big":
      return "tooLong";
    default:
      return "notRight";
  }
}

function fieldClass(field: AnyField, wrong: boolean): string {
  const wide = field.kind === "longText" || field.kind === "rows";
  return `sy-field${wide ? " is-wide" : ""}${wrong ? " is-wrong" : ""}`;
}

function stepName(type: RecordType, known: boolean, data: FormValues): { zh: string; en: string } {
  const { label, title } = registry[type];
  const name = data[title];
  const named = typeof name === "string" ? ` ${name}` : "";
  return {
    zh: `${known ? "修改" : "新建"}${label.zh}${named}`,
    en: `${known ? "Edit" : "New"} ${label.en.toLowerCase()}${named}`,
  };
}
