import type { Instant } from "../lib/instants.ts";
import type { Hospital } from "../records/index.ts";
import { documentTime } from "./chinese-time.ts";
import { officeHead } from "./office-head.ts";
import { byHand, fields, value, type Paper } from "./paper.ts";

export interface RecoverySheetInput {
  readonly number: string;
  readonly hospital: Hospital;
  /** The whole key, which the code holds, and its letters in groups to be typed. */
  readonly key: string;
  readonly groups: readonly string[];
  readonly desk: string;
  readonly fingerprint: string;
  readonly madeAt: Instant;
}

const A_ROW = 4;

/**
 * WY03 《归档恢复密钥》: the second key of every archive, on paper alone. Its code is no way back to a record but the key
 * itself, so that nobody has to type it. Source: issue on sync, part 5.
 */
export function recoverySheet(input: RecoverySheetInput): Paper {
  const { number, hospital, key, groups, desk, fingerprint, madeAt } = input;
  const rows = Array.from({ length: Math.ceil(groups.length / A_ROW) }, (_, row) =>
    Array.from({ length: A_ROW }, (__, at) => row * A_ROW + at),
  );
  return {
    ...officeHead("WY03", hospital, { kind: "blank", number }),
    qr: key,
    sections: [
      {
        title: "一、恢复密钥（每格依次录入，不分大小写，空格可省略；右上角二维码与此相同）",
        keepTogether: true,
        blocks: rows.map((row) =>
          fields(...row.map((at) => value(at < groups.length ? `第 ${at + 1} 组` : "", groups[at], 3))),
        ),
      },
      {
        title: "二、制作",
        blocks: [
          fields(value("密钥编号", number, 7), value("制作电脑", desk, 5)),
          fields(value("制作时间", documentTime(madeAt), 7), byHand("打印人", 5)),
          fields(value("签名指纹", fingerprint, 12)),
        ],
      },
      {
        title: "三、怎么用",
        blocks: [
          {
            kind: "notes",
            lines: [
              "1. 忘记归档口令时，用本页代替口令打开归档文件；归档文件丢失时，本页打不开任何东西。",
              "2. 在新电脑上启动守约，选“从归档恢复”，选择归档文件，开锁方式选“恢复密钥”，扫码粘贴或按组录入。",
              "3. 程序里不保存本密钥，遗失不能补印，只能另换一把；另换的只对以后的归档有效，旧归档仍须用旧密钥。",
              "4. 本页与归档文件须分开存放：装入信封、封口签字、放保险柜。不要拍照，不要存进电脑，不要传真。",
              "5. 任何支持 age 格式的工具也能打开：完整密钥为 AGE-SECRET-KEY-1 后接以上各组（不含空格）。",
            ],
          },
        ],
      },
      {
        keepTogether: true,
        blocks: [
          {
            kind: "signing",
            lines: ["封存人签字：", "保管人签字：", "存放地点：", "日期：　　　　年　　月　　日"],
            seal: "医院盖章处",
          },
        ],
      },
    ],
  };
}
