import { Button, Table } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { zDesks, zNames, zSessions, type Sessions } from "../../../shared/people/wire.ts";
import { useTexts } from "../../ui/i18n.ts";
import { peopleTexts } from "./people-texts.ts";
import { useAct, useListed } from "./use-people.ts";

type Session = Sessions["sessions"][number];

/** Who is signed in where, and a way to put them out. */
export function SessionsPanel(): ReactNode {
  const t = useTexts(peopleTexts);
  const [listed, again] = useListed(zSessions, "sessions");
  const [names] = useListed(zNames, "names");
  const [desks] = useListed(zDesks, "desks");
  const act = useAct(again);
  return (
    <Table<Session>
      size="small"
      rowKey="id"
      pagination={false}
      loading={listed === undefined}
      dataSource={[...(listed?.sessions ?? [])]}
      columns={[
        { title: t("name"), render: (_, { account }) => names?.names[account] ?? account },
        {
          title: t("desk"),
          render: (_, { desk }) => desks?.desks.find(({ id }) => id === desk)?.name ?? desk,
        },
        { title: t("since"), render: (_, { startedAt }) => formatWall(startedAt) },
        { title: t("seen"), render: (_, { seenAt }) => formatWall(seenAt) },
        {
          title: "",
          render: (_, { id }) => (
            <Button size="small" onClick={() => void act(`sessions/${id}/end`)}>
              {t("end")}
            </Button>
          ),
        },
      ]}
    />
  );
}
