import type ts from "typescript";
import type { Use } from "../use.js";
import { type ApiPackage, createFindApiPackage } from "./api-package.js";
import type { ProgramContext } from "./context.js";
import type { Look } from "./look/look.js";
import { lookAtCalls } from "./look/look-at-calls.js";
import { lookAtCatches } from "./look/look-at-catches.js";
import { lookAtComparisons } from "./look/look-at-comparisons.js";
import { lookAtConstants } from "./look/look-at-constants.js";
import { lookAtFixtures, lookAtUnfollowed } from "./look/look-at-fixtures.js";
import { lookAtLookups } from "./look/look-at-lookups.js";
import { lookAtMembers } from "./look/look-at-members.js";
import { lookAtSwitches } from "./look/look-at-switches.js";
import { lookAtTables } from "./look/look-at-tables.js";
import { lookAtTexts } from "./look/look-at-texts.js";
import { findReach } from "./reach.js";
import { createTrace } from "./trace.js";
import type { TypeScript } from "./typescript.js";
import { readVocabularies } from "./vocabulary.js";
import { walkNodes } from "./walk-nodes.js";

export interface FindUsesOptions {
  readonly typescript: TypeScript;
  /** Reads a file of the consumer's, or returns nothing: TypeScript's own host does. */
  readonly readFile: (path: string) => string | undefined;
  /** Returns whether a package of an API is one that is asked for. Default: all are. */
  readonly isWanted?: (its: ApiPackage) => boolean;
}

/** What a program uses of APIs. */
export interface ProgramUses {
  /** In the order of files, and of places in each. */
  readonly uses: readonly Use[];
  /** The packages of APIs that it has, by name and folder. */
  readonly packages: readonly ApiPackage[];
  /** How many of the program's own files see one of them. */
  readonly files: number;
}

const LOOKS: readonly ((look: Look, node: ts.Node) => void)[] = [
  lookAtCalls,
  lookAtMembers,
  lookAtConstants,
  lookAtComparisons,
  lookAtSwitches,
  lookAtTables,
  lookAtTexts,
  lookAtLookups,
  lookAtFixtures,
  lookAtCatches,
  lookAtUnfollowed,
];

/** Returns what a program uses of the APIs whose packages it imports, found by its types. */
export function findUses(program: ts.Program, options: FindUsesOptions): ProgramUses {
  const context = createContext(program, options);
  const packages = [...context.vocabularies.values()].map((each) => each.package);
  if (packages.length === 0) return { uses: [], packages, files: 0 };
  const values = new Set(
    [...context.vocabularies.values()].flatMap(({ enums }) =>
      [...enums.values()].flatMap((each) => [...each]),
    ),
  );
  const look: Look = { context, trace: createTrace(context), values, uses: [] };
  for (const file of context.files)
    walkNodes(options.typescript, file, (node) => {
      for (const lookAt of LOOKS) lookAt(look, node);
    });
  return { uses: sortUses(look.uses), packages, files: context.files.length };
}

function createContext(program: ts.Program, options: FindUsesOptions): ProgramContext {
  const { typescript, readFile, isWanted = () => true } = options;
  const find = createFindApiPackage(readFile);
  const findApiPackage = (file: string) => {
    const found = find(file);
    return found && isWanted(found) ? found : undefined;
  };
  const files = program.getSourceFiles();
  const { files: own } = findReach(typescript, program, {
    isOwn: (file) => isOwn(program, file) && !find(file.fileName),
    isTarget: (file) => findApiPackage(file.fileName) !== undefined,
  });
  return {
    ts: typescript,
    program,
    checker: program.getTypeChecker(),
    findApiPackage,
    vocabularies: readVocabularies(typescript, files, findApiPackage),
    files: own,
    isChecked: createIsChecked(program.getCompilerOptions()),
  };
}

/** Returns whether a file is one that a consumer's people write. */
export function isOwn(program: ts.Program, file: ts.SourceFile): boolean {
  return !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file);
}

function createIsChecked({ checkJs = false }: ts.CompilerOptions) {
  return (file: ts.SourceFile): boolean => {
    if (!/\.[cm]?jsx?$/.test(file.fileName)) return !file.fileName.endsWith(".json");
    const { checkJsDirective } = file as ts.SourceFile & {
      readonly checkJsDirective?: { readonly enabled: boolean };
    };
    return checkJsDirective?.enabled ?? checkJs;
  };
}

/** Returns uses in the order of their places, each once: of two that say the same, the one that the compiler looks at. */
function sortUses(uses: readonly Use[]): Use[] {
  const unique = new Map<string, Use>();
  for (const use of uses) {
    const key = `${use.at.file}\0${use.at.start}\0${use.kind}\0${aboutOf(use)}`;
    const known = unique.get(key);
    if (!known || (!known.checked && use.checked)) unique.set(key, use);
  }
  return [...unique.values()].sort((a, b) =>
    a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : a.at.start - b.at.start,
  );
}

function aboutOf(use: Use): string {
  const { at: _, checked: __, ...about } = use;
  const name = "shape" in about ? (about.shape ?? "") : "";
  const value =
    use.kind === "value" ? String(use.value) : use.kind === "read" || use.kind === "write" ? use.member : "";
  return `${about.package}\0${name}\0${value}`;
}
