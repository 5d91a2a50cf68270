import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What the compiler says of one place in a file. */
export interface CompilerError {
  readonly path: string;
  readonly code: number;
  /** From 0. */
  readonly line: number;
  /** All that it says, on one line. */
  readonly message: string;
  /** The properties of object literals that the place is in, the outermost first. */
  readonly within: readonly string[];
}

export interface CompileOptions {
  /** Returns whether a file's errors are wanted. */
  readonly isChecked: (path: string) => boolean;
  /** Returns the file that a name without a dot stands for in one of the files. Default: nothing. */
  readonly resolve?: (name: string, from: string) => string | undefined;
}

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  // A member read by name is to be declared: a map takes any name, but gives what nobody promised.
  noPropertyAccessFromIndexSignature: true,
  allowUnreachableCode: true,
  noErrorTruncation: true,
  skipLibCheck: true,
  noEmit: true,
} satisfies ts.CompilerOptions;

/** Files that are not given, parsed once: those of TypeScript's library and of packages. */
const SOURCES = new Map<string, ts.SourceFile>();

/**
 * Returns what TypeScript says of files that are given by path and text, as a strict project would be told. Emitted
 * modules refer to each other as `./name.js`.
 */
export function compile(files: ReadonlyMap<string, string>, options: CompileOptions): CompilerError[] {
  const roots = [...files.keys()].filter(options.isChecked);
  if (roots.length === 0) return [];
  const program = ts.createProgram(roots, OPTIONS, createHost(files, options));
  return roots.flatMap((path) => {
    const source = program.getSourceFile(path);
    if (!source) return [];
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, code, messageText }) => ({
      path,
      code,
      line: source.getLineAndCharacterOfPosition(start).line,
      message: ts.flattenDiagnosticMessageText(messageText, "\n").replace(/\s+/g, " "),
      within: findWithin(source, start),
    }));
  });
}

function createHost(files: ReadonlyMap<string, string>, { resolve }: CompileOptions): ts.CompilerHost {
  const libraries = dirname(ts.getDefaultLibFilePath(OPTIONS));
  const parse = (path: string, text: string) => ts.createSourceFile(path, text, OPTIONS.target, true);
  const find = (name: string, from: string) => {
    const own =
      files.has(from) && name.startsWith(".") ? join(dirname(from), name.replace(/\.js$/, ".ts")) : undefined;
    const resolvedFileName = own ?? resolve?.(name, from);
    if (resolvedFileName !== undefined) return { resolvedFileName };
    return files.has(from) ? undefined : ts.resolveModuleName(name, from, OPTIONS, ts.sys).resolvedModule;
  };
  return {
    getSourceFile(path) {
      const text = files.get(path);
      if (text !== undefined) return parse(path, text);
      const known = SOURCES.get(path) ?? parse(path, readFileSync(path, "utf8"));
      SOURCES.set(path, known);
      return known;
    },
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile: (path) => files.get(path) ?? ts.sys.readFile(path),
    getDefaultLibFileName: () => join(libraries, "lib.es2022.d.ts"),
    getDefaultLibLocation: () => libraries,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => ({ resolvedModule: toResolved(find(text, from)) })),
  };
}

function toResolved(
  found: { readonly resolvedFileName: string } | undefined,
): ts.ResolvedModuleFull | undefined {
  if (!found) return undefined;
  const { resolvedFileName } = found;
  return {
    resolvedFileName,
    extension: resolvedFileName.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts,
  };
}

function findWithin(source: ts.SourceFile, position: number): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, (child) => {
      if (child.getFullStart() > position || child.end <= position) return;
      if (ts.isPropertyAssignment(child) && (ts.isIdentifier(child.name) || ts.isStringLiteral(child.name)))
        names.push(child.name.text);
      visit(child);
    });
  };
  visit(source);
  return names;
}
