import { DownOutlined, PlusOutlined, PrinterOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input, type InputRef } from "antd";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { registry, type RecordType, type Stored } from "../../shared/records/index.ts";
import { arraySource } from "../ui/grid/array-source.ts";
import { Grid } from "../ui/grid/grid.tsx";
import type { FilterValue, GridSort } from "../ui/grid/grid-types.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { Page } from "../ui/page.tsx";
import { loadInitials, type Initials } from "../ui/pinyin.ts";
import { newAddress, recordAddress } from "./addresses.ts";
import { referredTypes } from "./fields-of.ts";
import { queried } from "./list-query.ts";
import { PrintSheet } from "./print-sheet.tsx";
import { recordColumns } from "./record-columns.tsx";
import { recordTexts } from "./record-texts.ts";
import { useRecords } from "./use-desk.tsx";
import { useExport } from "./use-export.ts";
import { useTextContext } from "./use-names.ts";
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

/** All records of a type that an office has some thousands of at most: search, filter, sort, export, print. */
export function RecordList({ type, readOnly, tools: more, onGo }: RecordListProps): ReactNode {
  const t = useTexts(recordTexts);
  const label = useLabel();
  const name = label(registry[type].label);
  const records = useRecords(type);
  const context = useTextContext(referredTypes(type));
  const [search, setSearch] = useState("");
  const [filters, setFilters] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [sort, setSort] = useState<GridSort | undefined>(undefined);
  const [printing, setPrinting] = useState(false);
  const searchBox = useRef<InputRef>(null);
  const calmSearch = useDeferredValue(search);
  const initials = useInitials(search !== "");
  const exportRows = useExport();
  const columns = useMemo(() => {
    const hidden = viewOf(type).hidden ?? [];
    return recordColumns(type, context).map((column) => ({ ...column, hidden: hidden.includes(column.key) }));
  }, [type, context]);
  const rows = useMemo(
    () => queried<Stored>(records ?? [], columns, { search: calmSearch, filters, sort }, initials),
    [records, columns, calmSearch, filters, sort, initials],
  );
  const source = useMemo(() => arraySource(rows), [rows]);
  const asked = search !== "" || Object.values(filters).some((values) => values.length > 0);
  const listName = t("list", { name });
  const tools = (
    <>
      <Input.Search
        ref={searchBox}
        className="sy-list-search"
        allowClear
        value={search}
        placeholder={t("search")}
        aria-label={t("searchLabel", { name })}
        onChange={(event) => setSearch(event.target.value)}
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
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "xlsx", label: t("exportXlsx") },
            { key: "csv", label: t("exportCsv") },
          ],
          onClick: ({ key }) => void exportRows(type, rows, key === "csv" ? "csv" : "xlsx"),
        }}
      >
        <Button disabled={rows.length === 0}>
          {t("export")} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      <Button
        icon={<PrinterOutlined aria-hidden />}
        disabled={rows.length === 0}
        onClick={() => setPrinting(true)}
      >
        {t("print")}
      </Button>
    </>
  );
  return (
    <Page title={name} tools={tools}>
      <Grid
        key={type}
        label={listName}
        layoutKey={`records.${type}`}
        source={source}
        columns={columns}
        rowKey={(record) => record.id}
        sort={sort}
        onSort={setSort}
        filters={{
          chosen: filters,
          onChange: (column, values) => setFilters({ ...filters, [column]: values }),
          values: (key) => Promise.resolve(valuesOf(records ?? [], columns.find((c) => c.key === key)?.cell)),
        }}
        onOpen={(record) => onGo(recordAddress(record.type, record.id))}
        onFind={() => searchBox.current?.focus({ cursor: "all" })}
        resetKey={JSON.stringify([type, calmSearch, filters, sort])}
        total={records?.length}
        loading={records === undefined}
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
      {printing && (
        <PrintSheet
          title={listName}
          header={columns.filter((column) => !column.hidden).map((column) => column.header)}
          rows={rows.map((row) =>
            columns.filter((column) => !column.hidden).map((column) => column.cell(row)),
          )}
          onPrinted={() => setPrinting(false)}
        />
      )}
    </Page>
  );
}

function valuesOf(
  records: readonly Stored[],
  cell: ((row: Stored) => string) | undefined,
): readonly FilterValue[] {
  const counts = new Map<string, number>();
  for (const record of cell === undefined ? [] : records) {
    const value = cell?.(record) ?? "";
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, label: value, count }));
}

function useInitials(wanted: boolean): Initials | undefined {
  const [initials, setInitials] = useState<Initials | undefined>(undefined);
  useEffect(() => {
    if (wanted) void loadInitials().then((loaded) => setInitials(() => loaded));
  }, [wanted]);
  return initials;
}
