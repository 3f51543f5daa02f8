import { useEffect } from "react";
import { useSaveProblem } from "../records/save-problem.ts";
import { useToast } from "../ui/ask.ts";

/**
 * A full disk refuses also what comes before a save, such as drawing an id, where nobody looks for a failure. Whatever
 * nobody caught and is that, is told like a save that was refused.
 */
export function TellFullStore(): undefined {
  const toast = useToast();
  const problemOf = useSaveProblem();
  useEffect(() => {
    const tell = (event: PromiseRejectionEvent): void => {
      if (!isFull(event.reason)) return;
      event.preventDefault();
      toast.problem(problemOf({ kind: "storeFull" }));
    };
    window.addEventListener("unhandledrejection", tell);
    return () => window.removeEventListener("unhandledrejection", tell);
  });
  return undefined;
}

function isFull(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return reason.name === "QuotaExceededError" || ("inner" in reason && isFull(reason.inner));
}
