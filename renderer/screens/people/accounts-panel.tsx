import { Button, Checkbox, Input, Modal, Space, Table, Tag } from "antd";
import { useState, type ReactNode } from "react";
import { zAccounts, zIssued, type Accounts } from "../../../shared/people/wire.ts";
import type { Action } from "../../../shared/rules/rights/action-table.ts";
import { mayDo } from "../../../shared/rules/rights/may.ts";
import { ROLE_NAMES, ROLES, type Role } from "../../../shared/rules/rights/roles.ts";
import { useConfirm } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { callPeople } from "./people-client.ts";
import { peopleTexts } from "./people-texts.ts";
import { useMe } from "./use-me.ts";
import { useAct, useListed, useProblem } from "./use-people.ts";

type Account = Accounts["accounts"][number];

/** Who may sign in, and as what. One officer makes accounts, another grants them rights. */
export function AccountsPanel(): ReactNode {
  const t = useTexts(peopleTexts);
  const label = useLabel();
  const confirm = useConfirm();
  const problem = useProblem();
  const person = useMe(({ me }) => me?.person);
  const [listed, again] = useListed(zAccounts, "accounts");
  const act = useAct(again);
  const [granting, setGranting] = useState<Account | undefined>(undefined);
  const [adding, setAdding] = useState(false);
  const [issued, setIssued] = useState<{ login: string; initialPassword: string } | undefined>(undefined);
  const may = (action: Action): boolean => person !== undefined && mayDo(person, action);

  const issue = async (path: string, body: object): Promise<boolean> => {
    const answer = await callPeople(zIssued, path, body);
    if (answer.ok) setIssued(answer.value);
    else problem(answer.failure);
    again();
    return answer.ok;
  };
  const sure = async (title: "sureDisable" | "sureReset", { name }: Account): Promise<boolean> =>
    confirm({
      title: t(title, { name }),
      body: t(`${title}Body`),
      yes: t("saveYes"),
      no: t("cancel"),
      danger: true,
    });

  return (
    <div className="sy-people">
      {may("createAccount") && (
        <div className="sy-people-tools">
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("newAccount")}
          </Button>
        </div>
      )}
      <Table<Account>
        size="small"
        rowKey="id"
        pagination={false}
        loading={listed === undefined}
        dataSource={[...(listed?.accounts ?? [])]}
        columns={[
          { title: t("login"), dataIndex: "login" },
          { title: t("name"), dataIndex: "name" },
          {
            title: t("roles"),
            render: (_, { roles }) =>
              roles.length === 0 ? (
                <span className="sy-quiet">{t("noRoles")}</span>
              ) : (
                roles.map((role) => label(ROLES[role])).join("、")
              ),
          },
          {
            title: t("state"),
            render: (_, { state, mustChange }) => (
              <>
                <Tag color={state === "active" ? "green" : "red"}>{t(state)}</Tag>
                {mustChange && <Tag>{t("mustChange")}</Tag>}
              </>
            ),
          },
          {
            title: "",
            render: (_, account) => (
              <Space size={4} wrap>
                {may("setRoles") && <Small onClick={() => setGranting(account)}>{t("grant")}</Small>}
                {may("resetPassword") && account.id !== person?.id && (
                  <Small
                    onClick={async () =>
                      (await sure("sureReset", account)) && issue(`accounts/${account.id}/reset-password`, {})
                    }
                  >
                    {t("reset")}
                  </Small>
                )}
                {may("unlockAccount") && (
                  <Small onClick={async () => act(`accounts/${account.id}/unlock`)}>{t("unlock")}</Small>
                )}
                {account.state === "active" && may("disableAccount") && account.id !== person?.id && (
                  <Small
                    onClick={async () =>
                      (await sure("sureDisable", account)) && act(`accounts/${account.id}/disable`)
                    }
                  >
                    {t("disable")}
                  </Small>
                )}
                {account.state === "disabled" && may("enableAccount") && (
                  <Small onClick={async () => act(`accounts/${account.id}/enable`)}>{t("enable")}</Small>
                )}
              </Space>
            ),
          },
        ]}
      />
      {granting !== undefined && (
        <Grant
          account={granting}
          onLeave={() => setGranting(undefined)}
          onSave={async (roles) => {
            if (await act(`accounts/${granting.id}/roles`, { roles })) setGranting(undefined);
          }}
        />
      )}
      {adding && (
        <Add
          onLeave={() => setAdding(false)}
          onSave={async (told) => {
            if (await issue("accounts", told)) setAdding(false);
          }}
        />
      )}
      <Modal
        open={issued !== undefined}
        title={t("initialTitle")}
        closable={false}
        footer={
          <Button type="primary" onClick={() => setIssued(undefined)}>
            {t("written")}
          </Button>
        }
      >
        <p>{t("initialFor", { login: issued?.login ?? "" })}</p>
        <p className="sy-issued">
          <code>{issued?.initialPassword}</code>
        </p>
      </Modal>
    </div>
  );
}

function Small(props: { readonly onClick: () => unknown; readonly children: ReactNode }): ReactNode {
  return (
    <Button size="small" onClick={() => void props.onClick()}>
      {props.children}
    </Button>
  );
}

function Grant(props: {
  readonly account: Account;
  readonly onLeave: () => void;
  readonly onSave: (roles: readonly Role[]) => Promise<void>;
}): ReactNode {
  const t = useTexts(peopleTexts);
  const label = useLabel();
  const [roles, setRoles] = useState<readonly Role[]>(props.account.roles);
  return (
    <Modal
      open
      title={t("grantFor", { name: props.account.name })}
      okText={t("save")}
      cancelText={t("cancel")}
      onCancel={props.onLeave}
      onOk={() => void props.onSave(roles)}
    >
      <Checkbox.Group<Role>
        className="sy-people"
        value={[...roles]}
        onChange={setRoles}
        options={ROLE_NAMES.map((role) => ({ value: role, label: label(ROLES[role]) }))}
      />
    </Modal>
  );
}

function Add(props: {
  readonly onLeave: () => void;
  readonly onSave: (told: { readonly login: string; readonly name: string }) => Promise<void>;
}): ReactNode {
  const t = useTexts(peopleTexts);
  const [login, setLogin] = useState("");
  const [name, setName] = useState("");
  return (
    <Modal
      open
      title={t("newAccount")}
      okText={t("save")}
      cancelText={t("cancel")}
      onCancel={props.onLeave}
      onOk={() => void props.onSave({ login, name })}
    >
      <div className="sy-entry-line">
        <label htmlFor="people-login">{t("login")}</label>
        <Input
          id="people-login"
          autoFocus
          autoComplete="off"
          value={login}
          onChange={({ target }) => setLogin(target.value)}
        />
      </div>
      <div className="sy-entry-line">
        <label htmlFor="people-name">{t("name")}</label>
        <Input
          id="people-name"
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
    </Modal>
  );
}
