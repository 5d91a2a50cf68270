import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { Consumer, TypeScript } from "@shapelog/impact";
import type ts from "typescript";
import { cliDiagnostics } from "../diagnostics.js";
import { displayPath } from "../files/display-path.js";
import { pathKind } from "../files/path-kind.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { loadTypeScript } from "./load-typescript.js";

/** A program that was found, and the TypeScript to read it with. */
export interface OpenedConsumer {
  /** Its `tsconfig.json`, or its folder, as shown to people. */
  readonly name: string;
  readonly typescript: TypeScript;
  readonly consumer: Consumer;
}

/** Names that TypeScript looks for. */
const CONFIGS = ["tsconfig.json", "jsconfig.json"] as const;

/**
 * Opens the programs of a path: a `tsconfig.json`, a folder with one, or a folder of JavaScript without. One that only
 * refers to others stands for these.
 */
export async function openConsumers(cwd: string, path: string): Promise<Outcome<readonly OpenedConsumer[]>> {
  const full = resolve(cwd, path);
  const kind = await pathKind(full);
  if (kind === "none") return failed(cliDiagnostics.create("not-found", undefined, { path }));
  const file = kind === "file" ? full : await findConfigFile(full);
  const typescript = loadTypeScript(file === undefined ? full : dirname(file));
  return file === undefined
    ? openFolder(cwd, full, typescript)
    : openConfig(cwd, file, typescript, new Set());
}

async function findConfigFile(folder: string): Promise<string | undefined> {
  for (const name of CONFIGS) if ((await pathKind(join(folder, name))) === "file") return join(folder, name);
  return undefined;
}

async function openConfig(
  cwd: string,
  file: string,
  typescript: TypeScript,
  seen: Set<string>,
): Promise<Outcome<readonly OpenedConsumer[]>> {
  seen.add(file);
  const name = displayPath(cwd, file);
  const problems: ts.Diagnostic[] = [];
  const parsed = typescript.getParsedCommandLineOfConfigFile(
    file,
    { noEmit: true },
    { ...typescript.sys, onUnRecoverableConfigFileDiagnostic: (problem) => problems.push(problem) },
  );
  for (const each of parsed?.errors ?? []) problems.push(each);
  const { fileNames = [], projectReferences = [], options = {} } = parsed ?? {};
  if (fileNames.length === 0 && projectReferences.length > 0)
    return openReferences(cwd, projectReferences, typescript, seen);
  const told = describe(typescript, name, problems);
  if (fileNames.length === 0) return failed(...(told.length > 0 ? told : [noPrograms(name)]));
  const host = createHost(typescript, options, projectReferences.length > 0);
  const consumer = { rootNames: fileNames, options, projectReferences, host };
  return succeeded([{ name, typescript, consumer }], told.map(asWarning));
}

async function openReferences(
  cwd: string,
  references: readonly ts.ProjectReference[],
  typescript: TypeScript,
  seen: Set<string>,
): Promise<Outcome<readonly OpenedConsumer[]>> {
  const opened: OpenedConsumer[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const reference of references) {
    const file = typescript.resolveProjectReferencePath(reference);
    if (seen.has(file)) continue;
    const one = await openConfig(cwd, file, typescript, seen);
    if (one.ok) opened.push(...one.value);
    diagnostics.push(...one.diagnostics);
  }
  return opened.length > 0 ? succeeded(opened, diagnostics) : failed(...diagnostics);
}

/** Without a `tsconfig.json` it is JavaScript as Node runs it, with the checks that TypeScript makes of that. */
async function openFolder(
  cwd: string,
  folder: string,
  typescript: TypeScript,
): Promise<Outcome<readonly OpenedConsumer[]>> {
  const name = displayPath(cwd, folder);
  const compilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
  };
  const json = { compilerOptions, include: ["**/*"] };
  const { fileNames, options } = typescript.parseJsonConfigFileContent(json, typescript.sys, folder);
  if (fileNames.length === 0) return failed(noPrograms(name));
  const host = createHost(typescript, options, false);
  const note = cliDiagnostics.create("no-tsconfig", undefined, { folder: name });
  return succeeded([{ name, typescript, consumer: { rootNames: fileNames, options, host } }], [note]);
}

/** What other projects are made of is read where it is written, so that nothing has to be built. */
function createHost(
  typescript: TypeScript,
  options: ts.CompilerOptions,
  hasReferences: boolean,
): ts.CompilerHost {
  const host = typescript.createCompilerHost(options);
  // Of comments only those are read that have types in them, as the compiler's own command does. Before 5.3 all are.
  const jsDocParsingMode = typescript.JSDocParsingMode?.ParseForTypeErrors;
  return Object.assign(host, {
    ...(jsDocParsingMode === undefined ? {} : { jsDocParsingMode }),
    ...(hasReferences ? { useSourceOfProjectReferenceRedirect: () => true } : {}),
  });
}

function noPrograms(path: string): Diagnostic {
  return cliDiagnostics.create("no-programs", undefined, { path });
}

function describe(typescript: TypeScript, file: string, problems: readonly ts.Diagnostic[]): Diagnostic[] {
  return problems.map(({ messageText }) => {
    const reason = typescript.flattenDiagnosticMessageText(messageText, " ");
    return cliDiagnostics.create("bad-tsconfig", { file }, { file, reason });
  });
}

/** A setting that this TypeScript does not know keeps nobody from reading the rest. */
function asWarning({ exit: _, ...diagnostic }: Diagnostic): Diagnostic {
  return { ...diagnostic, severity: "warning" };
}
