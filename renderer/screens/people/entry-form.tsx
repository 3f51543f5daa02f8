import { Button, Input } from "antd";
import { useId, useState, type ReactNode } from "react";
import type { Result } from "../../../shared/lib/result.ts";
import { useTexts } from "../../ui/i18n.ts";
import { failureWords } from "./failure-words.ts";
import type { PeopleFailure } from "./people-client.ts";
import { failureTexts } from "./people-texts.ts";
import "./people.css";

interface Line {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly secret?: boolean;
  /** Two such stand side by side. */
  readonly half?: boolean;
  /** As browsers know it, so that a password is offered where it belongs and nowhere else. */
  readonly autoComplete?: string;
}

interface EntryFormProps {
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly Line[];
  readonly submit: string;
  /** What to do with what was typed; a failure stands under the form. */
  readonly onSubmit: (typed: Readonly<Record<string, string>>) => Promise<Result<unknown, PeopleFailure>>;
  /** Checked before the service is asked. */
  readonly problemOf?: (typed: Readonly<Record<string, string>>) => string | undefined;
  readonly onCancel?: { readonly label: string; readonly leave: () => void };
  readonly children?: ReactNode;
}

/** A few lines and a button, in the middle of the window: signing in, enrolling, choosing a password. */
export function EntryForm(props: EntryFormProps): ReactNode {
  const t = useTexts(failureTexts);
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const isComplete = props.lines.every(({ name }) => (typed[name] ?? "").trim() !== "");
  const send = async (): Promise<void> => {
    const wrong = props.problemOf?.(typed);
    if (wrong !== undefined) {
      setProblem(wrong);
      return;
    }
    setBusy(true);
    const answer = await props.onSubmit(typed);
    setBusy(false);
    setProblem(answer.ok ? undefined : failureWords(t, answer.failure));
  };
  return (
    <main className="sy-entry">
      <form
        className="sy-panel"
        aria-labelledby={`${id}-title`}
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete && !busy) void send();
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onCancel?.leave();
        }}
      >
        <h1 id={`${id}-title`}>{props.title}</h1>
        <p className="sy-quiet">{props.intro}</p>
        {props.children}
        <div className="sy-entry-lines">
          {props.lines.map(({ name, label, hint, secret, half, autoComplete = "off" }, index) => {
            const field = {
              id: `${id}-${name}`,
              value: typed[name] ?? "",
              autoComplete,
              autoFocus: index === 0,
              onChange: (event: { readonly target: { readonly value: string } }) =>
                setTyped({ ...typed, [name]: event.target.value }),
            };
            return (
              <div key={name} className={`sy-entry-line${half === true ? " is-half" : ""}`}>
                <label htmlFor={field.id}>{label}</label>
                {secret === true ? <Input.Password {...field} /> : <Input {...field} />}
                {hint !== undefined && <span className="sy-hint">{hint}</span>}
              </div>
            );
          })}
        </div>
        <div className="sy-problem" role="alert">
          {problem}
        </div>
        <div className="sy-entry-buttons">
          <Button type="primary" htmlType="submit" disabled={!isComplete} loading={busy}>
            {props.submit}
          </Button>
          {props.onCancel !== undefined && (
            <Button type="link" onClick={props.onCancel.leave}>
              {props.onCancel.label}
            </Button>
          )}
        </div>
      </form>
    </main>
  );
}
