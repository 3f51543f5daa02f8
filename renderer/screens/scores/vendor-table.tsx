import type { ReactNode } from "react";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import { PAUSE_MODES, type PauseMode } from "../../../shared/rules/clauses/pause-modes.ts";
import { LEAST_SAMPLE, type Scorecard, type VendorCard } from "../../../shared/rules/scores/scorecard.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { FigureButton, type OpenFigure } from "./figure-button.tsx";
import { useScoreWords } from "./score-words.ts";
import { scoresTexts } from "./scores-texts.ts";

export const READINGS = Object.keys(PAUSE_MODES) as readonly PauseMode[];

interface VendorTableProps {
  readonly card: Scorecard;
  readonly nameOf: (vendorId: string) => string;
  readonly shownId: string | undefined;
  readonly onShow: (vendorId: string) => void;
  readonly onOpen: (figure: OpenFigure) => void;
}

/** Vendors beside each other, each with what a fair reader asks: how many, how grave, how often paused (beyond.md item 14). */
export function VendorTable({ card, ...rest }: VendorTableProps): ReactNode {
  const t = useTexts(scoresTexts);
  const label = useLabel();
  return (
    <table className="sy-table sy-scores">
      <thead>
        <tr>
          <th scope="col">{t("rank")}</th>
          <th scope="col">{t("vendor")}</th>
          <th scope="col" className="is-number">
            {t("rate")}
          </th>
          {READINGS.map((mode) => (
            <th key={mode} scope="col" className="is-number">
              {label(PAUSE_MODES[mode])}
            </th>
          ))}
          {(
            ["sample", "breached", "undecided", "open", "overrun", "incidents", "paused", "recurred"] as const
          ).map((column) => (
            <th key={column} scope="col" className="is-number">
              {t(column)}
            </th>
          ))}
          <th scope="col">{t("mix")}</th>
        </tr>
      </thead>
      <tbody>
        {card.vendors.map((vendor) => (
          <VendorRow key={vendor.vendorId} vendor={vendor} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function VendorRow(props: Omit<VendorTableProps, "card"> & { readonly vendor: VendorCard }): ReactNode {
  const { vendor, nameOf, shownId, onShow, onOpen } = props;
  const t = useTexts(scoresTexts);
  const words = useScoreWords();
  const { vendorId, overall, incidents } = vendor;
  const { sample } = overall.compliance.hospital;
  const name = nameOf(vendorId);
  const figure = (of: OpenFigure["figure"]["of"], count: number, what: string, danger = false): ReactNode => (
    <FigureButton figure={{ vendorId, of }} {...{ name, what, count, onOpen, danger }} />
  );
  return (
    <tr className={vendorId === shownId ? "is-shown" : undefined}>
      <td>
        {vendor.rank ?? (
          <span className="sy-quiet">
            {sample === 0
              ? t("noSample")
              : sample < LEAST_SAMPLE
                ? t("fewSamples", { least: LEAST_SAMPLE })
                : t("alone")}
          </span>
        )}
      </td>
      <th scope="row">
        <button
          type="button"
          className="sy-score-figure"
          aria-pressed={vendorId === shownId}
          title={t("showVendor", { name })}
          onClick={() => onShow(vendorId)}
        >
          {name}
        </button>
      </th>
      <td className="is-number">
        <strong>{words.range(overall.leastPermille, overall.mostPermille)}</strong>
      </td>
      {READINGS.map((mode) => (
        <td key={mode} className="is-number">
          {words.compliance(overall.compliance[mode])}
        </td>
      ))}
      <td className="is-number">{words.count(sample)}</td>
      <td className="is-number">{figure("breached", overall.outcomes.breached, t("breached"), true)}</td>
      <td className="is-number">{figure("undecided", overall.outcomes.undecided, t("undecided"))}</td>
      <td className="is-number">{figure("open", overall.outcomes.open, t("open"))}</td>
      <td className="is-number">{words.time(overall.overrunMs)}</td>
      <td className="is-number">{figure("incidents", incidents, t("incidents"))}</td>
      <td className="is-number">{words.share(vendor.paused, incidents)}</td>
      <td className="is-number">{figure("recurred", vendor.recurred, t("recurred"), true)}</td>
      <td>
        <Mix vendor={vendor} />
      </td>
    </tr>
  );
}

function Mix({ vendor }: { readonly vendor: VendorCard }): ReactNode {
  const t = useTexts(scoresTexts);
  const label = useLabel();
  return vendor.severities
    .filter(({ incidents }) => incidents > 0)
    .map(
      ({ severity, incidents }) =>
        `${severity === "" ? t("ungraded") : label(SEVERITIES[severity])} ${incidents}`,
    )
    .join("，");
}
