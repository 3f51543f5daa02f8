import { Button, Result } from "antd";
import { Component, type ReactNode } from "react";
import { defineTexts, useTexts } from "./i18n.ts";

const texts = defineTexts("error-boundary", {
  title: { zh: "这一页出了问题", en: "This page ran into a problem" },
  body: {
    zh: "已保存的记录没有受影响。请重试；如果仍然不行，请回到首页，或重新打开程序。",
    en: "Saved records are not affected. Try again; if that does not help, go to the first page or reopen the program.",
  },
  retry: { zh: "重试", en: "Try again" },
  home: { zh: "回到首页", en: "First page" },
});

interface ErrorBoundaryProps {
  /** Where the error is said to be, for the log: the address of a page, never its content. */
  readonly place: string;
  readonly children: ReactNode;
}

/** The border at which errors of drawing end: a plain sentence and a next step instead of a white window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error("page failed", this.props.place, error instanceof Error ? error.message : typeof error);
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <Failed onRetry={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}

function Failed({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  const t = useTexts(texts);
  return (
    <div role="alert">
      <Result
        status="warning"
        title={t("title")}
        subTitle={t("body")}
        extra={[
          <Button key="retry" type="primary" onClick={onRetry}>
            {t("retry")}
          </Button>,
          <Button key="home" href="#/">
            {t("home")}
          </Button>,
        ]}
      />
    </div>
  );
}
