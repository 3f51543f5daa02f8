import { Select, type SelectProps } from "antd";
import { useState, type ReactNode } from "react";
import { loadInitials, matchesPinyin, type Initials } from "./pinyin.ts";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

type Passed = Pick<
  SelectProps,
  | "id"
  | "disabled"
  | "placeholder"
  | "allowClear"
  | "onBlur"
  | "popupRender"
  | "notFoundContent"
  | "autoFocus"
>;

interface PinyinSelectProps extends Passed {
  readonly options: readonly SelectOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** What stands in the search box. */
  readonly onTyped?: ((typed: string) => void) | undefined;
  /** The options are the answer to what stands there already. */
  readonly isAnswer?: boolean | undefined;
  /** Under the list, such as a way to add what is missing. */
  readonly footer?: ReactNode;
  readonly "aria-label"?: string | undefined;
}

/** A list to choose from that is searched by what is written and by pinyin initials: `dr` finds 东软. */
export function PinyinSelect(props: PinyinSelectProps): ReactNode {
  const { options, value, onChange, onTyped, isAnswer, footer, ...rest } = props;
  const search = usePinyinSearch(onTyped, isAnswer);
  return (
    <Select<string>
      {...rest}
      popupRender={(list) => (
        <>
          {list}
          {footer}
        </>
      )}
      className="sy-select"
      showSearch={search}
      options={[...options]}
      value={value ?? null}
      onChange={(next: string | undefined) => onChange(next)}
    />
  );
}

interface PinyinMultiSelectProps extends Passed {
  readonly options: readonly SelectOption[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly onTyped?: ((typed: string) => void) | undefined;
  readonly isAnswer?: boolean | undefined;
  readonly "aria-label"?: string | undefined;
}

export function PinyinMultiSelect(props: PinyinMultiSelectProps): ReactNode {
  const { options, value, onChange, onTyped, isAnswer, ...rest } = props;
  const search = usePinyinSearch(onTyped, isAnswer);
  return (
    <Select<string[]>
      {...rest}
      mode="multiple"
      className="sy-select"
      showSearch={search}
      options={[...options]}
      value={[...value]}
      onChange={onChange}
    />
  );
}

function usePinyinSearch(
  onTyped?: (typed: string) => void,
  isAnswer = false,
): Exclude<SelectProps["showSearch"], boolean | undefined> {
  const [initials, setInitials] = useState<Initials | undefined>(undefined);
  return {
    onSearch: (typed) => {
      onTyped?.(typed.trim());
      if (initials === undefined) void loadInitials().then((loaded) => setInitials(() => loaded));
    },
    filterOption: isAnswer
      ? false
      : (typed, option) => typeof option?.label === "string" && matchesPinyin(option.label, typed, initials),
  };
}
