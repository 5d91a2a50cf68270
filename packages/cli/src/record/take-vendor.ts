import { isDate } from "@shapelog/ledger";
import type { Config } from "../config-file.js";
import { placeInput } from "../inputs/place-input.js";
import { type LoadedService, loadService, type NamedService } from "../load-service.js";
import { type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { readVendor } from "../vendor/read-vendor.js";
import type { VendorModel } from "../vendor/vendor-model.js";
import type { RecordOptions } from "./record-options.js";

/** The service whose vendor is read. */
export interface VendorTarget {
  readonly config: Config;
  readonly named: NamedService;
}

/** Reads the vendor's model that a service is to take. Nothing is locked meanwhile: it may come from the network. */
export async function readTargetVendor(
  terminal: Terminal,
  { config, named }: VendorTarget,
  options: RecordOptions,
): Promise<Outcome<VendorModel | undefined>> {
  const input = inputOf(terminal.cwd, { config, named }, options);
  if (input === undefined) return succeeded(undefined);
  const loaded = await loadService(terminal.cwd, config, named);
  if (!loaded.ok) return loaded;
  const { source, sourceVersion: version, sourceCommit: commit, vendorNote: noteFile } = options;
  return readVendor(terminal, {
    ...{ input, service: named.name, known: loaded.value.model, ledger: loaded.value.ledger },
    source: {
      ...source,
      ...(version === undefined ? {} : { version }),
      ...(commit === undefined ? {} : { commit }),
    },
    ...(noteFile === undefined ? {} : { noteFile }),
  });
}

function inputOf(cwd: string, { config, named }: VendorTarget, { from }: RecordOptions): string | undefined {
  if (from !== "configured") return from?.input;
  const input = named.service.from?.input;
  return input === undefined ? undefined : placeInput(input, { from: config.root, to: cwd });
}

/** Returns the options with what the vendor's model says of itself, where the person says nothing else. */
export function withVendor(
  options: RecordOptions,
  { source, date, note }: VendorModel,
  { service, today }: { readonly service: LoadedService; readonly today: string },
): RecordOptions {
  const last = service.ledger.revisions.reduce(
    (day, revision) => (day < revision.date ? revision.date : day),
    "",
  );
  const isFitting = date !== undefined && isDate(date) && date >= last && date <= today;
  const { text: _, ...place } = note ?? {};
  const isQuoted = service.config.from?.quote ?? true;
  return {
    ...options,
    ...(source ? { source } : {}),
    ...(note ? { vendor: isQuoted ? note : { source: note.source, ...place } } : {}),
    ...(options.date === undefined && isFitting ? { date } : {}),
  };
}
