import type { ReactNode } from "react";

interface PageProps {
  readonly title: string;
  /** Beside the title: search, buttons. */
  readonly tools?: ReactNode;
  /** A page that is as long as its content; otherwise the body fills the window, as a grid needs. */
  readonly flowing?: boolean;
  readonly children: ReactNode;
}

/** A screen's frame: its one heading, its tools, its body. */
export function Page({ title, tools, flowing = false, children }: PageProps): ReactNode {
  return (
    <div className={`sy-page${flowing ? " is-flowing" : ""}`}>
      <header className="sy-page-head">
        <h1>{title}</h1>
        {tools}
      </header>
      <div className="sy-page-body">{children}</div>
    </div>
  );
}
