import type { Step } from "@shapelog/ledger";
import { findServices, isNodeObject, type Model, shapeName, stringTrait, trait } from "@shapelog/model";
import type { Outcome } from "../outcome.js";

/** What a page is held against: the ledgers of a configuration, or a history. */
export interface PageRecord {
  /** What it goes by in messages. */
  readonly shown: string;
  /** The names of its services. */
  readonly services: readonly string[];
  /** Returns the services that somebody may mean by a name: by title, by what the SDKs call them, by the record's name. */
  readonly findServices: (name: string) => Promise<Outcome<readonly string[]>>;
  /** Returns all names of all services, to suggest one. */
  readonly listNames: () => Promise<Outcome<readonly string[]>>;
  readonly revisions: (service: string) => Promise<Outcome<readonly RecordedRevision[]>>;
  /** Returns a revision with the models on both of its sides. */
  readonly step: (service: string, id: string) => Promise<Outcome<Step>>;
  /** Returns several revisions by their ids, each with the models on both of its sides. */
  readonly steps: (service: string, ids: readonly string[]) => Promise<Outcome<ReadonlyMap<string, Step>>>;
  /** Returns the vendor's releases, oldest first, those included in which no model changed; none where it is not known. */
  readonly releases: () => readonly VendorRelease[];
  /** The services by the packages that are generated of them. */
  readonly packages?: ReadonlyMap<string, string>;
}

/** A release of the vendor's. */
export interface VendorRelease {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** A revision as a page may name it. */
export interface RecordedRevision {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The versions that it came with: the vendor's, and the generated package's. */
  readonly versions: readonly string[];
  /** Where it came from: the vendor's name for its releases, and the one that it came with. */
  readonly source?: { readonly name: string; readonly version?: string };
  /** The revision that it follows; `null` for a first one. */
  readonly parent: string | null;
  /** What the vendor said of it, as plain text. */
  readonly note?: string;
  /** The model's file in the vendor's repository. */
  readonly path?: string;
  /** Whether the service was removed. */
  readonly gone?: true;
  /** The versions of the generated package that it came with. */
  readonly packages?: readonly string[];
}

/** Returns the names that people know a model's service by. */
export function namesOfService(model: Model): readonly string[] {
  const [service] = findServices(model);
  if (!service) return [];
  const aws = trait(service, "aws.api#service");
  const known = isNodeObject(aws)
    ? [aws.sdkId, aws.endpointPrefix, aws.arnNamespace, aws.cloudFormationName]
    : [];
  const names = [stringTrait(service, "title"), shapeName(service.id), ...known];
  return names.filter((name) => typeof name === "string");
}

/** Returns what is the same of two spellings of a service's name; of one that says nothing, an empty text. */
export function plainName(name: string): string {
  const plain = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
  return plain.replace(/^(?:amazon|aws)?(?:client)?(?=.{2})/u, "");
}

/** Says which services may be meant by a name. */
export type FindByName = (name: string) => readonly string[];

/** Returns a search for services by any of their names. */
export function indexNames(
  names: Iterable<readonly [service: string, names: readonly string[]]>,
): FindByName {
  const index = new Map<string, Set<string>>();
  for (const [service, known] of names) {
    for (const plain of known.map(plainName)) {
      const services = index.get(plain);
      if (services) services.add(service);
      else index.set(plain, new Set([service]));
    }
  }
  index.delete("");
  return (name) => [...(index.get(plainName(name)) ?? [])];
}
