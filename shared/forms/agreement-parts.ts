import type { Agreement, Contract, Hospital, Incident, Vendor } from "../records/index.ts";
import { DATE_BY_HAND, documentDate } from "./chinese-time.ts";
import { fields, value, type Block, type Section } from "./paper.ts";

export interface AgreementInput {
  readonly agreementId: string;
  readonly agreement: Agreement;
  readonly hospital: Hospital;
  readonly vendor?: Vendor;
  readonly contract?: Contract;
  /** The fault it is about, where there is one. */
  readonly incident?: Incident;
}

/** Who agrees, beside which contract, about what. */
export function partiesOf({ agreement, hospital, vendor, contract, incident }: AgreementInput): Section {
  return {
    blocks: [
      fields(value("甲方", hospital.name, 12)),
      fields(value("乙方", vendor?.name, 12)),
      fields(value("主合同", [contract?.number, contract?.title].filter(Boolean).join(" "), 12)),
      fields(
        value("故障编号", incident?.number, 7),
        value("报价日期", documentDate(agreement.quotedDate), 5),
      ),
      fields(value("事由", agreement.subject, 12)),
    ],
  };
}

/** Numbered terms and room for more, then both sides sign and seal, all on one page. */
export function signedBy(
  title: string,
  { hospital, vendor }: AgreementInput,
  terms: readonly string[],
): Section {
  const party = (side: string, name: string) => ({
    name: `${side}：${name}`,
    seal: `${side}盖章处`,
    lines: ["代表签字：", `日期：${DATE_BY_HAND}`],
  });
  return {
    title,
    keepTogether: true,
    blocks: [
      { kind: "notes", lines: terms.map((term, index) => `${index + 1}. ${term}`) },
      { kind: "text", label: "其他约定", text: "", minLines: 1, grows: true },
      { kind: "signingPair", parties: [party("甲方", hospital.name), party("乙方", vendor?.name ?? "")] },
    ],
  };
}

/** A row for the note, where there is one. */
export function noteOf({ note }: Agreement): readonly Block[] {
  return note === undefined || note.trim() === ""
    ? []
    : [{ kind: "text", label: "备注", text: note, minLines: 1 }];
}

/** An amount still to be written, in figures and in capitals. */
export const AMOUNT_BY_HAND = "¥　　　　　　　　（大写：　　　　　　　　　　　　　　　　）";
