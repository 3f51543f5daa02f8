import type { ReactNode } from "react";
import type { Paper } from "../../shared/forms/paper.ts";
import { QrCode } from "./qr-code.tsx";

/** One A4 page: the head with number, edition and page, a body, the foot. A page that comes back alone names itself. */
export function Sheet(props: {
  readonly paper: Paper;
  readonly page: number;
  readonly pageCount: number;
  readonly children: ReactNode;
}): ReactNode {
  const { paper, page, pageCount } = props;
  return (
    <section className="paper-sheet" aria-label={`${paper.formName} ${paper.number} ${page}/${pageCount}`}>
      <header className="paper-head">
        <div className="paper-titles">
          <div className="paper-hospital">
            {paper.hospital} {paper.office}
          </div>
          <div className="paper-name">{paper.formName}</div>
          <div className="paper-meta">
            <span className="paper-number">编号：{paper.number}</span>
            {paper.urgency === undefined ? null : <span className="paper-urgency">{paper.urgency}</span>}
          </div>
          <div className="paper-meta">
            <span>表号：{paper.form}</span>
            <span>版次：{paper.edition}</span>
            <span>
              第 {page} 页 共 {pageCount} 页
            </span>
          </div>
        </div>
        <QrCode text={paper.qr} />
      </header>
      <div className="paper-body">{props.children}</div>
      <footer className="paper-foot">
        <span>{paper.foot}</span>
        {pageCount > 1 ? <span>多页须加盖骑缝章</span> : null}
      </footer>
    </section>
  );
}
