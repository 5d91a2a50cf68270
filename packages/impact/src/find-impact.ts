import type { Finding } from "@shapelog/diff";
import type ts from "typescript";
import { chooseSide, type Side } from "./compile/choose-side.js";
import { combine } from "./compile/combine.js";
import { compilerErrors, withoutKnown } from "./compile/compiler-errors.js";
import { createOverlayHost, type Overlay, type SharedSources } from "./compile/overlay-host.js";
import { createRangeOf } from "./compile/range-of.js";
import { type JoinOptions, joinUses } from "./join/join-uses.js";
import type { CompilerError, Place } from "./place.js";
import { type ApiPackage, createFindApiPackage } from "./program/api-package.js";
import { findUses, isOwn } from "./program/find-uses.js";
import { findReach } from "./program/reach.js";
import type { TypeScript } from "./program/typescript.js";
import { readVocabularies } from "./program/vocabulary.js";
import type { Use } from "./use.js";

/** A program to compile: what `tsconfig.json` says, and TypeScript's own way to its files. */
export interface Consumer {
  readonly rootNames: readonly string[];
  readonly options: ts.CompilerOptions;
  readonly projectReferences?: readonly ts.ProjectReference[] | undefined;
  readonly host: ts.CompilerHost;
}

/** A package's files as each side of a change has them, in place of those that are installed. */
export interface SideOverlays {
  readonly before: Overlay;
  readonly after: Overlay;
}

export interface FindImpactOptions extends JoinOptions {
  readonly typescript: TypeScript;
  readonly consumer: Consumer;
  /** Returns what stands in place of an installed package's files; nothing for a package that is not of what changed. */
  readonly overlay: (its: ApiPackage, files: readonly ts.SourceFile[]) => SideOverlays | undefined;
  readonly findings: readonly Finding[];
  /** Default: the side that the installed package is nearer to. */
  readonly writtenFor?: Side | undefined;
}

/** What a change does to a program. */
export interface Impact {
  readonly writtenFor: Side;
  readonly places: readonly Place[];
  readonly uses: readonly Use[];
  readonly packages: readonly ApiPackage[];
  /** How many files see the package. */
  readonly files: number;
  /** Errors that the program has on either side: they are its own, and count for nothing. */
  readonly own: readonly CompilerError[];
}

/** Returns each place of a program that a change breaks, leaves dead or changes silently. */
export function findImpact(options: FindImpactOptions): Impact {
  const { typescript, findings } = options;
  const create = createPrograms(options);
  const installed = create(new Map());
  const overlays = overlayAll(installed, options);
  const { before, after, packages } = overlays;
  const writtenFor = options.writtenFor ?? guessSide(installed, overlays, options);
  if (packages.length === 0) return { writtenFor, places: [], uses: [], packages, files: 0, own: [] };
  const [mine, others] = writtenFor === "before" ? [before, after] : [after, before];
  const program = create(mine, installed);
  const folders = new Set(packages.map(({ folder }) => folder));
  const isWanted = ({ folder }: ApiPackage) => folders.has(folder);
  const { uses, files } = findUses(program, { typescript, readFile: readerOf(options), isWanted });
  const predicted = joinUses(uses, findings, options);
  const { fresh, own } = compileBoth(options, { program, other: create(others, program), isWanted });
  const rangeOf = createRangeOf(typescript, program);
  const places = combine({ predicted, errors: fresh, uses, findings, writtenFor, rangeOf });
  return { writtenFor, places, uses, packages, files, own };
}

function readerOf({ consumer: { host } }: FindImpactOptions) {
  return (path: string) => host.readFile(path);
}

/** Returns what makes programs that share all files but those of overlays. */
function createPrograms({ typescript, consumer }: FindImpactOptions) {
  const { rootNames, options, projectReferences, host } = consumer;
  const shared: SharedSources = new Map();
  return (overlay: Overlay, oldProgram?: ts.Program): ts.Program =>
    typescript.createProgram({
      rootNames,
      options: { ...options, noEmit: true, skipLibCheck: true },
      ...(projectReferences ? { projectReferences } : {}),
      host: createOverlayHost(typescript, host, { overlay, shared }),
      ...(oldProgram ? { oldProgram } : {}),
    });
}

interface PackageOverlays extends SideOverlays {
  readonly packages: readonly ApiPackage[];
}

/** Returns the overlays of all installed packages of what changed, also where one is there in several versions. */
function overlayAll(program: ts.Program, options: FindImpactOptions): PackageOverlays {
  const find = createFindApiPackage(readerOf(options));
  const files = new Map<string, { readonly its: ApiPackage; readonly files: ts.SourceFile[] }>();
  for (const file of program.getSourceFiles()) {
    const its = find(file.fileName);
    if (!its) continue;
    const known = files.get(its.folder) ?? { its, files: [] };
    known.files.push(file);
    files.set(its.folder, known);
  }
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const packages: ApiPackage[] = [];
  for (const each of files.values()) {
    const sides = options.overlay(each.its, each.files);
    if (!sides) continue;
    packages.push(each.its);
    for (const [path, text] of sides.before) before.set(path, text);
    for (const [path, text] of sides.after) after.set(path, text);
  }
  return { before, after, packages };
}

interface BothPrograms {
  /** The one of the side that the consumer is written for. */
  readonly program: ts.Program;
  readonly other: ts.Program;
  readonly isWanted: (its: ApiPackage) => boolean;
}

/** Returns what the compiler says on the other side alone, and on both. A file without errors there is not looked at again. */
function compileBoth(
  options: FindImpactOptions,
  { program, other, isWanted }: BothPrograms,
): { readonly fresh: readonly CompilerError[]; readonly own: readonly CompilerError[] } {
  const { typescript } = options;
  const find = createFindApiPackage(readerOf(options));
  const { files } = findReach(typescript, other, {
    isOwn: (file) => isOwn(other, file) && !find(file.fileName),
    isTarget: (file) => {
      const its = find(file.fileName);
      return its !== undefined && isWanted(its);
    },
  });
  const fresh: CompilerError[] = [];
  const own: CompilerError[] = [];
  for (const file of files) {
    const errors = compilerErrors(typescript, other, file);
    const same = errors.length > 0 ? program.getSourceFile(file.fileName) : undefined;
    const known = same ? compilerErrors(typescript, program, same) : [];
    const added = withoutKnown(errors, known);
    fresh.push(...added);
    own.push(...errors.filter((error) => !added.includes(error)));
  }
  return { fresh, own };
}

/** The files of the packages alone are read for this. */
function guessSide(program: ts.Program, overlays: PackageOverlays, options: FindImpactOptions): Side {
  const { typescript } = options;
  const find = createFindApiPackage(readerOf(options));
  const paths = [...new Set([...overlays.before.keys(), ...overlays.after.keys()])];
  const read = (textOf: (path: string) => string | undefined) => {
    const files = paths.flatMap((path) => {
      const text = textOf(path);
      return text === undefined
        ? []
        : [typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true)];
    });
    return [...readVocabularies(typescript, files, find).values()];
  };
  return chooseSide({
    before: read((path) => overlays.before.get(path)),
    after: read((path) => overlays.after.get(path)),
    installed: read((path) => program.getSourceFile(path)?.text),
  });
}
