import { Check, ChevronDown } from "lucide-react";
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from "react-aria-components";
import type { Facet, FacetCount, FacetValue } from "../data/query.js";
import { shortenText } from "../events/visible-text.js";
import { FACET_LOOKS } from "./find-look.js";
import { ValueBadge } from "./value-badge.js";

interface FacetFilterProps {
  readonly facet: Facet;
  readonly counts: readonly FacetCount[];
  readonly unlisted: number;
  readonly chosen: readonly FacetValue[];
  readonly onChange: (chosen: readonly FacetValue[]) => void;
}

/** Above this number of values there is a field to search them. */
const SEARCHED = 8;

/** A list of the values that were found, with how often, to choose from. */
export function FacetFilter({ facet, counts, unlisted, chosen, onChange }: FacetFilterProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  const { label } = FACET_LOOKS[facet];
  return (
    <DialogTrigger>
      <Button className={chosen.length > 0 ? "button chosen" : "button"}>
        {label}
        {chosen.length > 0 ? <span className="chosen-values">{describeChosen(facet, chosen)}</span> : null}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="facet-dialog" aria-label={label}>
          <Autocomplete filter={contains}>
            {counts.length > SEARCHED ? (
              <SearchField className="facet-search" aria-label={`Search in ${label}`} autoFocus>
                <Input className="input" placeholder="Search…" />
              </SearchField>
            ) : null}
            <FacetList facet={facet} counts={counts} chosen={chosen} onChange={onChange} />
          </Autocomplete>
          {unlisted > 0 ? (
            <p className="hint">{unlisted.toLocaleString("en")} rarer ones are not listed.</p>
          ) : null}
          {chosen.length > 0 ? (
            <Button className="button quiet" onPress={() => onChange([])}>
              Clear
            </Button>
          ) : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function FacetList({ facet, counts, chosen, onChange }: Omit<FacetFilterProps, "unlisted">) {
  return (
    <ListBox
      className="menu"
      aria-label={FACET_LOOKS[facet].label}
      selectionMode="multiple"
      selectedKeys={chosen.map(keyOf)}
      onSelectionChange={(keys) => {
        const isChosen = (value: FacetValue) => keys === "all" || keys.has(keyOf(value));
        onChange(counts.map(({ value }) => value).filter(isChosen));
      }}
      renderEmptyState={() => <p className="hint">Nothing found</p>}
    >
      {counts.map(({ value, count }) => (
        <ListBoxItem
          key={keyOf(value)}
          id={keyOf(value)}
          className="menu-choice"
          textValue={labelOf(facet, value)}
        >
          <Check className="menu-check" size={14} aria-hidden="true" />
          <FacetLabel facet={facet} value={value} />
          <span className="number">{count.toLocaleString("en")}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

function FacetLabel({ facet, value }: { readonly facet: Facet; readonly value: FacetValue }) {
  if (value === null) return <span className="menu-label muted">Not said</span>;
  if (facet === "country") return <bdi className="menu-label">{shortenText(value, 60)}</bdi>;
  return (
    <span className="menu-label">
      <ValueBadge look={FACET_LOOKS[facet].find(value)} plain />
    </span>
  );
}

/** A value and what is not said are told apart, whatever the value is. */
function keyOf(value: FacetValue): string {
  return value === null ? "absent" : `value ${value}`;
}

function labelOf(facet: Facet, value: FacetValue): string {
  return value === null ? "Not said" : shortenText(FACET_LOOKS[facet].find(value).label, 60);
}

function describeChosen(facet: Facet, chosen: readonly FacetValue[]): string {
  const [only = null, ...more] = chosen;
  return more.length === 0 ? shortenText(labelOf(facet, only), 24) : String(chosen.length);
}
