import { PrinterOutlined } from "@ant-design/icons";
import { Button, Select, Tooltip } from "antd";
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from "react";
import type { Paper } from "../../../shared/forms/paper.ts";
import { PaperPages } from "../../paper/paper-pages.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { papersTexts } from "./papers-texts.ts";
import { usePaperOutput } from "./use-paper-output.ts";
import "./papers.css";

interface PaperDeskProps {
  readonly papers: readonly Paper[];
  /** Names the print job and the PDF. */
  readonly jobName: string;
  /** Asked before anything leaves the house; false keeps it here. */
  readonly mayLeave?: () => Promise<boolean>;
  readonly onLaidOut?: (pageCounts: readonly number[]) => void;
  /** More buttons, before the zoom. */
  readonly tools?: ReactNode;
  readonly side?: ReactNode;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5];

/** Papers as they will be printed, with what one does with them. Ctrl+P prints the papers, not the window. */
export function PaperDesk(props: PaperDeskProps): ReactNode {
  const { papers, jobName, mayLeave, onLaidOut, tools, side } = props;
  const t = useTexts(papersTexts);
  const output = usePaperOutput(jobName);
  const [zoom, setZoom] = useState(0.75);
  const [laidOut, setLaidOut] = useState<{ papers: readonly Paper[]; pages: number } | null>(null);
  const [wished, setWished] = useState<"print" | "savePdf" | null>(null);
  const isSending = useRef(false);
  const pages = laidOut?.papers === papers ? laidOut.pages : undefined;

  const send = async (how: "print" | "savePdf"): Promise<void> => {
    isSending.current = true;
    try {
      if (mayLeave === undefined || (await mayLeave())) await output[how]();
    } finally {
      isSending.current = false;
      setWished(null);
    }
  };
  const sendWished = useEffectEvent(() => {
    if (wished !== null && pages !== undefined && !isSending.current) void send(wished);
  });
  // A paper is laid out anew while one types or a record arrives. What is asked for in that moment waits for it.
  useEffect(() => sendWished(), [wished, pages]);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.code !== "KeyP")
        return;
      event.preventDefault();
      setWished((wish) => wish ?? "print");
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return (
    <>
      <div className="sy-paper-tools" role="toolbar" aria-label={t("preview")}>
        <Tooltip title={t("printKey")}>
          <Button
            type="primary"
            icon={<PrinterOutlined aria-hidden />}
            loading={wished !== null}
            onClick={() => setWished("print")}
          >
            {t("print")}
          </Button>
        </Tooltip>
        <Button disabled={wished !== null} onClick={() => setWished("savePdf")}>
          {t("pdf")}
        </Button>
        {tools}
        <span className="sy-grow" />
        <span role="status" className="sy-quiet">
          {pages === undefined ? t("layingOut") : t("pages", { count: pages })}
        </span>
        <Select<number>
          aria-label={t("zoom")}
          value={zoom}
          onChange={setZoom}
          options={ZOOMS.map((value) => ({ value, label: `${value * 100}%` }))}
          className="sy-paper-zoom"
        />
      </div>
      <div className="sy-paper-desk">
        {/* Scrolled by the arrow keys, so it takes the focus. */}
        <div className="sy-paper-preview" role="region" aria-label={t("preview")} tabIndex={0}>
          <PaperPages
            papers={papers}
            zoom={zoom}
            onLaidOut={(counts) => {
              setLaidOut({ papers, pages: counts.reduce((sum, count) => sum + count, 0) });
              onLaidOut?.(counts);
            }}
          />
        </div>
        {side === undefined ? null : <aside className="sy-paper-side">{side}</aside>}
      </div>
    </>
  );
}
