import { Alert, Spin, Tabs } from "antd";
import type { ReactNode } from "react";
import { registry } from "../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { CountBlocks, thousands } from "./count-blocks.tsx";
import type { Verdict } from "./engine-protocol.ts";
import { FailureNote } from "./failure-note.tsx";
import { HeldDownload } from "./held-download.tsx";
import { importTexts } from "./import-texts.ts";
import { ProblemsTable } from "./problems-table.tsx";
import { SamplesTable } from "./samples-table.tsx";
import { useWizardState } from "./use-wizard-state.ts";
import type { Wizard } from "./wizard.ts";

const NAMES_SHOWN = 8;

/** Step 4: what would be written, what would not and why, before anything is. */
export function CheckStep({ wizard }: { readonly wizard: Wizard }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const { verdict, mapping, failure, type } = useWizardState(wizard);
  if (verdict === null || mapping === null) {
    return (
      <div className="sy-import-busy" role="status">
        <FailureNote failure={failure} />
        {failure === null && (
          <>
            <Spin />
            <span>{t("checking")}</span>
          </>
        )}
      </div>
    );
  }
  const near = verdict.problems.filter(({ kind }) => kind === "nearDuplicate");
  const others = verdict.problems.filter(({ kind }) => kind !== "nearDuplicate");
  const words = { records: thousands(verdict.records), type: label(registry[type].label) };
  const events = verdict.events > 0 ? t("withEvents", { events: thousands(verdict.events) }) : "";
  return (
    <div className="sy-import-fill sy-import-scroll">
      <FailureNote failure={failure} />
      <div className="sy-import-verdict">
        <CountBlocks
          counts={[
            { label: t("rows"), count: verdict.rows },
            { label: t("accepted"), count: verdict.accepted, sign: "=" },
            { label: t("duplicates"), count: verdict.duplicates, sign: "+" },
            { label: t("held"), count: verdict.held, sign: "+", isBad: verdict.held > 0 },
          ]}
        />
        {verdict.held > 0 && <HeldDownload wizard={wizard} />}
      </div>
      {verdict.records === 0 ? (
        <Alert type="warning" showIcon title={t("nothingNew")} />
      ) : (
        <ul className="sy-import-becomes">
          <li>
            {t("becomes", words)}
            {events}
          </li>
          {createdWords(verdict).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Tabs
        size="small"
        defaultActiveKey={others.length > 0 ? "problems" : "samples"}
        items={[
          {
            key: "problems",
            label: t("tabProblems", { count: verdict.problemCount - near.length }),
            children: <ProblemsTable problems={others} all={verdict.problemCount - near.length} />,
          },
          ...(near.length === 0
            ? []
            : [
                {
                  key: "near",
                  label: t("tabNear", { count: near.length }),
                  children: <ProblemsTable problems={near} all={near.length} />,
                },
              ]),
          {
            key: "samples",
            label: t("tabSamples"),
            children: <SamplesTable drafts={verdict.samples} />,
          },
        ]}
      />
    </div>
  );

  function createdWords({ create }: Verdict): string[] {
    return [...new Set(create.map((name) => name.type))].map((made) => {
      const names = create.filter((name) => name.type === made).map(({ name }) => name);
      const shown = names.slice(0, NAMES_SHOWN).join("、");
      return t("willCreate", {
        type: label(registry[made].label),
        count: names.length,
        names: names.length > NAMES_SHOWN ? `${shown}…` : shown,
      });
    });
  }
}
