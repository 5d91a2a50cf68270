import type ts from "typescript";
import type { TypeScript } from "./typescript.js";

/** What a program's files are to those who ask for places. */
export interface Reach {
  /** The files of the consumer that lead to one of the packages, by their imports or because it is declared for all. */
  readonly files: readonly ts.SourceFile[];
}

export interface ReachOptions {
  /** Whether a file is one of those that uses are looked for in. */
  readonly isOwn: (file: ts.SourceFile) => boolean;
  /** Whether a file is part of what is used. */
  readonly isTarget: (file: ts.SourceFile) => boolean;
}

/**
 * Returns the consumer's own files that can see the targets' types: those that import them, at any distance. Where a
 * declaration for all files leads there, all files do.
 */
export function findReach(ts: TypeScript, program: ts.Program, { isOwn, isTarget }: ReachOptions): Reach {
  const importers = new Map<ts.SourceFile, ts.SourceFile[]>();
  const checker = program.getTypeChecker();
  for (const file of program.getSourceFiles()) {
    if (!isOwn(file) && program.isSourceFileDefaultLibrary(file)) continue;
    for (const target of importsOf(ts, checker, file)) {
      const list = importers.get(target);
      if (list) list.push(file);
      else importers.set(target, [file]);
    }
  }
  const reached = new Set(program.getSourceFiles().filter(isTarget));
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);
  const all = program.getSourceFiles().filter(isOwn);
  const seesAll = [...reached].some((file) => !isTarget(file) && declaresForAll(ts, file));
  // Data that such a file imports is in the form of what it uses.
  const data = new Set(
    [...reached].filter(isOwn).flatMap((file) => importsOf(ts, checker, file).filter(isJson)),
  );
  return { files: seesAll ? all : all.filter((file) => reached.has(file) || data.has(file)) };
}

function isJson({ fileName }: ts.SourceFile): boolean {
  return fileName.endsWith(".json");
}

/** Text by which a file imports another: any string that is the name of a module. */
function importsOf(ts: TypeScript, checker: ts.TypeChecker, file: ts.SourceFile): ts.SourceFile[] {
  return importNames(ts, file).flatMap((name) => {
    const declaration = checker.getSymbolAtLocation(name)?.declarations?.find(ts.isSourceFile);
    return declaration ? [declaration] : [];
  });
}

function importNames(ts: TypeScript, file: ts.SourceFile): ts.StringLiteralLike[] {
  // TypeScript keeps the names of the modules that it resolved for a file.
  const kept = (file as unknown as { readonly imports?: readonly ts.StringLiteralLike[] }).imports;
  return [...(kept ?? [])].filter(ts.isStringLiteralLike);
}

function declaresForAll(ts: TypeScript, file: ts.SourceFile): boolean {
  if (!ts.isExternalModule(file)) return file.isDeclarationFile;
  return file.statements.some((node) => ts.isModuleDeclaration(node) && node.name.text === "global");
}
