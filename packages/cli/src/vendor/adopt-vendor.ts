import { join, relative, resolve, sep } from "node:path";
import { diffModels } from "@shapelog/changes";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { EmittedFile } from "@shapelog/emit";
import { nameVendor } from "@shapelog/ledger";
import { findClosure, findServices, hasTrait, isAggregate, type Model, shapeName } from "@shapelog/model";
import type { Config } from "../config-file.js";
import { count } from "../count.js";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { keepText } from "../files/kept-texts.js";
import { pathKind } from "../files/path-kind.js";
import { readText } from "../files/read-text.js";
import { findUndocumented } from "../import/documentation-list.js";
import { pickModel } from "../import/pick-model.js";
import { renameShapes } from "../import/rename-shapes.js";
import { isBotocoreFile } from "../inputs/is-botocore-file.js";
import { listModelFiles } from "../inputs/list-model-files.js";
import { openText } from "../inputs/open-text.js";
import { readOpened, withoutErrors } from "../inputs/read-model.js";
import type { LoadedService } from "../load-service.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { printModelFile } from "../print-model-file.js";
import { line } from "../printed.js";
import type { Printed, Terminal } from "../terminal.js";
import { withoutValidationMetadata } from "../validation-metadata.js";
import { findOwners } from "./find-owners.js";
import { listBound, listOperationNames } from "./list-operations.js";
import { mergeVendor } from "./merge-vendor.js";
import type { VendorModel } from "./vendor-model.js";

/** What a vendor's model is taken into. */
export interface Adoption {
  readonly config: Config;
  readonly service: LoadedService;
  readonly vendor: VendorModel;
  /** Operations to take besides those that the model has. */
  readonly operations: readonly string[];
}

/** A service with the model that it is to have. */
export interface AdoptedService {
  readonly service: LoadedService;
  /** The model's file as it is to be, and its text as it was read. Its path is relative to the configuration's folder. */
  readonly file: EmittedFile & { readonly known: string };
  /** What is said of it. */
  readonly lines: readonly Printed[];
}

/**
 * Takes a vendor's model into a service: of it what the service's own model has, with what is ours. Fails where the
 * service's model is not the one that is recorded, as then nobody could tell our edits from the vendor's.
 */
export async function adoptVendor(terminal: Terminal, adoption: Adoption): Promise<Outcome<AdoptedService>> {
  const { config, service, vendor } = adoption;
  const unready = refuseUnrecorded(service);
  if (unready) return failed(unready);
  const path = await findModelFile(terminal.cwd, config, service);
  if (!path.ok) return path;
  const source = await readText(terminal.cwd, path.value);
  if (!source.ok) return source;
  const known = service.read.model;
  const whole = alignNamespace(vendor.model, known);
  const picked = pickFollowed({ ...adoption, whole });
  if (!picked.ok) return picked;
  const { states } = vendor;
  const merged = mergeVendor({ vendor: picked.value, known, states, owners: findOwners(service.ledger) });
  const text = await printModelFile({ cwd: terminal.cwd, path: path.value }, merged.model, known);
  if (!text.ok) return text;
  const written = keepText(terminal, { file: source.value.file, text: text.value });
  const opened = await openText(source.value.file, written, {});
  if (!opened.ok) return opened;
  const read = withoutErrors(await readOpened(opened.value, { duplicates: true }), opened.diagnostics);
  if (!read.ok) return read;
  const at = relative(config.root, path.value).split(sep).join("/");
  const told = [
    ...merged.conflicts.map((data) =>
      cliDiagnostics.create("vendor-conflict", { file: service.modelFile }, data),
    ),
    ...(merged.kept.length > 0
      ? [cliDiagnostics.create("vendor-kept", { file: service.modelFile }, { places: merged.kept })]
      : []),
  ];
  return succeeded(
    {
      service: { ...service, read: read.value, model: withoutValidationMetadata(read.value.model) },
      file: { path: at, text: text.value, known: source.value.text },
      lines: describe(adoption, { whole, model: merged.model }),
    },
    [...picked.diagnostics, ...told],
  );
}

function refuseUnrecorded({
  name,
  ledger,
  replayed,
  model,
  modelFile,
}: LoadedService): Diagnostic | undefined {
  const hasRecord = ledger.revisions.length > 0 && diffModels(replayed.model, model).length === 0;
  if (hasRecord) return undefined;
  return cliDiagnostics.create("record-first", { file: modelFile }, { service: name, model: modelFile });
}

/** Returns the absolute path of the one file that a service's model stands in. */
async function findModelFile(
  cwd: string,
  { root }: Config,
  service: LoadedService,
): Promise<Outcome<string>> {
  const path = resolve(root, service.config.model);
  const file = await findOnlyFile(cwd, path);
  if (file !== undefined && !(await isBotocoreFile(cwd, file))) return succeeded(file);
  const data = { service: service.name, model: service.modelFile };
  return failed(cliDiagnostics.create("not-one-file", { file: displayPath(cwd, path) }, data));
}

async function findOnlyFile(cwd: string, path: string): Promise<string | undefined> {
  if ((await pathKind(path)) !== "folder") return path;
  if ((await pathKind(join(path, "smithy-build.json"))) !== "none") return undefined;
  const listed = await listModelFiles(cwd, path);
  if (!listed.ok) return undefined;
  if (listed.value.kind === "file") return listed.value.path;
  const [only, ...others] = listed.value.files;
  return others.length === 0 ? only?.path : undefined;
}

/** Returns the vendor's model in the namespace, and with the service's name, of the one that is followed. */
function alignNamespace(model: Model, known: Model): Model {
  const [theirs, ...others] = findServices(model);
  const [ours] = findServices(known);
  if (!theirs || !ours || others.length > 0 || theirs.id === ours.id) return model;
  const [from, to] = [theirs.id, ours.id].map((id) => id.slice(0, id.indexOf("#")));
  const names = new Map<string, string>();
  if (from !== to)
    for (const id of model.shapes.keys())
      if (id.startsWith(`${from}#`)) names.set(id, `${to}#${shapeName(id)}`);
  const taken = model.shapes.has(`${from}#${shapeName(ours.id)}`);
  if (!taken) names.set(theirs.id, ours.id);
  return renameShapes(model, names);
}

interface Following extends Adoption {
  readonly whole: Model;
}

/** Returns of the vendor's model what is followed: all, or the operations that our model has and those that are asked for. */
function pickFollowed({ service, whole, operations }: Following): Outcome<Model> {
  const follow = service.config.from;
  const docs = follow?.docs ?? false;
  if (follow?.operations === "all") return pickModel(whole, { docs });
  const offered = new Set(listOperationNames(whole));
  const known = listOperationNames(service.read.model).filter((name) => offered.has(name));
  const asked = [...(follow?.operations ?? []), ...operations];
  return pickModel(whole, { docs, operations: [...new Set([...known, ...asked])] });
}

const TOLD = 12;

function describe(
  { vendor, service }: Adoption,
  { whole, model }: { readonly whole: Model; readonly model: Model },
): readonly Printed[] {
  const { source, note } = vendor;
  const commit = source?.commit === undefined ? "" : `, commit ${source.commit.slice(0, 12)}`;
  const from = source ? ` (${[source.name, source.version].filter(Boolean).join(" ")}${commit})` : "";
  const others = findOthers(vendor, { whole, model });
  const before = new Set(findUndocumented(service.read.model));
  const silent = findUndocumented(model).filter((id) => !before.has(id));
  return [
    line`${service.name}: taken from ${vendor.label}${from}`,
    ...(note
      ? [
          line`${service.name}: the vendor's note ${service.config.from?.quote === false ? "stands in" : "is quoted from"} ${[nameVendor(note), ...(note.file === undefined ? [] : [note.file])].join(", ")}`,
        ]
      : []),
    ...(silent.length > 0 ? [line`${service.name}: without documentation of yours: ${tellFew(silent)}`] : []),
    ...(others.names.length > 0
      ? [
          line`${service.name}: ${others.what}, not taken: ${tellFew(others.names)}`,
          line`Take one with: --operations ${others.names[0] ?? ""}`,
        ]
      : []),
  ];
}

function tellFew(names: readonly string[]): string {
  const more = names.length - TOLD;
  return [...names.slice(0, TOLD), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/**
 * Returns the operations of the vendor that the model does not have: those that are new since the last revision, where
 * that is known; else those that share a type with the model, which is more than a simple one or an error.
 */
function findOthers(
  { olderOperations }: VendorModel,
  { whole, model }: { readonly whole: Model; readonly model: Model },
): { readonly names: readonly string[]; readonly what: string } {
  const own = new Set(listOperationNames(model));
  const others = listBound(whole).filter(({ id }) => !own.has(shapeName(id)));
  if (olderOperations) {
    const names = others.map(({ id }) => shapeName(id)).filter((name) => !olderOperations.has(name));
    return { names: names.sort(), what: count(names.length, "new operation") };
  }
  const types = new Set(
    [...model.shapes.values()]
      .filter((shape) => isAggregate(shape) && !hasTrait(shape, "error") && !hasTrait(shape, "trait"))
      .map(({ id }) => id),
  );
  const names = others
    .filter(({ id }) => [...findClosure(whole, [id])].some((each) => types.has(each)))
    .map(({ id }) => shapeName(id));
  return { names: names.sort(), what: "operations that use its types" };
}
