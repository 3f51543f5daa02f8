import { Button, Input } from "antd";
import { useState, type ReactNode } from "react";
import { zNothing } from "../../../shared/people/wire.ts";
import { useTexts } from "../../ui/i18n.ts";
import { failureWords } from "../people/failure-words.ts";
import { callPeople } from "../people/people-client.ts";
import { failureTexts } from "../people/people-texts.ts";
import { serviceTexts } from "./service-texts.ts";

/** A connected computer that the service does not know yet; signing in comes next. */
export function ServiceEnrol({ onEnrolled }: { readonly onEnrolled: () => void }): ReactNode {
  const t = useTexts(serviceTexts);
  const words = useTexts(failureTexts);
  const [code, setCode] = useState("");
  const [deskName, setDeskName] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const enrol = async (): Promise<void> => {
    const answer = await callPeople(zNothing, "enrol", { code, deskName });
    if (answer.ok) onEnrolled();
    else setProblem(failureWords(words, answer.failure));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <p>{t("enrolIntro")}</p>
      <div className="sy-service-line">
        <label htmlFor="service-code">{t("code")}</label>
        <Input
          id="service-code"
          value={code}
          autoComplete="off"
          maxLength={100}
          onChange={(event) => setCode(event.target.value)}
        />
        <label htmlFor="service-desk">{t("deskName")}</label>
        <Input
          id="service-desk"
          value={deskName}
          autoComplete="off"
          maxLength={60}
          placeholder={t("deskNameHint")}
          onChange={(event) => setDeskName(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={code.trim() === "" || deskName.trim() === ""}>
          {t("enrol")}
        </Button>
      </div>
      <p className="sy-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
