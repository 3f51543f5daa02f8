import { Table } from "antd";
import type { ReactNode } from "react";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import type { CheckProblem } from "./engine-protocol.ts";
import { importTexts } from "./import-texts.ts";
import { PROBLEM_TEXTS } from "./problem-texts.ts";

interface ProblemsTableProps {
  readonly problems: readonly CheckProblem[];
  /** How many there are in all. */
  readonly all: number;
}

/** Every cell with something wrong: where, what stands there, why, and whether its row is held. */
export function ProblemsTable({ problems, all }: ProblemsTableProps): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  if (all === 0) return <p className="sy-quiet">{t("noProblems")}</p>;
  return (
    <>
      <Table<CheckProblem & { readonly key: number }>
        size="small"
        pagination={{ pageSize: 10, size: "small", hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={problems.map((problem, key) => ({ ...problem, key }))}
        columns={[
          { title: t("row"), dataIndex: "row", width: 80 },
          { title: t("column"), dataIndex: "column", width: 180, ellipsis: true },
          { title: t("value"), dataIndex: "value", ellipsis: true },
          { title: t("reason"), render: (_, { kind }) => label(PROBLEM_TEXTS[kind]) },
          {
            title: t("effect"),
            width: 140,
            render: (_, { holds }) =>
              holds ? <strong className="sy-import-bad">{t("rowHeld")}</strong> : t("cellOnly"),
          },
        ]}
      />
      {all > problems.length && (
        <p className="sy-quiet sy-import-hint">{t("onlyFirst", { shown: problems.length })}</p>
      )}
    </>
  );
}
