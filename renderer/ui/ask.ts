import { App } from "antd";

export interface Question {
  readonly title: string;
  readonly body?: string;
  readonly yes: string;
  readonly no: string;
  /** The answer destroys or discards something. */
  readonly danger?: boolean;
}

/** Asks before something that one may not want. Resolves to the answer; Esc is no, and so is leaving the page it is about. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  return (question) =>
    new Promise((resolve) => {
      // A key that asks must not be the one that answers: Esc would close the question in the same breath.
      setTimeout(() => {
        const asked = modal.confirm({
          title: question.title,
          content: question.body,
          okText: question.yes,
          cancelText: question.no,
          okButtonProps: { danger: question.danger === true },
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
          afterClose: () => window.removeEventListener("hashchange", leave),
        });
        const leave = (): void => {
          asked.destroy();
          resolve(false);
        };
        window.addEventListener("hashchange", leave, { once: true });
      });
    });
}

export interface Toast {
  readonly done: (text: string) => void;
  readonly problem: (text: string) => void;
}

/** Short words in the lower corner, where they cover no heading; read aloud too. A problem stays longer. */
export function useToast(): Toast {
  const { notification } = App.useApp();
  return {
    done: (text) => notification.success({ title: text, role: "status" }),
    problem: (text) => notification.error({ title: text, duration: 8 }),
  };
}
