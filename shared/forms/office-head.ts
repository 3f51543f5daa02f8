import type { Hospital } from "../records/index.ts";
import { paperCode, type PaperCode } from "./paper-code.ts";
import type { FormCode, Paper } from "./paper.ts";

const FORMS: Readonly<Record<FormCode, { readonly name: string; readonly edition: string }>> = {
  F04: { name: "服务要求传真", edition: "A/0" },
  F05: { name: "服务跟踪卡", edition: "A/0" },
};

/** What the head and foot of every form of this office say. */
export function officeHead(
  form: FormCode,
  office: Hospital,
  code: PaperCode,
): Omit<Paper, "sections" | "urgency"> {
  const reach = [
    ["电话", office.phone],
    ["值班", office.dutyPhone],
    ["传真", office.fax],
  ].flatMap(([label, number]) => (number ? [`${label} ${number}`] : []));
  return {
    form,
    formName: FORMS[form].name,
    edition: FORMS[form].edition,
    number: code.number,
    hospital: office.name,
    office: office.office ?? "信息科",
    qr: paperCode(code),
    foot: reach.join("　"),
  };
}
