import { Button, Table, Tag } from "antd";
import { useState, type ReactNode } from "react";
import type { AuditEntry } from "../../../shared/audit/entry.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import { zAuditPage, zNames } from "../../../shared/people/wire.ts";
import { ROLES } from "../../../shared/rules/rights/roles.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { callPeople } from "./people-client.ts";
import { failureTexts, peopleTexts } from "./people-texts.ts";
import { ACT_WORDS } from "./trail-words.ts";
import { useListed, useProblem } from "./use-people.ts";

/** What was done to people, computers and the trail itself, newest first; a file of it that anyone can check. */
export function TrailPanel(): ReactNode {
  const t = useTexts(peopleTexts);
  const why = useTexts(failureTexts);
  const label = useLabel();
  const problem = useProblem();
  const [page] = useListed(zAuditPage, "audit");
  const [names] = useListed(zNames, "names");
  const [older, setOlder] = useState<readonly AuditEntry[]>([]);
  const entries = [...(page?.entries ?? []), ...older];
  const last = entries.at(-1)?.n ?? 1;
  const nameOf = (id: string): string => names?.names[id] ?? id;
  const more = async (): Promise<void> => {
    const answer = await callPeople(zAuditPage, `audit?before=${last}`);
    if (answer.ok) setOlder([...older, ...answer.value.entries]);
    else problem(answer.failure);
  };
  const outcomeOf = (outcome: string): string => {
    if (outcome === "done") return t("done");
    return Object.hasOwn(failureTexts.keys, outcome)
      ? why(outcome as keyof typeof failureTexts.keys)
      : outcome;
  };
  return (
    <div className="sy-people">
      <div className="sy-people-tools">
        <Button href="/api/people/audit/file">{t("export")}</Button>
      </div>
      {page !== undefined && (
        <p className="sy-quiet sy-people-head">{t("head", { n: page.head.n, hash: page.head.hash })}</p>
      )}
      <Table<AuditEntry>
        size="small"
        rowKey="n"
        pagination={false}
        loading={page === undefined}
        dataSource={entries}
        columns={[
          { title: "#", dataIndex: "n", width: 60 },
          { title: t("at"), render: (_, { at }) => formatWall(at, "second"), width: 180 },
          { title: t("who"), render: (_, { who }) => nameOf(who) },
          {
            title: t("what"),
            render: (_, { what, detail }) => (
              <>
                {Object.hasOwn(ACT_WORDS, what) ? label(ACT_WORDS[what] ?? { zh: what, en: what }) : what}
                {detail["merged"] !== undefined && <Tag>{t("mark")}</Tag>}
              </>
            ),
          },
          {
            title: t("target"),
            render: (_, { target, detail }) =>
              `${nameOf(target)} ${rolesIn(detail["after"] ?? detail["roles"], label)}`,
          },
          {
            title: t("outcome"),
            render: (_, { outcome, detail }) => `${outcomeOf(outcome)} ${countsIn(detail)}`.trim(),
          },
        ]}
      />
      {last > 1 && <Button onClick={() => void more()}>{t("older")}</Button>}
    </div>
  );
}

/** How many of a push for which reason: `readOnly × 3`. */
function countsIn(detail: AuditEntry["detail"]): string {
  return Object.entries(detail)
    .filter(([, count]) => /^[1-9]\d*$/.test(count))
    .map(([code, count]) => `${code} × ${count}`)
    .join("、");
}

function rolesIn(text: string | undefined, label: ReturnType<typeof useLabel>): string {
  return (text ?? "")
    .split(" ")
    .filter((role): role is keyof typeof ROLES => Object.hasOwn(ROLES, role))
    .map((role) => label(ROLES[role]))
    .join("、");
}
