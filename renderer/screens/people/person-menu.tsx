import { UserOutlined } from "@ant-design/icons";
import { Button, Dropdown, Modal } from "antd";
import { useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { zNothing } from "../../../shared/people/wire.ts";
import { OFFICERS } from "../../../shared/rules/rights/roles.ts";
import { useTexts } from "../../ui/i18n.ts";
import { callPeople } from "./people-client.ts";
import { peopleTexts } from "./people-texts.ts";
import { NewPassword } from "./sign-in.tsx";
import { refreshMe, useMe } from "./use-me.ts";

/** Who is signed in, in the bar above; nothing on a single seat. */
export function PersonMenu(): ReactNode {
  const t = useTexts(peopleTexts);
  const person = useMe(({ me }) => me?.person);
  const [, go] = useLocation();
  const [changing, setChanging] = useState(false);
  if (person === undefined) return null;
  const isOfficer = OFFICERS.some((role) => person.roles.includes(role));
  const acts: Readonly<Record<string, () => void>> = {
    people: () => go("/people"),
    password: () => setChanging(true),
    signOut: () => void callPeople(zNothing, "sign-out", {}).then(refreshMe),
  };
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            ...(isOfficer ? [{ key: "people", label: t("title") }] : []),
            { key: "password", label: t("newPassword") },
            { key: "signOut", label: t("signOut") },
          ],
          onClick: ({ key }) => acts[key]?.(),
        }}
      >
        <Button
          type="text"
          icon={<UserOutlined aria-hidden />}
          aria-label={t("signedInAs", { name: person.name })}
        >
          {person.name}
        </Button>
      </Dropdown>
      <Modal open={changing} footer={null} destroyOnHidden onCancel={() => setChanging(false)}>
        <NewPassword onLeave={() => setChanging(false)} />
      </Modal>
    </>
  );
}
