import { Modal } from "antd";
import type { ReactNode } from "react";
import { useLabel } from "../ui/i18n.ts";
import type { Label } from "../../shared/lib/define-record.ts";

const TITLE: Label = { zh: "键盘操作", en: "Keyboard" };

const KEYS: readonly { readonly group: Label; readonly keys: readonly (readonly [string, Label])[] }[] = [
  {
    group: { zh: "到处可用", en: "Everywhere" },
    keys: [
      ["F1", { zh: "本帮助", en: "This help" }],
      ["Ctrl+Z / Ctrl+Y", { zh: "撤销 / 重做（不在输入框中时）", en: "Undo / redo (outside text boxes)" }],
    ],
  },
  {
    group: { zh: "清单", en: "Lists" },
    keys: [
      [
        "↑ ↓ ← →",
        { zh: "移动；加 Shift 选择，加 Ctrl 到边缘", en: "Move; Shift selects, Ctrl goes to the edge" },
      ],
      [
        "Home / End",
        { zh: "行首 / 行尾；加 Ctrl 到首行 / 末行", en: "First / last column; with Ctrl first / last row" },
      ],
      ["Enter", { zh: "打开记录；在表头上排序", en: "Open the record; on a heading: sort" }],
      ["Alt+↓", { zh: "在表头上打开筛选", en: "On a heading: open its filter" }],
      ["Ctrl+A", { zh: "全选", en: "Select all" }],
      [
        "Ctrl+C / Ctrl+Shift+C",
        { zh: "复制 / 连同表头复制，可粘贴到 Excel、WPS", en: "Copy / with headings, for Excel and WPS" },
      ],
      ["Ctrl+F", { zh: "搜索", en: "Search" }],
    ],
  },
  {
    group: { zh: "填写", en: "Forms" },
    keys: [
      ["Ctrl+Enter", { zh: "保存", en: "Save" }],
      ["Esc", { zh: "取消", en: "Cancel" }],
      [
        "Ctrl+; / Ctrl+Shift+;",
        { zh: "在日期框填今天 / 在时间框填现在", en: "Today in a date box / now in a time box" },
      ],
    ],
  },
];

export function KeyboardHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const label = useLabel();
  return (
    <Modal open title={label(TITLE)} footer={null} onCancel={onClose} width={620}>
      {KEYS.map(({ group, keys }) => (
        <section key={group.en} className="sy-keys">
          <h3>{label(group)}</h3>
          <dl>
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{label(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
