import { Button } from "antd";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { SigningDetails } from "../../../../shared/commands/contracts/sign-from-template.ts";
import type { ContractTemplate } from "../../../../shared/commands/contracts/template.ts";
import { dateOf } from "../../../../shared/lib/instants.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useRecords } from "../../../records/use-desk.tsx";
import { useUnsavedGuard } from "../../../records/use-unsaved-guard.ts";
import { useConfirm, useToast } from "../../../ui/ask.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { Page } from "../../../ui/page.tsx";
import { ClauseLines } from "./clause-lines.tsx";
import { DetailFields } from "./detail-fields.tsx";
import { EntitlementLines } from "./entitlement-lines.tsx";
import { ObligationLines } from "./obligation-lines.tsx";
import { SIGN_ADDRESS } from "./sign-address.ts";
import {
  chosen,
  draftOf,
  problemsOf,
  withDetails,
  type Predecessor,
  type Problems,
  type SignDraft,
} from "./sign-draft.ts";
import { signTexts } from "./sign-texts.ts";
import { useSign } from "./use-sign.ts";

interface SignFormProps {
  readonly template: ContractTemplate;
  readonly predecessor?: Predecessor | undefined;
}

/** One contract to sign: who and when above, what it says below, all of it open to change. Ctrl+Enter signs. */
export function SignForm({ template, predecessor }: SignFormProps): ReactNode {
  const t = useTexts(signTexts);
  const say = useLabel();
  const toast = useToast();
  const confirm = useConfirm();
  const [, go] = useLocation();
  const sign = useSign();
  const systems = useRecords("system");
  const [draft, setDraft] = useState<SignDraft>(() => draftOf(template, dateOf(Date.now()), predecessor));
  const [dirty, setDirty] = useState(false);
  const [problems, setProblems] = useState<Problems>(new Map());
  const [attempt, setAttempt] = useState(0);
  const unread = useRef(new Set<string>());
  const saving = useRef(false);
  useUnsavedGuard(dirty);
  useEffect(() => document.getElementById("sign-vendorId")?.focus(), []);
  useEffect(() => {
    const wrong = document.querySelector<HTMLElement>(".sy-sign .is-wrong input");
    wrong?.scrollIntoView({ block: "center" });
    wrong?.focus();
  }, [attempt]);

  const change = (next: (before: SignDraft) => SignDraft): void => {
    setDraft(next);
    setDirty(true);
  };
  const fill = (patch: Partial<SigningDetails>): void => {
    const first = (patch.systemIds ?? draft.details.systemIds)[0];
    const system = systems?.find(({ id }) => id === first)?.data;
    // A system knows who makes it.
    const vendor =
      patch.systemIds !== undefined && draft.details.vendorId === "" && system?.vendorId !== undefined
        ? { vendorId: system.vendorId }
        : {};
    setProblems((before) => new Map([...before].filter(([field]) => !(field in patch))));
    change((before) => withDetails(before, { ...vendor, ...patch }, template, system?.name ?? ""));
  };
  const onProblem = (place: string, problem: string | undefined): void => {
    if (problem === undefined) unread.current.delete(place);
    else unread.current.add(place);
  };
  const submit = async (): Promise<void> => {
    if (saving.current) return;
    if (unread.current.size > 0) {
      toast.problem(t("fixFirst", { count: unread.current.size }));
      return;
    }
    saving.current = true;
    const signed = await sign(template, draft).finally(() => (saving.current = false));
    if (signed.kind === "problem") toast.problem(signed.words);
    else if (signed.kind === "failures") {
      const found = problemsOf(signed.failures, draft);
      setProblems(found);
      setAttempt((before) => before + 1);
      toast.problem(t("fixFirst", { count: found.size }));
    } else {
      setDirty(false);
      go(recordAddress("contract", signed.contractId), { replace: true });
    }
  };
  const leave = async (): Promise<void> => {
    const question = {
      title: t("leaveAsk"),
      body: t("leaveBody"),
      yes: t("leave"),
      no: t("stay"),
      danger: true,
    };
    if (!dirty || (await confirm(question))) go(SIGN_ADDRESS);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // A box reads what was typed when it gets the key: sign what it read.
      setTimeout(() => document.getElementById("sign-save")?.click());
    }
    if (event.defaultPrevented) return;
    if (event.key === "Escape" && document.querySelector(".ant-select-open") === null) void leave();
  };
  const lines = { draft, problems, onChange: change, onProblem };
  return (
    <Page
      title={t("titleNamed", { name: say(template.name) })}
      tools={
        <>
          {template.source !== "" && (
            <span className="sy-quiet">{t("source", { source: template.source })}</span>
          )}
          <span className="sy-grow" />
          <Button href={`#${SIGN_ADDRESS}`}>{t("otherTemplate")}</Button>
        </>
      }
      flowing
    >
      <form className="sy-sign" noValidate onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <DetailFields
          template={template}
          details={draft.details}
          touched={draft.touched}
          problems={problems}
          onFill={fill}
          onProblem={onProblem}
        />
        <ClauseLines {...lines} />
        <EntitlementLines {...lines} />
        <ObligationLines {...lines} />
        <div className="sy-form-buttons sy-sign-buttons">
          <Button id="sign-save" type="primary" onClick={() => void submit()}>
            {t("save")}
          </Button>
          <Button onClick={() => void leave()}>{t("cancel")}</Button>
          <span className="sy-quiet" role="status">
            {t("sum", {
              clauses: chosen(draft.clauses).length,
              entitlements: chosen(draft.entitlements).length,
              obligations: chosen(draft.obligations).length,
            })}
          </span>
        </div>
      </form>
    </Page>
  );
}
