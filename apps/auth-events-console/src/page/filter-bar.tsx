import { Search, X } from "lucide-react";
import { Button, Input, SearchField } from "react-aria-components";
import { EVERYTHING, FACETS, isNarrow, type Query } from "../data/query.js";
import type { Snapshot } from "../state/snapshot.js";
import { DateFilter } from "./date-filter.js";
import { DownloadMenu } from "./download-menu.js";
import { FacetFilter } from "./facet-filter.js";

interface FilterBarProps {
  readonly snapshot: Snapshot;
  readonly onChange: (changes: Partial<Query>) => void;
}

/** All by which events are narrowed down, and the way to take the rest away. */
export function FilterBar({ snapshot, onChange }: FilterBarProps) {
  const { query, answer } = snapshot;
  const { facets, text, from, to, driftOnly } = EVERYTHING;
  return (
    <search className="filters" aria-label="Narrow down">
      <SearchField
        className="search"
        aria-label="Search in events"
        value={query.text}
        onChange={(words) => onChange({ text: words })}
      >
        <Search size={16} aria-hidden="true" />
        <Input className="input" placeholder="Address, device, city, ID…" />
        <Button className="button icon clear-search">
          <X size={14} aria-hidden="true" />
        </Button>
      </SearchField>
      {FACETS.map((facet) => (
        <FacetFilter
          key={facet}
          facet={facet}
          counts={answer?.facets[facet] ?? []}
          unlisted={answer?.unlisted[facet] ?? 0}
          chosen={query.facets[facet]}
          onChange={(values) => onChange({ facets: { ...query.facets, [facet]: values } })}
        />
      ))}
      <DateFilter from={query.from} to={query.to} onChange={onChange} />
      {isNarrow(query) ? (
        <Button className="button quiet" onPress={() => onChange({ facets, text, from, to, driftOnly })}>
          Clear all
        </Button>
      ) : null}
      <DownloadMenu snapshot={snapshot} />
    </search>
  );
}
