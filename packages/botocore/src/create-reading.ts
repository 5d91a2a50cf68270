import type { Diagnostic } from "@shapelog/diagnostics";
import { isJsonArray, isJsonObject } from "@shapelog/json";
import type { Beside } from "./beside.js";
import { createIds } from "./create-ids.js";
import { countUses, findUses, type UseCounts } from "./find-uses.js";
import type { Fields } from "./map-traits.js";
import { expectObject, type Protocol, type Reading, type Section, sectionOf } from "./reading.js";
import type { ServiceNames } from "./service-names.js";
import { findXmlNamespace } from "./xml-namespace.js";

/** A file of which sections may have been parsed apart. */
export interface Sectioned {
  readonly file: string;
  /** Sections that stand for those of the file's value. Best derived from the predecessor's. */
  readonly sections?: ReadonlyMap<string, Section>;
}

/** Returns a section of a file, or `undefined` where it is not there or no object. */
export function findSection({ sections }: Sectioned, value: Fields, name: string): Section | undefined {
  const raw = value[name];
  return sections?.get(name) ?? (isJsonObject(raw) ? sectionOf(raw) : undefined);
}

/** What is known of a file before it is read. */
interface ReadingParts {
  readonly value: Fields;
  readonly metadata: Fields;
  readonly names: ServiceNames;
  readonly diagnostics: Diagnostic[];
  readonly beside: Beside;
}

/** Starts the reading of a file as a whole; reports sections that are no objects. */
export function createReading(
  source: Sectioned,
  { value, metadata, names, diagnostics, beside }: ReadingParts,
): { readonly reading: Reading; readonly counts: UseCounts } {
  const { file } = source;
  const section = (name: string): Section => {
    const found = findSection(source, value, name);
    if (!found && value[name] !== undefined)
      expectObject({ file, diagnostics }, value[name], [name], `"${name}"`);
    return found ?? sectionOf({});
  };
  const shapes = section("shapes");
  const operations = section("operations");
  const counts = countUses({ shapes, operations });
  const reading: Reading = {
    file,
    namespace: names.namespace,
    protocol: findProtocol(metadata),
    diagnostics,
    shapes,
    operations,
    beside,
    ids: createIds(file, names, { shapes, operations, diagnostics }),
    uses: findUses(shapes, counts),
    xmlNamespace: findXmlNamespace(shapes, operations),
  };
  return { reading, counts };
}

/** Returns what bindings and names the protocols of a file have. */
export function findProtocol({ protocol, protocols }: Fields): Protocol {
  const all = new Set([protocol, ...(isJsonArray(protocols) ? protocols : [])]);
  const has = (...names: string[]) => names.some((name) => all.has(name));
  return {
    rest: has("rest-json", "rest-xml"),
    xml: has("rest-xml", "query", "ec2"),
    ec2: has("ec2"),
  };
}
