import type { Diagnostic, DiagnosticExit, Location, RelatedLocation, Severity } from "./diagnostic.js";

/** One kind of diagnostic: its severity, its text and what a command exits with. Method syntax keeps the data types of a catalog's entries apart. */
export interface CatalogEntry<Data> {
  readonly severity: Severity;
  /** Default: `findings`. */
  readonly exit?: DiagnosticExit;
  message(data: Data): string;
}

type EntryData<Entry> = Entry extends { message(data: infer Data): string } ? Data : never;

/** All diagnostics of one domain. The only place that holds their texts. */
export interface Catalog<Domain extends string, Entries extends Record<string, CatalogEntry<never>>> {
  readonly domain: Domain;
  readonly entries: Entries;
  /**
   * Creates a diagnostic of the catalog. `location` has to be passed, even as `undefined`: leaving it out is a
   * decision.
   */
  create<Name extends keyof Entries & string>(
    name: Name,
    location: Location | undefined,
    data: EntryData<Entries[Name]>,
    related?: readonly RelatedLocation[],
  ): Diagnostic<EntryData<Entries[Name]>>;
}

/**
 * Defines the diagnostics of one domain.
 *
 * @example
 * const load = defineCatalog("load", {
 *   "unknown-trait": {
 *     severity: "warning",
 *     message: (d: { trait: string }) => `Trait ${d.trait} is not known; it is kept as is.`,
 *   },
 * });
 * load.create("unknown-trait", undefined, { trait: "example#color" });
 */
export function defineCatalog<
  const Domain extends string,
  const Entries extends Record<string, CatalogEntry<never>>,
>(domain: Domain, entries: Entries): Catalog<Domain, Entries> {
  return {
    domain,
    entries,
    create(name, location, data, related) {
      const entry = entries[name] as CatalogEntry<typeof data>; // `name` is a key of `entries`
      const diagnostic = {
        code: `${domain}/${name}`,
        severity: entry.severity,
        message: entry.message(data),
        data,
        location,
        ...(entry.exit === undefined ? {} : { exit: entry.exit }),
      };
      return related === undefined ? diagnostic : { ...diagnostic, related };
    },
  };
}
