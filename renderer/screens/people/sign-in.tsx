import { Button, Checkbox } from "antd";
import { useState, type ReactNode } from "react";
import type { z } from "zod";
import { ok } from "../../../shared/lib/result.ts";
import { zMe, zNothing, zSetUpDone, type Me, type zIssued } from "../../../shared/people/wire.ts";
import { PROFILES } from "../../../shared/rules/rights/profiles.ts";
import { OFFICERS, ROLES } from "../../../shared/rules/rights/roles.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { EntryForm } from "./entry-form.tsx";
import { callPeople } from "./people-client.ts";
import { peopleTexts } from "./people-texts.ts";
import { refreshMe, useMe } from "./use-me.ts";

/** A name and a password, on an enrolled computer. */
export function SignIn({ me }: { readonly me: Me }): ReactNode {
  const t = useTexts(peopleTexts);
  return (
    <EntryForm
      title={t("signIn")}
      intro={t("signInIntro", { desk: me.desk?.name ?? "" })}
      submit={t("signIn")}
      lines={[
        { name: "login", label: t("login"), autoComplete: "username" },
        { name: "password", label: t("password"), secret: true, autoComplete: "current-password" },
      ]}
      onSubmit={async ({ login = "", password = "" }) => {
        const answer = await callPeople(zMe, "sign-in", { login, password });
        if (answer.ok) useMe.setState({ me: answer.value, isOffline: false });
        return answer;
      }}
    />
  );
}

/** A computer that the service does not know yet: one more, or the very first. */
export function Enrol(): ReactNode {
  const t = useTexts(peopleTexts);
  const isRevoked = useMe(({ office }) => office === "revoked");
  const [isFirst, setFirst] = useState(false);
  if (isFirst) return <FirstSetUp onLeave={() => setFirst(false)} />;
  return (
    <EntryForm
      title={t(isRevoked ? "revokedTitle" : "enrol")}
      intro={t(isRevoked ? "revokedIntro" : "enrolIntro")}
      submit={t("enrol")}
      lines={[
        { name: "code", label: t("code") },
        { name: "deskName", label: t("deskName"), hint: t("deskNameHelp") },
      ]}
      onSubmit={async ({ code = "", deskName = "" }) => {
        const answer = await callPeople(zNothing, "enrol", { code, deskName });
        if (answer.ok) await refreshMe();
        return answer;
      }}
      onCancel={{ label: t("enrolFirst"), leave: () => setFirst(true) }}
    />
  );
}

/** The office gets people: this computer is its first, and three officers (or one) are named. */
export function FirstSetUp({ onLeave }: { readonly onLeave?: () => void }): ReactNode {
  const t = useTexts(peopleTexts);
  const label = useLabel();
  const [isMerged, setMerged] = useState(false);
  const [issued, setIssued] = useState<readonly z.infer<typeof zIssued>[]>([]);
  const officers = isMerged ? OFFICERS.slice(0, 1) : OFFICERS;
  if (issued.length > 0) return <Issued issued={issued} onWritten={() => void refreshMe()} />;
  return (
    <EntryForm
      title={t("setUp")}
      intro={t("setUpIntro")}
      submit={t("setUp")}
      lines={[
        { name: "code", label: t("code") },
        { name: "deskName", label: t("deskName"), hint: t("deskNameHelp") },
        ...officers.flatMap((role) => [
          { name: `${role} login`, label: t("officerLogin", { role: label(ROLES[role]) }), half: true },
          { name: `${role} name`, label: t("officerName", { role: label(ROLES[role]) }), half: true },
        ]),
      ]}
      onSubmit={async (typed) => {
        const { code = "", deskName = "" } = typed;
        const told = officers.map((role) => ({
          login: typed[`${role} login`] ?? "",
          name: typed[`${role} name`] ?? "",
        }));
        const answer = await callPeople(zSetUpDone, "set-up", { code, deskName, officers: told });
        if (!answer.ok) return answer;
        setIssued(answer.value.officers);
        return ok(undefined);
      }}
      {...(onLeave === undefined ? {} : { onCancel: { label: t("enrolOne"), leave: onLeave } })}
    >
      <p>
        <Checkbox checked={isMerged} onChange={({ target }) => setMerged(target.checked)}>
          {t("merged")}
        </Checkbox>
      </p>
    </EntryForm>
  );
}

/** One-time passwords, shown this once. */
function Issued(props: {
  readonly issued: readonly z.infer<typeof zIssued>[];
  readonly onWritten: () => void;
}): ReactNode {
  const t = useTexts(peopleTexts);
  return (
    <main className="sy-entry">
      <section className="sy-panel">
        <h1>{t("initialTitle")}</h1>
        <dl>
          {props.issued.map(({ id, login, initialPassword }) => (
            <div key={id}>
              <dt>{login}</dt>
              <dd className="sy-issued">
                <code>{initialPassword}</code>
              </dd>
            </div>
          ))}
        </dl>
        <Button type="primary" onClick={props.onWritten}>
          {t("written")}
        </Button>
      </section>
    </main>
  );
}

/** In place of the one-time password, or when somebody wants another. */
export function NewPassword({ onLeave }: { readonly onLeave?: () => void }): ReactNode {
  const t = useTexts(peopleTexts);
  const asksKinds = useMe(({ me }) => PROFILES[me?.profile ?? "standard"].kinds > 0);
  return (
    <EntryForm
      title={t("newPassword")}
      intro={asksKinds ? `${t("newPasswordIntro")}${t("newPasswordKinds")}` : t("newPasswordIntro")}
      submit={t("save")}
      lines={[
        { name: "old", label: t("oldPassword"), secret: true, autoComplete: "current-password" },
        { name: "fresh", label: t("freshPassword"), secret: true, autoComplete: "new-password" },
        { name: "again", label: t("again"), secret: true, autoComplete: "new-password" },
      ]}
      problemOf={({ fresh, again }) => (fresh === again ? undefined : t("notSame"))}
      onSubmit={async ({ old = "", fresh = "" }) => {
        const answer = await callPeople(zNothing, "password", { old, fresh });
        if (answer.ok) {
          await refreshMe();
          onLeave?.();
        }
        return answer;
      }}
      {...(onLeave === undefined ? {} : { onCancel: { label: t("cancel"), leave: onLeave } })}
    />
  );
}
