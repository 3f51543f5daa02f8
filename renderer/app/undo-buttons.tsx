import { RollbackOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useCallback, useEffect, type ReactNode } from "react";
import { RECORD_TYPES } from "../../shared/records/index.ts";
import { useDesk, useLive } from "../records/use-desk.tsx";
import { useToast } from "../ui/ask.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";

/** Undo and redo, saying what they would take back. Ctrl+Z and Ctrl+Y do the same while no text is being typed. */
export function UndoButtons(): ReactNode {
  const t = useTexts(appTexts);
  const label = useLabel();
  const desk = useDesk();
  const toast = useToast();
  const state = useLive(() => desk.undoState(), RECORD_TYPES, "undo-state");
  const turn = useCallback(
    async (direction: "undo" | "redo"): Promise<void> => {
      const turned = await desk[direction]();
      if (turned.ok) {
        toast.done(t(direction === "undo" ? "undone" : "redone", { name: label(turned.value) }));
        return;
      }
      switch (turned.failure.kind) {
        case "nothingToUndo":
          toast.done(t(direction === "undo" ? "nothingToUndo" : "nothingToRedo"));
          return;
        case "changedSince":
          toast.problem(t("changedSince", { name: label(turned.failure.label) }));
          return;
        case "storeFailed":
          toast.problem(t("undoFailed"));
      }
    },
    [desk, toast, t, label],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const direction = directionOf(event);
      if (direction === undefined || isTyping(event.target) || event.isComposing) return;
      event.preventDefault();
      void turn(direction);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [turn]);
  const undoName =
    state?.undo === undefined ? t("nothingToUndo") : t("undoNamed", { name: label(state.undo) });
  const redoName =
    state?.redo === undefined ? t("nothingToRedo") : t("redoNamed", { name: label(state.redo) });
  return (
    <span>
      <Tooltip title={undoName}>
        <Button
          type="text"
          icon={<RollbackOutlined aria-hidden />}
          aria-label={undoName}
          disabled={state?.undo === undefined}
          onClick={() => void turn("undo")}
        />
      </Tooltip>
      <Tooltip title={redoName}>
        <Button
          type="text"
          icon={<RollbackOutlined aria-hidden className="sy-mirrored" />}
          aria-label={redoName}
          disabled={state?.redo === undefined}
          onClick={() => void turn("redo")}
        />
      </Tooltip>
    </span>
  );
}

function directionOf(event: KeyboardEvent): "undo" | "redo" | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : undefined;
}

/** Where text is typed, Ctrl+Z belongs to the text. A dialog is its own world too. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, [contenteditable], [role=dialog]") !== null
  );
}
