import type { ReactTable } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type Query, SORT_KEYS } from "../data/query.js";
import { columns, type EventRow, type features } from "./event-columns.js";

type Sort = Query["sort"];

interface EventTableHeadProps {
  readonly table: ReactTable<typeof features, EventRow>;
  readonly sort: Sort;
  readonly isNarrow: boolean;
  readonly onQuery: (changes: Partial<Query>) => void;
}

/** The titles of the columns, which sort them. */
export function EventTableHead({ table, sort, isNarrow, onQuery }: EventTableHeadProps) {
  const shown = table
    .getVisibleLeafColumns()
    .flatMap(({ id, columnDef: { meta } }) => (meta ? [{ id, meta }] : []));
  const sum = shown.reduce((width, { meta }) => width + meta.width, 0);
  const choose = (next: Sort) => onQuery({ sort: next });
  return (
    <thead>
      <tr aria-rowindex={1}>
        {shown.map(({ id, meta }) => (
          <th
            key={id}
            scope="col"
            style={{ width: `${(100 * meta.width) / sum}%` }}
            aria-sort={sort.key === meta.sort ? (sort.descending ? "descending" : "ascending") : "none"}
          >
            {isNarrow ? <SortChoice sort={sort} onChoose={choose} /> : null}
            <button
              type="button"
              className="sort"
              onClick={() => choose(turn(sort, isNarrow ? sort.key : meta.sort))}
            >
              {isNarrow ? <span className="visually-hidden">Turn the order</span> : meta.title}
              <SortArrow sort={sort} isSorted={isNarrow || sort.key === meta.sort} />
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortArrow({ sort, isSorted }: { readonly sort: Sort; readonly isSorted: boolean }) {
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return <Arrow className={isSorted ? "sort-arrow sorted" : "sort-arrow"} size={14} aria-hidden="true" />;
}

function SortChoice({ sort, onChoose }: { readonly sort: Sort; readonly onChoose: (next: Sort) => void }) {
  return (
    <label className="sort-choice">
      Sort by{" "}
      <select
        value={sort.key}
        onChange={({ target }) => {
          const key = SORT_KEYS.find((each) => each === target.value);
          if (key) onChoose({ key, descending: sort.descending });
        }}
      >
        {columns.flatMap(({ id, meta }) =>
          meta && meta.to === undefined ? (
            <option key={id} value={meta.sort}>
              {meta.title}
            </option>
          ) : (
            []
          ),
        )}
      </select>
    </label>
  );
}

/** The other direction, or a column for the first time: times from the newest, all else from the first letter. */
function turn(sort: Sort, key: Sort["key"]): Sort {
  return { key, descending: sort.key === key ? !sort.descending : key === "time" };
}
