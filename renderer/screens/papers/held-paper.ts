import type { Paper } from "../../../shared/forms/paper.ts";
import type { Stored, Vendor } from "../../../shared/records/index.ts";
import {
  findPatientIdentifiers,
  type PatientIdentifier,
} from "../../../shared/rules/privacy/patient-identifiers.ts";

/** A paper on screen, with what its screen needs around it. */
export interface HeldPaper {
  readonly paper: Paper;
  /** What looks like a patient's: asked about before the paper leaves. */
  readonly identifiers: readonly PatientIdentifier[];
  /** Where one goes back to. */
  readonly back: { readonly to: "incident" | "contract"; readonly id: string };
  /** The fax log is an incident's: a paper without one has none. */
  readonly faxing: Faxing | undefined;
}

export interface Faxing {
  readonly incident: Stored<"incident">;
  readonly vendor: Vendor | undefined;
  readonly faxes: readonly Stored<"fax">[];
}

export function holdPaper(paper: Paper, back: HeldPaper["back"], faxing: Faxing | undefined): HeldPaper {
  return { paper, identifiers: findPatientIdentifiers(freeText(paper)), back, faxing };
}

/** What people typed and the paper shows: long texts and table cells, and where it happened. Their own telephones are no patient's. */
function freeText(paper: Paper): string {
  return paper.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === "text") return [block.text];
      if (block.kind === "table") return block.rows.flat();
      if (block.kind !== "fields") return [];
      return block.cells.flatMap((cell) =>
        cell.kind === "value" && TYPED.has(cell.label) ? [cell.value] : [],
      );
    })
    .join("\n");
}

const TYPED: ReadonlySet<string> = new Set([
  "影响范围",
  "地点",
  "科室",
  "模块",
  "故障",
  "事由",
  "备注",
  "异议处理",
]);
