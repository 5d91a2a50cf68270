import { posix } from "node:path";
import type { SourceText } from "@shapelog/model";
import { beginsAsSmithyJson } from "@shapelog/smithy/text-format";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { keepText } from "../files/kept-texts.js";
import { fetchPackage } from "../npm/fetch-package.js";
import { findInstalled } from "../npm/find-installed.js";
import { PACKAGE_FORM, type PackageAddress, parsePackageInput } from "../npm/package-address.js";
import type { PackageFiles } from "../npm/package-files.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { BOTOCORE_FILE, findBeside } from "./list-model-files.js";
import type { ReadModelOptions } from "./model-format.js";
import { type OpenedInput, openSmithyTexts, openText, withBeside } from "./open-text.js";

/** A model of a package, and the package. */
export interface OpenedPackage {
  readonly files: PackageFiles;
  /** The file of the model, or the folder of its files; empty for the package itself. */
  readonly path: string;
  readonly opened: OpenedInput;
}

/**
 * Opens the model of a package of npm: of the one that is installed, unless another version is asked for, else of the one
 * that npm fetches. Fails where it has several and none is named.
 */
export async function openPackageInput(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions,
): Promise<Outcome<OpenedPackage>> {
  const address = parsePackageInput(input);
  if (!address)
    return failed(cliDiagnostics.create("bad-input", undefined, { input, expected: PACKAGE_FORM }));
  const files = await findPackage(terminal.cwd, address);
  if ("reason" in files) {
    const data = { input, reason: files.reason };
    return failed(cliDiagnostics.create("package-not-fetched", undefined, data));
  }
  const found = await findModels(files, address.path);
  const named = `npm:${files.name}@${files.version}`;
  const [only] = found;
  if (!only) return failed(cliDiagnostics.create("no-package-model", undefined, { input, package: named }));
  if (found.length > 1) {
    const inputs = found.map(({ path }) => (path === "" ? named : `${named}:${path}`));
    return failed(cliDiagnostics.create("several-package-models", undefined, { package: named, inputs }));
  }
  const opened = await openModel({ terminal, files, named, options }, only);
  return opened.ok ? succeeded({ files, path: only.path, opened: opened.value }, opened.diagnostics) : opened;
}

async function findPackage(
  cwd: string,
  address: PackageAddress,
): Promise<PackageFiles | { readonly reason: string }> {
  return (await findInstalled(cwd, address)) ?? fetchPackage(cwd, address);
}

/** A model that a package has: its files of IDL are one. */
interface PackageModel {
  readonly path: string;
  readonly files: readonly string[];
}

/** Returns the models at and below a path of a package, as far as their names and first characters tell. */
async function findModels(files: PackageFiles, below: string | undefined): Promise<readonly PackageModel[]> {
  const isMeant = (path: string) =>
    below === undefined || below === "" || path === below || path.startsWith(`${below}/`);
  const paths = files.paths.filter(isMeant);
  const single: PackageModel[] = [];
  for (const path of paths) {
    if (!path.endsWith(".json")) continue;
    const isModel = posix.basename(path) === BOTOCORE_FILE || (await isSmithyJson(files, path));
    if (isModel) single.push({ path, files: [path] });
  }
  const idl = paths.filter((path) => path.endsWith(".smithy"));
  return idl.length === 0 ? single : [{ path: findCommon(idl), files: idl }, ...single];
}

async function isSmithyJson(files: PackageFiles, path: string): Promise<boolean> {
  const bytes = await files.read(path);
  return bytes !== undefined && beginsAsSmithyJson(Buffer.from(bytes.subarray(0, 4096)).toString("utf8"));
}

/** Returns the file, or the innermost folder that all of several files are in. */
function findCommon(paths: readonly string[]): string {
  const [first = ""] = paths;
  if (paths.length === 1) return first;
  for (let folder = posix.dirname(first); folder !== "."; folder = posix.dirname(folder))
    if (paths.every((path) => path.startsWith(`${folder}/`))) return folder;
  return "";
}

interface Opening {
  readonly terminal: Terminal;
  readonly files: PackageFiles;
  /** The package with its version, as an input. */
  readonly named: string;
  readonly options: ReadModelOptions;
}

async function openModel(opening: Opening, { path, files }: PackageModel): Promise<Outcome<OpenedInput>> {
  const label = path === "" ? opening.named : `${opening.named}:${path}`;
  const [first = ""] = files;
  if (!first.endsWith(".smithy")) {
    const source = await readSource(opening, first);
    if (!source.ok) return source;
    const opened = await openText(label, source.value, opening.options);
    return posix.basename(first) === BOTOCORE_FILE ? openBeside(opening, opened, first) : opened;
  }
  const named = files.map((each) => ({ path: each, isNamed: true }));
  const texts = await openSmithyTexts(named, ({ path: each }) => readSource(opening, each));
  return texts.ok ? succeeded({ kind: "smithy", label, texts: texts.value }) : texts;
}

async function openBeside(
  opening: Opening,
  opened: Outcome<OpenedInput>,
  model: string,
): Promise<Outcome<OpenedInput>> {
  const folder = posix.dirname(model);
  const names = opening.files.paths.filter((path) => posix.dirname(path) === folder);
  const texts: [string, SourceText][] = [];
  for (const [kind, name] of findBeside(names.map((path) => posix.basename(path)))) {
    const source = await readSource(opening, posix.join(folder, name));
    if (!source.ok) return source;
    texts.push([kind, source.value]);
  }
  return withBeside(opened, Object.fromEntries(texts));
}

async function readSource({ terminal, files, named }: Opening, path: string): Promise<Outcome<SourceText>> {
  const file = `${named}:${path}`;
  const bytes = await files.read(path);
  if (!bytes) return failed(cliDiagnostics.create("not-found", { file }, { path: file }));
  const source = decodeText(file, bytes);
  return source.ok ? succeeded(keepText(terminal, source.value)) : source;
}
