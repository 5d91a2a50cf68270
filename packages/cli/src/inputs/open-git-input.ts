import { posix, resolve } from "node:path";
import { hasSeverity, type Location } from "@shapelog/diagnostics";
import { printPointer } from "@shapelog/json";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { decodeText } from "../files/decode-text.js";
import { keepText } from "../files/kept-texts.js";
import { explainGitError } from "../git/explain-error.js";
import { GIT_FORM, parseGitInput } from "../git/git-address.js";
import { openRepository, type Repository } from "../git/repository.js";
import { runGit, runGitBytes } from "../git/start-git.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { BOTOCORE_FILE, findBeside } from "./list-model-files.js";
import type { ReadModelOptions } from "./model-format.js";
import { type OpenedInput, openSmithyTexts, openText, withBeside } from "./open-text.js";

/** A commit's files, as an input names them. */
interface GitInput {
  readonly terminal: Terminal;
  /** As it was given. */
  readonly input: string;
  /** What stands before a path from the repository's top, to name a file of the commit. */
  readonly prefix: string;
  readonly repository: Repository;
  readonly ref: string;
  /** From the repository's top; empty for the top itself. */
  readonly path: string;
  readonly options: ReadModelOptions;
}

/** A file of a commit. */
interface GitFile {
  /** From the repository's top. */
  readonly path: string;
  readonly isNamed: boolean;
}

/**
 * Opens a file or a folder as a git commit has it. `input` is `git:<ref>:<path>`, or `git:<folder>#<ref>:<path>` for a
 * repository elsewhere; the path is from the repository's top, or from the folder where it begins with `./` or `../`. A
 * folder is read as one on the disk is.
 */
export async function openGitInput(
  terminal: Terminal,
  input: string,
  options: ReadModelOptions,
): Promise<Outcome<OpenedInput>> {
  const address = parseGitInput(input);
  if (!address) return failed(cliDiagnostics.create("bad-input", undefined, { input, expected: GIT_FORM }));
  const { folder, ref } = address;
  const repository = openRepository(resolve(terminal.cwd, folder ?? "."), input);
  if (!repository.ok) return repository;
  try {
    const path = await findPath(repository.value, address.path);
    const prefix = `git:${folder === undefined ? "" : `${folder}#`}${ref}:`;
    const git: GitInput = { terminal, input, prefix, repository: repository.value, ref, path, options };
    const type = (
      await runGit(git.repository, ["cat-file", "-t", "--end-of-options", `${ref}:${path}`])
    ).trim();
    if (type === "blob") return await openBlob(git);
    if (type === "tree") return await openTree(git);
    const reason = `it is a ${type}, not a file or folder`;
    return failed(cliDiagnostics.create("git-failed", undefined, { input, reason }));
  } catch (error) {
    return failed(explainGitError(error, input));
  }
}

/** Returns the path of a file or folder from the top of the repository. */
export async function findPath(repository: Repository, written: string): Promise<string> {
  const isRelative = /^\.\.?(?:\/|$)/.test(written);
  const prefix = isRelative ? (await runGit(repository, ["rev-parse", "--show-prefix"])).trimEnd() : "";
  const path = posix.normalize(`${prefix}${written}`).replace(/\/+$/, "");
  return path === "." ? "" : path;
}

async function openBlob(git: GitInput): Promise<Outcome<OpenedInput>> {
  const { path, input, options } = git;
  const source = await readBlob(git, path, input);
  if (!source.ok) return source;
  const opened = await openText(input, source.value, options);
  if (posix.basename(path) !== BOTOCORE_FILE) return opened;
  return openBeside(git, opened, {
    folder: posix.dirname(path),
    label: input.slice(0, -BOTOCORE_FILE.length),
  });
}

async function openBeside(
  git: GitInput,
  opened: Outcome<OpenedInput>,
  { folder, label }: { readonly folder: string; readonly label: string },
): Promise<Outcome<OpenedInput>> {
  const below = folder === "." ? "" : folder;
  const names = await listNames(git, below, { deep: false });
  const texts: [string, SourceText][] = [];
  for (const [kind, name] of findBeside(names)) {
    const source = await readBlob(git, posix.join(below, name), `${label}${name}`);
    if (!source.ok) return source;
    texts.push([kind, source.value]);
  }
  return withBeside(opened, Object.fromEntries(texts));
}

async function openTree(git: GitInput): Promise<Outcome<OpenedInput>> {
  const { path, input, options } = git;
  const label = input.replace(/\/*$/, input.endsWith(":") ? "" : "/");
  const names = await listNames(git, path, { deep: true });
  if (names.includes("smithy-build.json")) return openBuild(git, label);
  const [single] = [BOTOCORE_FILE, "model.json"].filter((name) => names.includes(name));
  const idl = names.filter((name) => name.endsWith(".smithy"));
  if (single !== undefined && (single === BOTOCORE_FILE || idl.length === 0)) {
    const source = await readBlob(git, posix.join(path, single), `${label}${single}`);
    if (!source.ok) return source;
    const opened = await openText(input, source.value, options);
    return single === BOTOCORE_FILE ? openBeside(git, opened, { folder: path || ".", label }) : opened;
  }
  const json = names.filter((name) => name.endsWith(".json") && !name.includes("/"));
  const files = [...idl, ...json].map((name): GitFile => {
    return { path: posix.join(path, name), isNamed: name.endsWith(".smithy") };
  });
  return openFiles(git, files);
}

async function openFiles(git: GitInput, files: readonly GitFile[]): Promise<Outcome<OpenedInput>> {
  const { input, prefix } = git;
  const opened = await openSmithyTexts(files, ({ path }) => readBlob(git, path, `${prefix}${path}`));
  if (!opened.ok) return opened;
  return opened.value.length > 0
    ? succeeded({ kind: "smithy", label: input, texts: opened.value })
    : failed(cliDiagnostics.create("no-model", undefined, { folder: input }));
}

/** What a `smithy-build.json` names is below the repository's top, as all that a commit has. */
async function openBuild(git: GitInput, label: string): Promise<Outcome<OpenedInput>> {
  const { path, input } = git;
  const file = `${label}smithy-build.json`;
  const source = await readBlob(git, posix.join(path, "smithy-build.json"), file);
  if (!source.ok) return source;
  const { parseSmithyBuild } = await import("@shapelog/smithy");
  const build = parseSmithyBuild(source.value);
  if (hasSeverity(build.diagnostics)) return failedWith(build.diagnostics);
  const all = await listNames(git, "", { deep: true });
  const files = new Map<string, GitFile>();
  for (const key of ["sources", "imports"] as const) {
    for (const [index, written] of build[key].entries()) {
      const place: Location = { file, pointer: printPointer(key, index) };
      const found = findNamed(all, path, written);
      if (typeof found === "string") return failed(cliDiagnostics.create(found, place, { path: written }));
      for (const each of found) if (!files.has(each.path)) files.set(each.path, each);
    }
  }
  const opened = await openFiles({ ...git, input }, [...files.values()]);
  return opened.ok ? succeeded(opened.value, [...build.diagnostics, ...opened.diagnostics]) : opened;
}

/** Returns the files that a path of a `smithy-build.json` stands for, or the code of what is wrong with it. */
function findNamed(
  all: readonly string[],
  folder: string,
  written: string,
): readonly GitFile[] | "build-path" | "missing-source" | "build-file" {
  if (written.startsWith("/") || /^[a-z]:|[\0\\]/i.test(written)) return "build-path";
  const path = posix.join(folder, written).replace(/\/+$/, "");
  if (path === ".." || path.startsWith("../")) return "build-path";
  const isModel = (name: string) => name.endsWith(".smithy") || name.endsWith(".json");
  if (all.includes(path)) return isModel(path) ? [{ path, isNamed: true }] : "build-file";
  const start = path === "." || path === "" ? "" : `${path}/`;
  const below = all.filter((name) => name.startsWith(start));
  if (below.length === 0) return "missing-source";
  return below.filter(isModel).map((name) => ({ path: name, isNamed: name.endsWith(".smithy") }));
}

/** Folders that hold nobody's sources, as on the disk. */
const SKIPPED = /(?:^|\/)(?:node_modules|\.[^/]*)\//;

/** Returns the files in a folder of the commit, sorted by their bytes; `deep` for those below it, too. Links are none. */
async function listNames(
  { repository, ref }: GitInput,
  folder: string,
  { deep }: { readonly deep: boolean },
): Promise<readonly string[]> {
  const args = [
    "ls-tree",
    "-z",
    "--full-tree",
    ...(deep ? ["-r"] : []),
    "--end-of-options",
    `${ref}:${folder}`,
  ];
  const entries = (await runGit(repository, args)).split("\0");
  return entries.flatMap((entry) => {
    const [, name] = /^100\d{3} blob [0-9a-f]+\t(.*)$/s.exec(entry) ?? [];
    return name === undefined || SKIPPED.test(name) ? [] : [name];
  });
}

async function readBlob(
  { terminal, repository, ref }: GitInput,
  path: string,
  label: string,
): Promise<Outcome<SourceText>> {
  const bytes = await runGitBytes(repository, ["cat-file", "blob", "--end-of-options", `${ref}:${path}`]);
  const source = decodeText(label, bytes);
  return source.ok ? succeeded(keepText(terminal, source.value)) : source;
}
