import { EditOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import type { Stored } from "../../../shared/records/index.ts";
import { editAddress, listAddress } from "../../records/addresses.ts";
import { fieldText } from "../../records/field-text.ts";
import { dataOf, fieldsOf, referredTypes } from "../../records/fields-of.ts";
import { PrintSheet } from "../../records/print-sheet.tsx";
import { recordTexts } from "../../records/record-texts.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTextContext } from "../../records/use-names.ts";
import { useConfirm, useToast } from "../../ui/ask.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { contractTexts } from "./contract-texts.ts";

/** What any record can do: be edited in its plain form, printed, deleted. */
export function HeadTools({ contract }: { readonly contract: Stored<"contract"> }): ReactNode {
  const t = useTexts(contractTexts);
  const label = useLabel();
  const [, go] = useLocation();
  const [printing, setPrinting] = useState(false);
  const context = useTextContext(referredTypes("contract"));
  const remove = useRemove(contract);
  return (
    <>
      <Button icon={<EditOutlined aria-hidden />} onClick={() => go(editAddress("contract", contract.id))}>
        {t("edit")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "score", label: t("score") },
            { key: "print", label: t("print") },
            { key: "remove", label: t("remove"), danger: true },
          ],
          onClick: ({ key }) => {
            if (key === "print") setPrinting(true);
            if (key === "remove") void remove();
            if (key === "score") go(`/scores/${contract.data.vendorId}`);
          },
        }}
      >
        <Button>{t("more")}</Button>
      </Dropdown>
      {printing && (
        <PrintSheet
          title={`${label({ zh: "合同", en: "Contract" })} ${contract.data.title}`}
          header={[]}
          rows={fieldsOf("contract").map(([key, field]) => [
            label(field.label),
            fieldText(field, dataOf(contract)[key], context),
          ])}
          onPrinted={() => setPrinting(false)}
        />
      )}
    </>
  );
}

function useRemove({ id, data: { title: name } }: Stored<"contract">): () => Promise<void> {
  const t = useTexts(recordTexts);
  const desk = useDesk();
  const toast = useToast();
  const confirm = useConfirm();
  const problemOf = useSaveProblem();
  const [, go] = useLocation();
  return async () => {
    const question = {
      title: t("removeAsk", { name }),
      body: t("removeBody"),
      yes: t("remove"),
      no: t("keep"),
    };
    if (!(await confirm({ ...question, danger: true }))) return;
    const saved = await desk.save({ zh: `删除合同 ${name}`, en: `Delete contract ${name}` }, [
      { type: "contract", id, patch: { $deleted: true } },
    ]);
    if (!saved.ok) {
      toast.problem(problemOf(saved.failure));
      return;
    }
    toast.done(t("removed", { name }));
    go(listAddress("contract"), { replace: true });
  };
}
