import { findSimilar } from "@shapelog/diagnostics";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { PageRecord } from "../page/page-record.js";
import { upgradeDiagnostics } from "./diagnostics.js";

/** What a name stands for: a package whose releases bring models, or a service. */
export interface UpgradePackage {
  readonly kind: "client" | "vendor" | "generated" | "service";
  readonly name: string;
  readonly services: readonly string[];
}

const CLIENT = /^@aws-sdk\/client-([\w.-]+)$/;

/** Returns whether a package brings models that a record may have. */
export function isModelPackage(name: string): boolean {
  return CLIENT.test(name) || name === "botocore";
}

/** Returns what a package or service is in a record. */
export async function findSubject(record: PageRecord, name: string): Promise<Outcome<UpgradePackage>> {
  if (name === "boto3") return failed(upgradeDiagnostics.create("boto3-alone", undefined, {}));
  if (name === "botocore") return succeeded({ kind: "vendor", name, services: record.services });
  const [, client] = CLIENT.exec(name) ?? [];
  const services = await findNamed(record, client ?? name);
  if (!services.ok) return services;
  if (client !== undefined) return succeeded({ kind: "client", name, services: services.value });
  const isGenerated = record.packages?.get(name) !== undefined;
  return succeeded({ kind: isGenerated ? "generated" : "service", name, services: services.value });
}

/** Returns the services that a name stands for; one of exactly that name goes before others that are known by it, too. */
export async function findNamed(record: PageRecord, name: string): Promise<Outcome<readonly string[]>> {
  const owned = record.packages?.get(name);
  if (owned !== undefined) return succeeded([owned]);
  if (record.services.includes(name)) return succeeded([name]);
  const found = await record.findServices(name);
  if (!found.ok || found.value.length > 0) return found;
  const names = await record.listNames();
  if (!names.ok) return names;
  const similar = findSimilar(name, new Set(names.value));
  const data = { name, record: record.shown, similar };
  return failed(upgradeDiagnostics.create("unknown-subject", undefined, data));
}
