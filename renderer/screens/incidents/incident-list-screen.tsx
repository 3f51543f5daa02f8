import { Button, Input, type InputRef } from "antd";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { IncidentColumn, IncidentRow, ListQuery } from "../../db/desk.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useListView } from "../../records/use-list-view.ts";
import { Grid } from "../../ui/grid/grid.tsx";
import type { GridFilters } from "../../ui/grid/grid-types.ts";
import { usePagedSource } from "../../ui/grid/use-paged-source.ts";
import { useLanguage, useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { instantsOf } from "./date-range.ts";
import { go, incidentAddress } from "./go.ts";
import { useIncidentColumns, wordOf } from "./incident-columns.tsx";
import { ExportButton } from "./export-button.tsx";
import { listTexts } from "./list-texts.ts";
import { NOTHING_ASKED, useListMemory, type Asked } from "./list-memory.ts";
import { NewIncidentButtons, ReportedBetween, StatusSwitch } from "./list-tools.tsx";

/** Every incident of the office, a million as readily as ten: searched, filtered and sorted in a worker. */
export function IncidentListScreen(): ReactNode {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const desk = useDesk();
  const memory = useListMemory();
  const [search, setSearch] = useState(memory.asked.search);
  const searchBox = useRef<InputRef>(null);
  const { dates, filters, sort } = memory.asked;
  const isRange = dates.from !== undefined || dates.to !== undefined;
  const asked = useMemo(() => queryOf({ search, filters, dates, sort }), [search, dates, filters, sort]);
  const { view, ask } = useListView("incident", desk.incidents, asked);
  const change = (part: Partial<Asked>): void => {
    ask(queryOf({ ...memory.asked, ...part }));
    memory.ask(part);
  };
  const source = usePagedSource<IncidentRow>(view);
  const columns = useIncidentColumns();
  const isAsked = search !== "" || isRange || Object.values(filters).some((values) => values.length > 0);

  const gridFilters: GridFilters = {
    chosen: filters,
    onChange: (column, values) => change({ filters: { ...filters, [column]: values } }),
    values: async (column) => {
      const values = await desk.incidents.values(column as IncidentColumn);
      return values.map(({ value, count }) => ({
        value,
        count,
        label: wordOf(column as IncidentColumn, value, language),
      }));
    },
  };
  const clear = (): void => {
    setSearch("");
    memory.ask(NOTHING_ASKED);
  };

  const tools = (
    <>
      <StatusSwitch />
      <Input.Search
        ref={searchBox}
        className="sy-list-search"
        allowClear
        value={search}
        placeholder={t("search")}
        aria-label={t("searchLabel")}
        onChange={(event) => {
          setSearch(event.target.value);
          change({ search: event.target.value });
        }}
      />
      <ReportedBetween />
      <span className="sy-grow" />
      <NewIncidentButtons />
      <ExportButton view={view} columns={columns} />
    </>
  );
  return (
    <Page title={t("title")} tools={tools}>
      <Grid<IncidentRow>
        label={t("list")}
        layoutKey="incidents"
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        sort={asked.sort}
        onSort={({ column, descending }) =>
          change({ sort: { column: column as IncidentColumn, descending } })
        }
        filters={gridFilters}
        onOpen={(row) => go(incidentAddress(row.id))}
        onFind={() => searchBox.current?.focus({ cursor: "all" })}
        resetKey={JSON.stringify(asked)}
        total={view?.total}
        loading={view === undefined}
        empty={isAsked ? <EmptyAsked onClear={clear} /> : <EmptyLedger />}
      />
    </Page>
  );
}

function queryOf({ search, filters, dates, sort }: Asked): ListQuery<IncidentColumn> {
  return { search, filters, ranges: { reportedAt: instantsOf(dates) }, sort };
}

function EmptyAsked({ onClear }: { readonly onClear: () => void }): ReactNode {
  const t = useTexts(listTexts);
  return (
    <>
      <p>{t("emptyAsked")}</p>
      <Button onClick={onClear}>{t("clear")}</Button>
    </>
  );
}

function EmptyLedger(): ReactNode {
  const t = useTexts(listTexts);
  return (
    <>
      <p>{t("emptyAll")}</p>
      <Button type="primary" onClick={() => go("/import/incident")}>
        {t("import")}
      </Button>{" "}
      <Button onClick={() => go("/report")}>{t("report")}</Button>
    </>
  );
}
