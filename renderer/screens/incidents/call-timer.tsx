import { useEffect, useState, type ReactNode } from "react";
import { epochMs, type Instant } from "../../../shared/lib/instants.ts";

/** How long a call lasts, `2:05`. Not read aloud every second. */
export function CallTimer({ from }: { readonly from: Instant }): ReactNode {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - epochMs(from)) / 1000));
  return (
    <span className="sy-call" aria-hidden>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
