import { startTransition, useEffect, useState } from "react";

/**
 * How many of `count` to draw by now: some at first, some more after each. What is dear to draw (a choice of fields for each
 * of fifty columns) is then many short tasks, and no key waits for all of them.
 */
export function useGradually(count: number, some: number): number {
  const [drawn, setDrawn] = useState(some);
  useEffect(() => {
    if (drawn >= count) return undefined;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + some)));
    return () => clearTimeout(timer);
  }, [drawn, count, some]);
  return Math.min(drawn, count);
}
