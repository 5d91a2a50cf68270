import type ts from "typescript";
import type { FindApiPackage } from "./api-package.js";
import type { TypeScript } from "./typescript.js";
import type { Vocabulary } from "./vocabulary.js";

/** What all who look at a program share. */
export interface ProgramContext {
  readonly ts: TypeScript;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly findApiPackage: FindApiPackage;
  /** By the folder of each package. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** The consumer's files that see a package's types. */
  readonly files: readonly ts.SourceFile[];
  /** Returns whether the compiler looks at a file's types. */
  readonly isChecked: (file: ts.SourceFile) => boolean;
}

/** An enum of an API. */
export interface EnumName {
  readonly vocabulary: Vocabulary;
  readonly name: string;
}

/** A structure or union of an API. */
export interface StructureName {
  readonly vocabulary: Vocabulary;
  readonly name: string;
}

/** A member of one. */
export interface MemberName {
  readonly vocabulary: Vocabulary;
  readonly shape: string;
  readonly member: string;
}

/** Returns the vocabulary of the package that a declaration stands in. */
export function vocabularyOf(context: ProgramContext, node: ts.Node): Vocabulary | undefined {
  const its = context.findApiPackage(node.getSourceFile().fileName);
  return its && context.vocabularies.get(its.folder);
}
