import { yuanTwice } from "../lib/yuan.ts";
import { AMOUNT_BY_HAND, noteOf, partiesOf, signedBy, type AgreementInput } from "./agreement-parts.ts";
import { DATE_BY_HAND, documentDate } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { byHand, fields, value, type Paper, type Section } from "./paper.ts";

/**
 * F11 软件客户化修改协议: a change of the software, which maintenance does not include: what is changed, what it costs,
 * how it is accepted, both seals. Source: checklist F11, C17.
 */
export function changeAgreement(input: AgreementInput): Paper {
  const { agreement, agreementId, hospital } = input;
  return {
    ...officeHead("F11", hospital, { kind: "agreement", id: agreementId, number: agreement.number }),
    ...(agreement.withdrawnDate === undefined ? {} : { urgency: "已作废" }),
    sections: [
      partiesOf(input),
      {
        title: "一、修改内容",
        blocks: [
          { kind: "text", label: "修改要求", text: agreement.workload ?? "", minLines: 4, grows: true },
          ...noteOf(agreement),
        ],
      },
      {
        title: "二、费用",
        blocks: [
          agreement.amountFen === undefined
            ? fields(byHand("金额", 12, AMOUNT_BY_HAND))
            : fields(value("金额", yuanTwice(agreement.amountFen), 12)),
        ],
      },
      acceptance(input),
      signedBy("四、约定与签章", input, [
        "软件修改不属于合同维护范围，单独计费、单独验收。",
        "乙方收到双方签字盖章的本协议后开始修改，完成后由甲方按上列标准验收。",
        "本协议是主合同的补充，未列事项按主合同执行。",
      ]),
    ],
  };
}

function acceptance({ agreement }: AgreementInput): Section {
  return {
    title: "三、完成与验收",
    blocks: [
      fields(
        byHand("计划完成", 6, DATE_BY_HAND),
        byHand("验收日期", 6, documentDate(agreement.acceptedDate) || DATE_BY_HAND),
      ),
      { kind: "text", label: "验收标准", text: "", minLines: 3 },
    ],
  };
}
