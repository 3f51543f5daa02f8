import type { ReactNode } from "react";
import type { SigningParty } from "../../shared/forms/paper.ts";
import type { PieceContent, RowCell } from "./pieces.ts";

export interface PieceViewProps {
  readonly content: PieceContent;
  /** The lines to draw, cell by cell; null while the browser is asked how it breaks them. */
  readonly lines: readonly (readonly string[])[] | null;
  /** Lines of room in every cell. */
  readonly room: number;
  readonly extraPx?: number;
  readonly continued?: boolean;
  readonly pageCount: number;
}

/** One piece of a form: a ruled row, a title, the boxes to sign and seal. */
export function PieceView(props: PieceViewProps): ReactNode {
  const { content } = props;
  switch (content.kind) {
    case "heading":
      return <div className="paper-piece paper-heading">{content.text}</div>;
    case "row":
      return <Row {...props} content={content} />;
    case "signing":
      return (
        <div className="paper-piece paper-signing">
          <div className="paper-signatures">
            {content.lines.map((line) => (
              <div key={line} className="paper-signature">
                {line}
              </div>
            ))}
          </div>
          <div className="paper-seal">
            <div className="paper-seal-box" />
            <div>{content.seal}（盖章有效）</div>
          </div>
        </div>
      );
    case "signingPair":
      return (
        <div className="paper-piece paper-pair">
          {content.parties.map((party, index) => (
            <Party key={index} party={party} />
          ))}
        </div>
      );
    case "notes":
      return (
        <div className="paper-piece paper-notes">
          {content.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      );
  }
}

function Party({ party }: { readonly party: SigningParty }): ReactNode {
  return (
    <div className="paper-party">
      <div className="paper-party-name">{party.name}</div>
      <div className="paper-seal-box" />
      <div className="paper-party-seal">{party.seal}（盖章有效）</div>
      {party.lines.map((line) => (
        <div key={line} className="paper-signature">
          {line}
        </div>
      ))}
    </div>
  );
}

function Row(props: PieceViewProps & { readonly content: PieceContent & { kind: "row" } }): ReactNode {
  const { content, lines, room, extraPx = 0, continued = false, pageCount } = props;
  const flowOf = flowIndexes(content.cells);
  const minHeight = `calc(${room} * var(--line) + ${extraPx}px)`;
  return (
    <div className={`paper-piece paper-row paper-${content.look}`}>
      {content.cells.map((cell, index) => {
        const flow = flowOf[index] ?? -1;
        return (
          <div key={index} className="paper-cell" style={{ flexBasis: `${(cell.span / 12) * 100}%` }}>
            {cell.label === undefined ? null : (
              <div className="paper-label">
                <span>{cell.label}</span>
                {continued ? <span>（续）</span> : null}
              </div>
            )}
            <div className={`paper-value${isByHand(cell) ? " paper-by-hand" : ""}`} style={{ minHeight }}>
              <Fill cell={cell} lines={lines === null ? null : (lines[flow] ?? [])} pageCount={pageCount} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Fill(props: {
  readonly cell: RowCell;
  readonly lines: readonly string[] | null;
  readonly pageCount: number;
}): ReactNode {
  const { fill } = props.cell;
  switch (fill.kind) {
    case "flow":
      // Lines are drawn as they were measured: what is printed can never be broken in another place.
      if (props.lines === null)
        return (
          <div className="paper-flow" data-flow="">
            {fill.text}
          </div>
        );
      return props.lines.map((line, index) => (
        <div key={index} className="paper-line">
          {line}
        </div>
      ));
    case "checks":
      return fill.options.map(({ label, checked }) => (
        <span key={label} className="paper-check">
          <span className="paper-tick">{checked ? "√" : ""}</span>
          {label}
        </span>
      ));
    case "pageCount":
      return <div className="paper-line">共 {props.pageCount} 页（含本页）</div>;
  }
}

/** Which of a row's flowing texts each cell holds; -1 for none. */
function flowIndexes(cells: readonly RowCell[]): readonly number[] {
  let next = 0;
  return cells.map(({ fill }) => (fill.kind === "flow" ? next++ : -1));
}

function isByHand({ fill }: RowCell): boolean {
  return fill.kind === "flow" && fill.byHand;
}
