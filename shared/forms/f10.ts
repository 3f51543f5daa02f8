import { yuanText, yuanTwice } from "../lib/yuan.ts";
import type { Agreement } from "../records/index.ts";
import { visitFee } from "../rules/fees/visit-fee.ts";
import { AMOUNT_BY_HAND, noteOf, partiesOf, signedBy, type AgreementInput } from "./agreement-parts.ts";
import { officeHead } from "./office-head.ts";
import { byHand, fields, value, type Paper, type Section } from "./paper.ts";

/**
 * F10 补充协议 for a visit outside the contract: the estimate, the fee with its formula spelled out, both seals. Signed
 * and faxed back before anybody sets out. Source: checklist F10, C04.
 */
export function visitAgreement(input: AgreementInput): Paper {
  const { agreement, agreementId, hospital } = input;
  return {
    ...officeHead("F10", hospital, { kind: "agreement", id: agreementId, number: agreement.number }),
    ...(agreement.withdrawnDate === undefined ? {} : { urgency: "已作废" }),
    sections: [
      partiesOf(input),
      {
        title: "一、预计工作量",
        blocks: [
          { kind: "text", label: "服务内容", text: agreement.workload ?? "", minLines: 2, grows: true },
          ...noteOf(agreement),
        ],
      },
      fee(agreement),
      signedBy("三、约定与签章", input, [
        "以上工作量与费用为预计；天数自到达之日计至离开之日。",
        "本协议经双方签字盖章并回传后，乙方派出人员。",
        "本协议是主合同的补充，未列事项按主合同执行。",
      ]),
    ],
  };
}

function fee(agreement: Agreement): Section {
  const { amountFen } = agreement;
  const totalFen = totalOf(agreement);
  const people = `${count(agreement.people)} 人`;
  const days = `${count(agreement.days)} 天`;
  return {
    title: "二、费用",
    keepTogether: true,
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "费用项目", span: 3 },
          { label: "计费单位", span: 3 },
          { label: "标准（元）", span: 3 },
          { label: "数量", span: 3 },
        ],
        rows: [
          ["往返交通费", "每人", yuan(agreement.travelFen), people],
          ["住宿费", "每人每天", yuan(agreement.lodgingFen), `${people}×${days}`],
          ["薪酬费", "每人每天", yuan(agreement.dailyFen), `${people}×${days}`],
        ],
        minRows: 3,
      },
      {
        kind: "notes",
        lines: ["合计＝人数×〔往返交通费＋（住宿费＋薪酬费）×天数〕", formula(agreement, totalFen)],
      },
      totalFen === undefined
        ? fields(byHand("合计", 12, AMOUNT_BY_HAND))
        : fields(value("合计", yuanTwice(totalFen), 12)),
      // Both sides may settle on another sum: then that one binds, and the paper says so beside the formula.
      ...(amountFen === undefined || amountFen === totalFen
        ? []
        : [fields(value("议定金额", `${yuanTwice(amountFen)}，以此为准`, 12))]),
    ],
  };
}

function formula({ people, days, travelFen, lodgingFen, dailyFen }: Agreement, totalFen?: number): string {
  const money = (fen: number | undefined): string => yuan(fen) || "＿＿＿＿";
  const sum = totalFen === undefined ? "＿＿＿＿" : yuanText(totalFen);
  return `${INDENT}＝${count(people)}×〔${money(travelFen)}＋（${money(lodgingFen)}＋${money(dailyFen)}）×${count(days)}〕＝${sum} 元`;
}

/** What the formula gives; undefined while a figure is missing, or none that money can be. */
function totalOf({ people, days, travelFen, lodgingFen, dailyFen }: Agreement): number | undefined {
  if (people === undefined || days === undefined) return undefined;
  if (travelFen === undefined || lodgingFen === undefined || dailyFen === undefined) return undefined;
  const fee = visitFee({ people, days, travelFen, lodgingFen, dailyFen });
  return fee.ok ? fee.value : undefined;
}

/** Under the first sign of the line above. */
const INDENT = "　　";

function yuan(fen: number | undefined): string {
  return fen === undefined ? "" : yuanText(fen);
}

/** A figure, or a line to write it on. */
function count(n: number | undefined): string {
  return n === undefined ? "＿＿" : String(n);
}
