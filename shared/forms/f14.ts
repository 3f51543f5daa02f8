import { daysBetween, type CalendarDate } from "../lib/dates.ts";
import { module as definition } from "../records/module.ts";
import type { Contract, Hospital, Letter, RecordData, Vendor } from "../records/index.ts";
import { answerByOf } from "../rules/obligations/letter-state.ts";
import { DATE_BY_HAND, documentDate } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { fields, saidOf, value, type Paper, type Section } from "./paper.ts";

export interface LetterAnswerInput {
  readonly letterId: string;
  readonly letter: Letter;
  readonly hospital: Hospital;
  readonly vendor?: Vendor;
  readonly contract?: Contract;
  readonly modules: readonly LetterModule[];
}

interface LetterModule {
  readonly module: RecordData<"module">;
  readonly system?: { readonly name: string };
}

/**
 * F14 督促验收函登记答复单: the vendor's letter as we registered it, the modules it is about with where each stands, by
 * when we must answer, and the answer. Source: checklist F14, C05.
 */
export function letterAnswer(input: LetterAnswerInput): Paper {
  const { letter, letterId, hospital } = input;
  return {
    ...officeHead("F14", hospital, { kind: "letter", id: letterId, number: letter.number }),
    sections: [registered(input), modules(input.modules), answer(letter), signatures(input)],
  };
}

function registered({ letter, vendor, contract }: LetterAnswerInput): Section {
  const answerBy = answerByOf(letter);
  return {
    title: "一、来函登记",
    blocks: [
      fields(value("来函单位", vendor?.name, 7), value("来函文号", letter.theirNumber, 5)),
      fields(value("合同", [contract?.number, contract?.title].filter(Boolean).join(" "), 12)),
      fields(value("事由", letter.subject, 12)),
      fields(
        value("函件日期", documentDate(letter.letterDate), 7),
        value("收到日期", documentDate(letter.receivedDate), 5),
      ),
      fields(
        value(
          "答复期限",
          answerBy === undefined ? "" : `不晚于 ${documentDate(answerBy)}${countedFrom(letter, answerBy)}`,
          12,
        ),
      ),
      ...(letter.note === undefined || letter.note === "" ? [] : [fields(value("备注", letter.note, 12))]),
    ],
  };
}

/** How the deadline was counted, so that nobody argues about the first day. */
function countedFrom({ kind, receivedDate, letterDate }: Letter, answerBy: CalendarDate): string {
  const received = kind === "acceptance" ? undefined : receivedDate;
  const from = received ?? letterDate;
  return `（自${received === undefined ? "函件" : "收到"}之日起 ${daysBetween(from, answerBy)} 天，当日不计）`;
}

function modules(all: readonly LetterModule[]): Section {
  const states = definition.fields.acceptance.choices ?? {};
  return {
    title: "二、涉及模块与验收状态",
    blocks: [
      {
        kind: "table",
        columns: [
          { label: "模块", span: 3.2 },
          { label: "验收状态", span: 2.6 },
          { label: "投入使用", span: 1.9 },
          { label: "验收日期", span: 1.9 },
          { label: "说明", span: 2.4 },
        ],
        rows: all.map(({ module, system }) => [
          [system?.name, module.name].filter(Boolean).join("\n"),
          module.acceptance === undefined ? "未登记" : saidOf(states, module.acceptance),
          module.inUseSince ?? "",
          module.acceptedDate ?? "",
          module.acceptanceNote ?? "",
        ]),
        minRows: 3,
      },
    ],
  };
}

function answer(letter: Letter): Section {
  const answers = ["同意组织验收", "部分验收", "暂不具备验收条件", "有争议，另行协商"];
  return {
    title: "三、我方答复",
    blocks: [
      fields({
        kind: "checks",
        label: "答复意见",
        span: 12,
        options: answers.map((label) => ({ label, checked: false })),
      }),
      { kind: "text", label: "答复内容", text: letter.answer ?? "", minLines: 3, grows: true },
      ...(letter.answeredDate === undefined
        ? []
        : [fields(value("答复日期", documentDate(letter.answeredDate), 12))]),
    ],
  };
}

function signatures({ hospital, vendor }: LetterAnswerInput): Section {
  return {
    keepTogether: true,
    blocks: [
      { kind: "text", label: "签收意见", text: "", minLines: 1, grows: true },
      {
        kind: "signingPair",
        parties: [
          {
            name: `答复方：${hospital.name}`,
            seal: "医院盖章处",
            lines: ["经办人签字：", "科室负责人签字：", `日期：${DATE_BY_HAND}`],
          },
          {
            name: `签收方：${vendor?.name ?? ""}`,
            seal: "厂商盖章处",
            lines: ["签收人签字：", "职务：", `日期：${DATE_BY_HAND}`],
          },
        ],
      },
    ],
  };
}
