import { Checkbox, Input } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../../ui/i18n.ts";
import type { Line, LinePart, Problems, SignDraft } from "./sign-draft.ts";
import { placeOf } from "./sign-draft.ts";
import { signProblemTexts, signTexts } from "./sign-texts.ts";

/** What every table of lines is given. */
export interface LinesProps {
  readonly draft: SignDraft;
  readonly problems: Problems;
  readonly onChange: (next: (before: SignDraft) => SignDraft) => void;
  readonly onProblem: (place: string, problem: string | undefined) => void;
}

interface LineTableProps<T> extends LinesProps {
  readonly part: LinePart;
  readonly title: string;
  readonly empty: string;
  /** The headings after the first three: taken, number, name. */
  readonly heads: readonly string[];
  readonly nameHead: string;
  readonly lines: readonly Line<T>[];
  readonly numberOf: (terms: T) => string | undefined;
  readonly withNumber: (terms: T, number: string) => T;
  /** Below the name, such as a warning. */
  readonly remark?: (terms: T) => ReactNode;
  /** The cells under `heads`. */
  readonly cells: (row: LineRow<T>) => ReactNode;
}

interface LineRow<T> {
  readonly terms: T;
  readonly disabled: boolean;
  readonly name: string;
  readonly set: (terms: T) => void;
  /** Wraps an input with what is wrong with its field. */
  readonly cell: (
    field: string,
    input: (onProblem: (problem: string | undefined) => void) => ReactNode,
  ) => ReactNode;
}

/** Lines of one kind: a tick to take each, its number, its name with the wording below, and what one may change. */
export function LineTable<T extends { readonly name: string; readonly wording?: string }>(
  props: LineTableProps<T>,
): ReactNode {
  const { part, lines } = props;
  const t = useTexts(signTexts);
  const wrong = useTexts(signProblemTexts);
  const put = (at: number, patch: Partial<Line<T>>): void => {
    props.onChange((before) => ({
      ...before,
      [part]: before[part].map((line, place) => (place === at ? { ...line, ...patch } : line)),
    }));
    // What is left out cannot be wrong.
    if (patch.chosen === false)
      for (const field of FIELDS) props.onProblem(placeOf(part, at, field), undefined);
  };
  const cellOf =
    (at: number): LineRow<T>["cell"] =>
    (field, input) => {
      const place = placeOf(part, at, field);
      const problem = lines[at]?.chosen === true ? props.problems.get(place) : undefined;
      return (
        <div className={problem === undefined ? undefined : "is-wrong"}>
          {input((unread) => props.onProblem(place, unread))}
          {problem !== undefined && (
            <div role="alert" className="sy-problem">
              {wrong(problem)}
            </div>
          )}
        </div>
      );
    };
  return (
    <section className="sy-panel sy-sign-lines" aria-labelledby={`sign-${part}`}>
      <h2 id={`sign-${part}`}>{props.title}</h2>
      {lines.length === 0 ? (
        <p className="sy-quiet">{props.empty}</p>
      ) : (
        <table className="sy-table" aria-labelledby={`sign-${part}`}>
          <thead>
            <tr>
              <th className="sy-sign-take">{t("take")}</th>
              <th className="sy-sign-number">{t("number")}</th>
              <th>{props.nameHead}</th>
              {props.heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ terms, chosen, suggested }, at) => {
              const set = (next: T): void => put(at, { terms: next });
              const cell = cellOf(at);
              const row = { terms, disabled: !chosen, name: terms.name, set, cell };
              return (
                // Lines are neither added nor moved: their place is who they are.
                <tr key={at} className={chosen ? "" : "is-past"}>
                  <td>
                    <Checkbox
                      checked={chosen}
                      aria-label={t("takeNamed", { name: terms.name })}
                      onChange={(event) => put(at, { chosen: event.target.checked })}
                    />
                  </td>
                  <td>
                    {cell("number", () => (
                      <Input
                        value={props.numberOf(terms) ?? ""}
                        disabled={!chosen}
                        autoComplete="off"
                        aria-label={`${terms.name} ${t("number")}`}
                        onChange={(event) => set(props.withNumber(terms, event.target.value))}
                      />
                    ))}
                  </td>
                  <td className="sy-sign-what">
                    {cell("name", () => (
                      <>
                        <strong>{terms.name}</strong>
                        {suggested && <span className="sy-tag">{t("suggested")}</span>}
                      </>
                    ))}
                    {terms.wording !== undefined && <div className="sy-quiet">{terms.wording}</div>}
                    {props.remark?.(terms)}
                  </td>
                  {props.cells(row)}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

const FIELDS = ["target", "granted", "dueDays", "noticeDays", "noticeMonths"];
