import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { AnyField } from "../../shared/lib/fields.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { useToast } from "../ui/ask.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { PinyinMultiSelect, PinyinSelect } from "../ui/pinyin-select.tsx";
import { fieldsOf } from "./fields-of.ts";
import { recordTexts } from "./record-texts.ts";
import { useSaveProblem } from "./save-problem.ts";
import { useDesk } from "./use-desk.tsx";
import { useOffered } from "./use-offered.ts";

const NONE: readonly string[] = [];

interface Common {
  readonly id: string;
  readonly type: RecordType;
  readonly placeholder: string;
  readonly onBlur: () => void;
  readonly "aria-label"?: string | undefined;
}

/** Points at one record; one that needs nothing but a name can be made on the spot from what was typed. */
export function ReferenceInput(
  props: Common & {
    readonly required: boolean;
    readonly value: string | undefined;
    readonly onChange: (value: string | undefined) => void;
  },
): ReactNode {
  const { type, required, value, onChange, ...rest } = props;
  const [typed, setTyped] = useState("");
  const { options, isAnswer } = useOffered(type, typed, value === undefined ? NONE : [value]);
  const create = useCreateByName(type);
  const known = options.some((option) => option.label === typed);
  return (
    <PinyinSelect
      {...rest}
      allowClear={!required}
      options={options}
      isAnswer={isAnswer}
      value={value}
      onChange={onChange}
      onTyped={setTyped}
      footer={
        create !== undefined && typed !== "" && !known ? (
          <AddButton
            name={typed}
            onAdd={() => void create(typed).then((id) => id !== undefined && onChange(id))}
          />
        ) : undefined
      }
    />
  );
}

export function ReferencesInput(
  props: Common & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void },
): ReactNode {
  const { type, ...rest } = props;
  const [typed, setTyped] = useState("");
  return <PinyinMultiSelect {...rest} {...useOffered(type, typed, props.value)} onTyped={setTyped} />;
}

function AddButton({ name, onAdd }: { readonly name: string; readonly onAdd: () => void }): ReactNode {
  const t = useTexts(recordTexts);
  return (
    <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
      {t("addNamed", { name })}
    </Button>
  );
}

/** Makes a record that has only its name; undefined for types that need more than that. */
function useCreateByName(type: RecordType): ((name: string) => Promise<string | undefined>) | undefined {
  const desk = useDesk();
  const label = useLabel();
  const toast = useToast();
  const problem = useSaveProblem();
  const { title, label: typeLabel } = registry[type];
  if (!fieldsOf(type).every(([name, field]) => enough(name, field, title))) return undefined;
  return async (name) => {
    const [id = ""] = await desk.newIds(1);
    const step = { zh: `新建${typeLabel.zh} ${name}`, en: `New ${typeLabel.en} ${name}` };
    const saved = await desk.save(step, [{ type, id, patch: { [title]: name } }]);
    if (saved.ok) toast.done(label(step));
    else toast.problem(problem(saved.failure));
    return saved.ok ? id : undefined;
  };
}

function enough(name: string, field: AnyField, title: string): boolean {
  return !field.required || (name === title && field.kind === "text");
}
