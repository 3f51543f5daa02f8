import type { Hospital } from "../records/index.ts";
import { paperCode, type PaperCode } from "./paper-code.ts";
import type { FormCode, Paper } from "./paper.ts";

const FORMS: Readonly<Record<FormCode, { readonly name: string; readonly edition: string }>> = {
  F04: { name: "服务要求传真", edition: "A/0" },
  F05: { name: "服务跟踪卡", edition: "A/0" },
  F10: { name: "上门服务补充协议", edition: "A/0" },
  F11: { name: "软件客户化修改协议", edition: "A/0" },
  F12: { name: "解决方案确认书", edition: "A/0" },
  F14: { name: "督促验收函登记答复单", edition: "A/0" },
  WY01: { name: "违约认定单", edition: "A/0" },
  WY02: { name: "厂商服务考核表", edition: "A/0" },
  WY03: { name: "归档恢复密钥", edition: "A/0" },
};

/** The office is asked for its name at the first start; until then the head is left to the pen. */
export const UNNAMED_HOSPITAL: Hospital = { name: "　　　　　　　　医院" };

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
