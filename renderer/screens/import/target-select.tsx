import { Select } from "antd";
import { useState, type ReactNode } from "react";
import type { Mapping, Target } from "../../../shared/import/types.ts";
import { registry } from "../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { loadInitials, matchesPinyin, type Initials } from "../../ui/pinyin.ts";
import { importTexts } from "./import-texts.ts";
import { targetOptions, type TargetGroup } from "./targets.ts";

const KEPT = "kept";
const IGNORE = "ignore";

interface Option {
  readonly value: string;
  readonly label: string;
  /** Both languages, so that either finds it. */
  readonly words: string;
  readonly taken: boolean;
}

interface TargetSelectProps {
  readonly mapping: Mapping;
  readonly index: number;
  readonly header: string;
  readonly target: Target;
  readonly choose: (index: number, target: Target) => void;
}

/** Where one column goes, searched by either language or pinyin initials. */
export function TargetSelect({ mapping, index, header, target, choose }: TargetSelectProps): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const [initials, setInitials] = useState<Initials | undefined>(undefined);
  const taken = new Set(mapping.columns.map((column) => (column.index === index ? null : column.target)));
  const all = targetOptions(mapping).map((option) => ({
    group: option.group,
    value: option.target,
    label: label(option.label),
    words: `${option.label.zh} ${option.label.en} ${option.target}`,
    taken: taken.has(option.target),
  }));
  const groupNames: Readonly<Record<TargetGroup, string>> = {
    fields: t("groupFields"),
    events: t("groupEvents"),
    log: t("groupLog"),
    times: t("groupTimes"),
  };
  const kept = keepsOthers(mapping) ? t("toExtra") : t("toNowhere");
  const none: Option[] = [
    { value: KEPT, label: kept, words: kept, taken: false },
    { value: IGNORE, label: t("ignore"), words: t("ignore"), taken: false },
  ];
  const groups = (Object.keys(groupNames) as TargetGroup[])
    .map((group) => ({ label: groupNames[group], options: all.filter((option) => option.group === group) }))
    .filter(({ options }) => options.length > 0);
  return (
    <Select<string>
      className="sy-import-target"
      aria-label={`${t("goesTo")}：${header}`}
      value={target ?? KEPT}
      popupMatchSelectWidth={320}
      options={[...groups, { label: t("groupNone"), options: none }]}
      optionRender={({ data }) => (
        <span className={(data as Option).taken ? "sy-quiet" : ""}>
          {(data as Option).label}
          {(data as Option).taken ? " ✓" : ""}
        </span>
      )}
      onChange={(value) => choose(index, value === KEPT ? null : value)}
      showSearch={{
        onSearch: () => {
          if (initials === undefined) void loadInitials().then((loaded) => setInitials(() => loaded));
        },
        filterOption: (typed, option) =>
          option !== undefined &&
          "words" in option &&
          matchesPinyin(option["words"] as string, typed, initials),
      }}
    />
  );
}

/** Some types have no room for columns that lead nowhere; the user must not be promised it. */
function keepsOthers({ type }: Mapping): boolean {
  return "extra" in registry[type].fields || "note" in registry[type].fields;
}
