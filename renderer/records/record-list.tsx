import { PlusOutlined, PrinterOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { useMemo, useRef, useState, type ReactNode } from "react";
import { exportTable } from "../../shared/import/export-table.ts";
import { registry, type RecordType } from "../../shared/records/index.ts";
import type { ListRow } from "../db/desk.ts";
import { Grid } from "../ui/grid/grid.tsx";
import type { GridSort } from "../ui/grid/grid-types.ts";
import { usePagedSource } from "../ui/grid/use-paged-source.ts";
import { useLabel, useLanguage, useTexts } from "../ui/i18n.ts";
import { Page } from "../ui/page.tsx";
import { newAddress, recordAddress } from "./addresses.ts";
import { ExportMenu } from "./export/export-menu.tsx";
import { recordPages } from "./export/record-pages.ts";
import { fieldsOf } from "./fields-of.ts";
import { PrintSheet } from "./print-sheet.tsx";
import { cellText, recordColumns } from "./record-columns.tsx";
import { recordTexts } from "./record-texts.ts";
import { useDesk } from "./use-desk.tsx";
import { useListView } from "./use-list-view.ts";
import { viewOf } from "./views.ts";

interface RecordListProps {
  readonly type: RecordType;
  /** Records that only the product writes: nothing to make or import. */
  readonly readOnly: boolean;
  /** Other ways to a new record than the empty form, beside it and in the empty list. */
  readonly tools?: ReactNode;
  /** Goes to an address of this window. */
  readonly onGo: (address: string) => void;
}

/** All records of a type, a hundred thousand as readily as ten: search, filter, sort, export, print. */
export function RecordList({ type, readOnly, tools: more, onGo }: RecordListProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const name = label(registry[type].label);
  const desk = useDesk();
  const language = useLanguage();
  const list = desk.list(type);
  const [search, setSearch] = useState("");
  const [filters, setFilters] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [sort, setSort] = useState<GridSort | undefined>(undefined);
  const [printing, setPrinting] = useState<readonly ListRow[] | undefined>(undefined);
  const searchBox = useRef<InputRef>(null);
  const columns = useMemo(() => {
    const hidden = viewOf(type).hidden ?? [];
    return recordColumns(type, label).map((column) => ({ ...column, hidden: hidden.includes(column.key) }));
  }, [type, label]);
  const { view, ask } = useListView(type, list, { search, filters, sort });
  const source = usePagedSource<ListRow>(view);
  const asked = search !== "" || Object.values(filters).some((values) => values.length > 0);
  const listName = t("list", { name });
  const fields = useMemo(() => new Map(fieldsOf(type)), [type]);
  const tools = (
    <>
      <Input.Search
        ref={searchBox}
        className="sy-list-search"
        allowClear
        value={search}
        placeholder={t("search")}
        aria-label={t("searchLabel", { name })}
        onChange={(event) => {
          ask({ search: event.target.value, filters, sort });
          setSearch(event.target.value);
        }}
      />
      <span className="sy-grow" />
      {!readOnly && (
        <>
          {more}
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onGo(newAddress(type))}>
            {t("create")}
          </Button>
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => onGo(`/import/${type}`)}>
            {t("import")}
          </Button>
        </>
      )}
      <ExportMenu
        disabled={source.count === 0}
        listName={listName}
        source={() =>
          view && {
            head: exportTable(type, [], () => undefined, language),
            pages: recordPages(desk, type, view, language),
            count: view.count,
          }
        }
      />
      <Button
        icon={<PrinterOutlined aria-hidden />}
        disabled={source.count === 0}
        onClick={() => void view?.rows(0, view.count).then(setPrinting)}
      >
        {t("print")}
      </Button>
    </>
  );
  return (
    <Page title={name} tools={tools}>
      <Grid<ListRow>
        key={type}
        label={listName}
        layoutKey={`records.${type}`}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={setSort}
        filters={{
          chosen: filters,
          onChange: (column, values) => setFilters({ ...filters, [column]: values }),
          values: async (key) => {
            const field = fields.get(key);
            const values = await list.values(key);
            return values.map(({ value, count }) => ({
              value,
              count,
              label: field === undefined ? value : cellText(field, value, label),
            }));
          },
        }}
        onOpen={(row) => onGo(recordAddress(type, row.id))}
        onFind={() => searchBox.current?.focus({ cursor: "all" })}
        resetKey={JSON.stringify([type, search, filters, sort])}
        total={view?.total}
        loading={view === undefined}
        empty={
          asked ? (
            <>
              <p>{t("emptySearch")}</p>
              <Button
                onClick={() => {
                  setSearch("");
                  setFilters({});
                }}
              >
                {t("clearFilters")}
              </Button>
            </>
          ) : (
            <>
              <p>{t(readOnly ? "noChildren" : "emptyList", { name })}</p>
              {!readOnly && (
                <>
                  {more}{" "}
                  <Button type="primary" onClick={() => onGo(newAddress(type))}>
                    {t("createNamed", { name })}
                  </Button>{" "}
                  <Button onClick={() => onGo(`/import/${type}`)}>{t("import")}</Button>
                </>
              )}
            </>
          )
        }
      />
      {printing !== undefined && (
        <PrintSheet
          title={listName}
          header={columns.filter((column) => !column.hidden).map((column) => column.header)}
          rows={printing.map((row) =>
            columns.filter((column) => !column.hidden).map((column) => column.cell(row)),
          )}
          onPrinted={() => setPrinting(undefined)}
        />
      )}
    </Page>
  );
}
