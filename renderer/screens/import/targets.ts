import { isMomentTarget, targetsOf } from "../../../shared/import/mapping.ts";
import type { Mapping } from "../../../shared/import/types.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import type { AnyField } from "../../../shared/lib/fields.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { importTexts } from "./import-texts.ts";

/** Set by the import itself. */
const OURS: readonly string[] = ["importBatchId"];

export type TargetGroup = "fields" | "events" | "log" | "times";

interface TargetOption {
  readonly target: string;
  readonly label: Label;
  readonly group: TargetGroup;
}

/** Where a column may go: fields, times of the timeline, what a log's row says, and times of day beside a date. */
export function targetOptions(mapping: Mapping): readonly TargetOption[] {
  const plain = targetsOf(mapping.type)
    .filter((target) => !OURS.includes(target))
    .map((target) => ({ target, label: targetLabel(mapping.type, target), group: groupOf(target) }));
  const moments = mapping.columns.flatMap(({ target }) =>
    target !== null && !target.endsWith(".time") && isMomentTarget(mapping.type, target) ? [target] : [],
  );
  const times = moments.map((moment) => {
    const target = `${moment}.time`;
    return { target, label: targetLabel(mapping.type, target), group: "times" as const };
  });
  return [...plain, ...times];
}

/** What people call a target. */
export function targetLabel(type: RecordType, target: string): Label {
  if (target.endsWith(".time")) {
    return filled(importTexts.keys.timeOf, "target", targetLabel(type, target.slice(0, -".time".length)));
  }
  if (target === "rowState" || target === "rowTime") return importTexts.keys[target];
  if (target.startsWith("event.")) {
    const kinds: Readonly<Record<string, Label>> = EVENT_KINDS;
    const kind = target.slice("event.".length);
    return filled(importTexts.keys.eventTime, "event", kinds[kind] ?? { zh: kind, en: kind });
  }
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  return fields[target]?.label ?? { zh: target, en: target };
}

/** Required fields that no column goes to. An incident's number and title are made from the row when they are missing. */
export function missingTargets(mapping: Mapping): readonly Label[] {
  const fields: Readonly<Record<string, AnyField>> = registry[mapping.type].fields;
  return Object.entries(fields)
    .filter(([name, field]) => field.required && !mapping.columns.some(({ target }) => target === name))
    .map(([, field]) => field.label);
}

function groupOf(target: string): TargetGroup {
  if (target.startsWith("event.")) return "events";
  return target === "rowState" || target === "rowTime" ? "log" : "fields";
}

function filled(words: Label, name: string, value: Label): Label {
  return { zh: words.zh.replace(`{{${name}}}`, value.zh), en: words.en.replace(`{{${name}}}`, value.en) };
}
