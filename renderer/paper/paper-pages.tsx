import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from "react";
import type { Paper } from "../../shared/forms/paper.ts";
import { measurePiece, RULE_PX, type Measured } from "./measure.ts";
import { paginate, type Slice } from "./paginate.ts";
import { PieceView } from "./piece-view.tsx";
import { piecesOf, type Piece } from "./pieces.ts";
import { Sheet } from "./sheet.tsx";
import "./paper-fonts.css";
import "./paper.css";

/**
 * Papers as A4 pages, one after another, as they will be printed. Whoever prints waits for `onLaidOut`, which
 * is told how many pages each paper has: before that the shipped fonts are not there and nothing is laid out.
 */
export function PaperPages(props: {
  readonly papers: readonly Paper[];
  readonly zoom?: number;
  readonly onLaidOut?: (pageCounts: readonly number[]) => void;
}): ReactNode {
  const { papers, zoom = 1, onLaidOut } = props;
  const fontsAreIn = usePaperFonts();
  const counts = useRef(new Map<number, number>());
  useEffect(() => counts.current.clear(), [papers]);
  const report = (index: number, pageCount: number): void => {
    counts.current.set(index, pageCount);
    if (papers.every((_, i) => counts.current.has(i)))
      onLaidOut?.(papers.map((_, i) => counts.current.get(i) ?? 0));
  };
  if (!fontsAreIn) return null;
  return (
    <div className="paper-pages" lang="zh-CN" style={{ "--zoom": zoom } as CSSProperties}>
      {papers.map((paper, index) => (
        <LaidOutPaper key={index} paper={paper} onLaidOut={(pageCount) => report(index, pageCount)} />
      ))}
    </div>
  );
}

interface Layout {
  readonly paper: Paper;
  readonly measured: readonly Measured[];
  readonly pages: readonly (readonly Slice[])[];
}

function LaidOutPaper(props: {
  readonly paper: Paper;
  readonly onLaidOut: (pageCount: number) => void;
}): ReactNode {
  const { paper, onLaidOut } = props;
  const [layout, setLayout] = useState<Layout | null>(null);
  const endless = useRef<HTMLDivElement>(null);
  const pieces = piecesOf(paper);
  const current = layout?.paper === paper ? layout : null;

  useLayoutEffect(() => {
    if (endless.current === null) return;
    const laidOut = layOut(paper, piecesOf(paper), endless.current);
    setLayout(laidOut);
  }, [paper]);
  useEffect(() => {
    if (current !== null) onLaidOut(current.pages.length);
    // Told once a layout, not once a drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current]);

  if (current === null)
    return (
      <div ref={endless} className="paper-endless">
        <Sheet paper={paper} page={1} pageCount={99}>
          {pieces.map((piece, index) => (
            <PieceView
              key={index}
              content={piece.content}
              lines={null}
              room={piece.minLines}
              pageCount={99}
            />
          ))}
        </Sheet>
      </div>
    );
  return current.pages.map((slices, page) => (
    <Sheet key={page} paper={paper} page={page + 1} pageCount={current.pages.length}>
      {slices.map((slice, index) => (
        <SliceView
          key={index}
          slice={slice}
          piece={pieces[slice.piece]}
          measured={current.measured[slice.piece]}
          pageCount={current.pages.length}
        />
      ))}
    </Sheet>
  ));
}

function SliceView(props: {
  readonly slice: Slice;
  readonly piece: Piece | undefined;
  readonly measured: Measured | undefined;
  readonly pageCount: number;
}): ReactNode {
  const { slice, piece, measured, pageCount } = props;
  if (piece === undefined || measured === undefined) return null;
  return (
    <PieceView
      content={piece.content}
      lines={measured.cells.map((lines) => lines.slice(slice.from, slice.to))}
      room={slice.room}
      extraPx={slice.extra}
      continued={slice.from > 0}
      pageCount={pageCount}
    />
  );
}

function layOut(paper: Paper, pieces: readonly Piece[], endless: HTMLElement): Layout {
  const body = endless.querySelector<HTMLElement>(".paper-body");
  if (body === null) throw new Error("a sheet has a body");
  const nodes = [...body.children] as HTMLElement[];
  const measured = pieces.map((piece, index) => measurePiece(nodes[index] ?? body, piece));
  const pageHeight = body.clientHeight - RULE_PX;
  return { paper, measured, pages: paginate(measured, pageHeight) };
}

const FACES = ["400", "700"].flatMap((weight) => [
  `${weight} 16px "Shouyue Paper"`,
  `${weight} 16px "Shouyue Paper Latin"`,
]);

/** True once the shipped fonts can be measured; true as well when they fail, for a sheet in SimHei is better than none. */
function usePaperFonts(): boolean {
  const [areIn, setAreIn] = useState(false);
  useEffect(() => {
    let current = true;
    void Promise.allSettled(FACES.map((face) => document.fonts.load(face, "守约 A1"))).then(() => {
      if (current) setAreIn(true);
    });
    return () => {
      current = false;
    };
  }, []);
  return areIn;
}
