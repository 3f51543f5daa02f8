import { useRef, type ReactNode } from "react";
import type { AnyField } from "../../../shared/lib/fields.ts";
import { incident } from "../../../shared/records/incident.ts";
import type { IncidentText } from "../../../shared/commands/incident-text.ts";
import { FieldInput } from "../../records/field-input.tsx";
import { useLabel } from "../../ui/i18n.ts";
import "../../records/records.css";

export type TextField = keyof IncidentText;

interface IncidentFieldsProps {
  readonly names: readonly TextField[];
  readonly values: Partial<IncidentText>;
  readonly onChange: (field: TextField, value: string | undefined) => void;
  /** A sentence under each field that is wrong. */
  readonly problems: Readonly<Partial<Record<TextField, string>>>;
  /** How many fields hold typed text that cannot be read. */
  readonly onUnread: (count: number) => void;
  readonly autoFocus?: TextField;
}

/** Inputs for what people write on an incident, from its definition. */
export function IncidentFields(props: IncidentFieldsProps): ReactNode {
  const label = useLabel();
  const unread = useRef(new Set<string>());
  return props.names.map((name) => {
    const field: AnyField = incident.fields[name];
    const problem = props.problems[name];
    return (
      <div key={name} className={`sy-field${isWide(name, field) ? " is-wide" : ""}`}>
        <label htmlFor={`incident-${name}`}>{label(field.label)}</label>
        <FieldInput
          id={`incident-${name}`}
          field={field}
          value={props.values[name]}
          autoFocus={props.autoFocus === name}
          onChange={(value) => props.onChange(name, typeof value === "string" ? value : undefined)}
          onProblem={(wrong) => {
            if (wrong === undefined) unread.current.delete(name);
            else unread.current.add(name);
            props.onUnread(unread.current.size);
          }}
        />
        {problem !== undefined && (
          <div role="alert" className="sy-problem">
            {problem}
          </div>
        )}
      </div>
    );
  });
}

function isWide(name: TextField, field: AnyField): boolean {
  return field.kind === "longText" || name === "title";
}
