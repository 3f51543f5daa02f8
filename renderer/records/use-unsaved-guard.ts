import { useEffect } from "react";
import { useConfirm } from "../ui/ask.ts";
import { useTexts } from "../ui/i18n.ts";
import { recordTexts } from "./record-texts.ts";

/** While something is unsaved: a link asks before it leads away, and closing the window is asked by the browser. */
export function useUnsavedGuard(unsaved: boolean): void {
  const t = useTexts(recordTexts);
  const confirm = useConfirm();
  useEffect(() => {
    if (!unsaved) return;
    const onClick = (event: MouseEvent): void => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
      if (link === null) return;
      event.preventDefault();
      event.stopPropagation();
      const question = {
        title: t("leaveAsk"),
        body: t("leaveBody"),
        yes: t("leave"),
        no: t("stay"),
        danger: true,
      };
      void confirm(question).then((yes) => {
        if (yes) window.location.hash = link.hash;
      });
    };
    const onClose = (event: BeforeUnloadEvent): void => event.preventDefault();
    document.addEventListener("click", onClick, { capture: true });
    window.addEventListener("beforeunload", onClose);
    return () => {
      document.removeEventListener("click", onClick, { capture: true });
      window.removeEventListener("beforeunload", onClose);
    };
    // The words and the dialog are the same for as long as a form is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [unsaved]);
}
