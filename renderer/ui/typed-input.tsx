import { Input } from "antd";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { afterPress } from "./after-press.ts";

/** What the inputs for dates, money and numbers share with antd's, and with a form. */
export interface TypedInputProps<V> {
  readonly value: V | undefined;
  readonly onChange: (value: V | undefined) => void;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly "aria-label"?: string | undefined;
  readonly onBlur?: (() => void) | undefined;
}

/** Reads what was typed: a value, `undefined` for nothing, or a sentence that says what is wrong. */
type ReadTyped<V> = (text: string) => { readonly value: V | undefined } | { readonly problem: string };

interface TypedTextProps<V> extends TypedInputProps<V> {
  readonly read: ReadTyped<V>;
  readonly show: (value: V) => string;
  readonly suffix?: ReactNode;
  readonly align?: "end" | undefined;
  /** Told what cannot be read, and `undefined` when it can again; the value stays as it was. */
  readonly onProblem?: ((problem: string | undefined) => void) | undefined;
  /** A value for a key such as Ctrl+; */
  readonly valueOfKey?: ((event: KeyboardEvent) => V | undefined) | undefined;
}

/**
 * A text box over a value that is not text. What was typed stands as typed until one leaves the box or presses
 * Enter; then it is read and shown in its proper form, or left with the reason why it could not be.
 */
export function TypedText<V>(props: TypedTextProps<V>): ReactNode {
  const { value, onChange, show } = props;
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const settle = (text: string | undefined): void => {
    if (text === undefined) return;
    const read = props.read(text);
    const wrong = "problem" in read ? read.problem : undefined;
    afterPress(() => setProblem(wrong));
    props.onProblem?.(wrong);
    if ("problem" in read) return;
    setDraft(undefined);
    if (read.value !== value) onChange(read.value);
  };
  const take = (taken: V): void => {
    setDraft(undefined);
    setProblem(undefined);
    props.onProblem?.(undefined);
    onChange(taken);
  };
  const problemId = props.id === undefined ? undefined : `${props.id}-problem`;
  return (
    <>
      <Input
        id={props.id}
        value={draft ?? (value === undefined ? "" : show(value))}
        status={problem === undefined ? "" : "error"}
        disabled={props.disabled === true}
        placeholder={props.placeholder}
        aria-label={props["aria-label"]}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        suffix={props.suffix}
        autoComplete="off"
        style={{ textAlign: props.align ?? "start" }}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          settle(draft);
          props.onBlur?.();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const taken = props.valueOfKey?.(event);
          if (taken !== undefined) {
            event.preventDefault();
            take(taken);
          } else if (event.key === "Enter") settle(draft);
        }}
      />
      {problem !== undefined && (
        <div id={problemId} role="alert" className="sy-problem">
          {problem}
        </div>
      )}
    </>
  );
}
