import { basename, dirname, resolve } from "node:path";
import { STATED_TRAITS } from "@shapelog/botocore";
import { findModelFile } from "@shapelog/history";
import type { Ledger, Revision, VendorNote } from "@shapelog/ledger";
import { findServices, isNodeObject, type Model } from "@shapelog/model";
import { explainGitError } from "../git/explain-error.js";
import { type GitAddress, parseGitInput } from "../git/git-address.js";
import { openRepository } from "../git/repository.js";
import { findPath } from "../inputs/open-git-input.js";
import { openInput } from "../inputs/open-input.js";
import { type OpenedPackage, openPackageInput } from "../inputs/open-package-input.js";
import type { OpenedInput } from "../inputs/open-text.js";
import { readSide, resolveInput } from "../inputs/resolve-input.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { findChangelogNote } from "./find-changelog-note.js";
import { findGitOrigin } from "./find-git-origin.js";
import { listOperationNames } from "./list-operations.js";
import { readNoteFile } from "./read-note-file.js";
import type { VendorModel, VendorOrigin } from "./vendor-model.js";

/** What a vendor's model is read for. */
export interface VendorRequest {
  readonly input: string;
  /** The service's name in the configuration. */
  readonly service: string;
  /** The model as it was recorded last. */
  readonly known: Model;
  readonly ledger: Ledger;
  /** What the person says of where it came from; it goes before what the input tells. */
  readonly source?: { readonly name?: string; readonly version?: string; readonly commit?: string };
  /** A file with the vendor's note. Default: what the input has. */
  readonly noteFile?: string;
}

/**
 * Reads a vendor's model with where it came from: of git the commit, the day and the release, of a package its name and
 * version, and of both the vendor's note, where there is one.
 */
export async function readVendor(terminal: Terminal, request: VendorRequest): Promise<Outcome<VendorModel>> {
  const { input } = request;
  const options = { duplicates: true };
  const address = input.startsWith("git:") ? parseGitInput(input) : undefined;
  const packed = input.startsWith("npm:") ? await openPackageInput(terminal, input, options) : undefined;
  if (packed && !packed.ok) return packed;
  const opened = packed
    ? succeeded(packed.value.opened, packed.diagnostics)
    : await openInput(terminal, input, options);
  if (!opened.ok) return opened;
  const side = await readSide(opened, { ...options, input });
  if (!side.ok) return side;
  const services = nameService(request, side.value.model);
  const origin = packed
    ? succeeded(await findPackageOrigin(packed.value))
    : await findOrigin(terminal, request, { address, services });
  if (!origin.ok) return origin;
  const written = await readNoteFile(terminal.cwd, request.noteFile, services);
  if (!written.ok) return written;
  const older = address ? await readOlder(terminal, request, address) : undefined;
  return succeeded(
    {
      ...{ label: opened.value.label, model: side.value.model, states: findStated(opened.value) },
      ...place(request, origin.value, written.value),
      ...(older ? { olderOperations: older } : {}),
    },
    side.diagnostics,
  );
}

/** Smithy can state every trait; botocore those that it knows, as far as the files beside the model were there. */
function findStated(opened: OpenedInput): VendorModel["states"] {
  if (opened.kind !== "botocore") return () => true;
  const { beside = {} } = opened.text;
  const { model, paginators, waiters, examples } = STATED_TRAITS;
  const stated = new Set([
    ...model,
    ...(beside.paginators ? paginators : []),
    ...(beside.waiters ? waiters : []),
    ...(beside.examples ? examples : []),
  ]);
  return (trait) => stated.has(trait);
}

/** Says where the model came from: what the person says goes before what the input tells, and both before the last revision. */
function place(
  { source: given = {}, ledger }: VendorRequest,
  origin: VendorOrigin,
  written: VendorOrigin["note"],
): Pick<VendorModel, "source" | "date" | "note"> {
  const name = given.name ?? origin.name ?? lastSource(ledger)?.name ?? "vendor";
  const version = given.version ?? origin.version;
  const commit = given.commit ?? origin.commit;
  const versioned = version === undefined ? {} : { version };
  const said = written ?? origin.note;
  const { file, text } = said ?? {};
  const note: VendorNote | undefined = said && {
    ...{ source: name, ...versioned },
    ...(file === undefined ? {} : { file }),
    ...(text === undefined ? {} : { text }),
  };
  return {
    source: { name, ...versioned, ...(commit === undefined ? {} : { commit }) },
    ...(origin.date === undefined ? {} : { date: origin.date }),
    ...(note ? { note } : {}),
  };
}

function lastSource({ revisions }: Ledger): Revision["source"] {
  return revisions.findLast(({ source }) => source)?.source;
}

/** Returns the names that a service may go by in release notes: as it is configured, and as SDKs and addresses have it. */
function nameService({ service }: VendorRequest, model: Model): readonly string[] {
  const aws = findServices(model)[0]?.traits["aws.api#service"];
  const { endpointPrefix, sdkId } = isNodeObject(aws) ? aws : {};
  const own = [endpointPrefix, sdkId, typeof sdkId === "string" ? sdkId.replaceAll(" ", "") : undefined];
  return [service, ...own.filter((name): name is string => typeof name === "string")];
}

async function findOrigin(
  terminal: Terminal,
  { input }: VendorRequest,
  { address, services }: { readonly address: GitAddress | undefined; readonly services: readonly string[] },
): Promise<Outcome<VendorOrigin>> {
  if (!address) {
    const source = findModelFile(resolve(terminal.cwd, input).replaceAll("\\", "/"))?.source ?? "git";
    return succeeded(source === "git" ? {} : { name: source });
  }
  const repository = openRepository(resolve(terminal.cwd, address.folder ?? "."), input);
  if (!repository.ok) return repository;
  try {
    const path = await findPath(repository.value, address.path);
    const origin = await findGitOrigin({ repository: repository.value, ref: address.ref, path, services });
    const elsewhere = address.folder === undefined ? {} : { name: nameFolder(terminal.cwd, address.folder) };
    return succeeded({ ...elsewhere, ...origin });
  } catch (error) {
    return failed(explainGitError(error, input));
  }
}

/** A bare repository's folder is called `.git` or ends in it. */
function nameFolder(cwd: string, folder: string): string {
  const path = resolve(cwd, folder);
  const name = basename(path) === ".git" ? basename(dirname(path)) : basename(path).replace(/\.git$/, "");
  return name === "" ? "vendor" : name;
}

async function findPackageOrigin({ files }: OpenedPackage): Promise<VendorOrigin> {
  const { name, version } = files;
  const file = files.paths.find((path) => /^changelog\.md$/i.test(path));
  const bytes = file === undefined ? undefined : await files.read(file);
  const note =
    file === undefined || !bytes
      ? undefined
      : findChangelogNote({ file, text: Buffer.from(bytes).toString("utf8") }, version);
  return { name, version, ...(note ? { note } : {}) };
}

/** Returns the operations at the commit that was recorded last, where the repository has it. */
async function readOlder(
  terminal: Terminal,
  { ledger }: VendorRequest,
  { folder, path }: GitAddress,
): Promise<ReadonlySet<string> | undefined> {
  const commit = lastSource(ledger)?.commit;
  if (commit === undefined || !/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
  const input = `git:${folder === undefined ? "" : `${folder}#`}${commit}:${path}`;
  const older = await resolveInput(terminal, input);
  return older.ok ? new Set(listOperationNames(older.value.model)) : undefined;
}
