import { Alert, Button, Table } from "antd";
import { useState, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { zDeskCode, zDesks, type Desks } from "../../../shared/people/wire.ts";
import { mayDo } from "../../../shared/rules/rights/may.ts";
import { useConfirm } from "../../ui/ask.ts";
import { useTexts } from "../../ui/i18n.ts";
import { callPeople } from "./people-client.ts";
import { peopleTexts } from "./people-texts.ts";
import { useMe } from "./use-me.ts";
import { useAct, useListed, useProblem } from "./use-people.ts";

type DeskLine = Desks["desks"][number];

/** The computers that the service knows, a code for one more, and a way to shut one out. */
export function DesksPanel(): ReactNode {
  const t = useTexts(peopleTexts);
  const confirm = useConfirm();
  const problem = useProblem();
  const person = useMe(({ me }) => me?.person);
  const [listed, again] = useListed(zDesks, "desks");
  const act = useAct(again);
  const [code, setCode] = useState<{ code: string; until: number } | undefined>(undefined);
  const makeCode = async (): Promise<void> => {
    const answer = await callPeople(zDeskCode, "desks/code", {});
    if (answer.ok) setCode(answer.value);
    else problem(answer.failure);
  };
  const revoke = async ({ id, name }: DeskLine): Promise<void> => {
    const question = { title: t("sureRevoke", { name }), body: t("sureRevokeBody"), danger: true };
    if (await confirm({ ...question, yes: t("revoke"), no: t("cancel") })) await act(`desks/${id}/revoke`);
  };
  return (
    <div className="sy-people">
      {person !== undefined && mayDo(person, "makeEnrolCode") && (
        <div className="sy-people-tools">
          <Button type="primary" onClick={() => void makeCode()}>
            {t("newCode")}
          </Button>
        </div>
      )}
      {code !== undefined && (
        <Alert type="info" title={t("codeIs", { code: code.code, until: formatWall(code.until) })} />
      )}
      <Table<DeskLine>
        size="small"
        rowKey="id"
        pagination={false}
        loading={listed === undefined}
        dataSource={[...(listed?.desks ?? [])]}
        columns={[
          { title: t("desk"), dataIndex: "name" },
          { title: t("enrolledAt"), render: (_, { enrolledAt }) => formatWall(enrolledAt) },
          {
            title: t("state"),
            render: (_, { revokedAt }) =>
              revokedAt === undefined ? t("active") : `${t("revoked")} ${formatWall(revokedAt)}`,
          },
          {
            title: "",
            render: (_, desk) =>
              desk.revokedAt === undefined && (
                <Button size="small" onClick={() => void revoke(desk)}>
                  {t("revoke")}
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}
