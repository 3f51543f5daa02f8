import type { ReactNode } from "react";

interface Count {
  readonly label: string;
  readonly count: number;
  /** Written before it, so that a row of counts reads as a sum. */
  readonly sign?: "=" | "+";
  readonly isBad?: boolean;
}

/** Counts beside each other that read as a sum: rows = imported + duplicates + held. */
export function CountBlocks({ counts }: { readonly counts: readonly Count[] }): ReactNode {
  return (
    <dl className="sy-import-counts">
      {counts.map(({ label, count, sign, isBad }) => (
        <div key={label} className={isBad === true ? "is-bad" : ""}>
          {sign !== undefined && <span aria-hidden="true">{sign}</span>}
          <dt>{label}</dt>
          <dd>{thousands(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** 141712 → 141,712, in both languages. */
export function thousands(count: number): string {
  return count.toLocaleString("en-US");
}
