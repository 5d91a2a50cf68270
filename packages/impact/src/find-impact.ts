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

export interface FindImpactOptions extends JoinOptions {
  readonly typescript: TypeScript;
  readonly consumer: Consumer;
  /** The packages' files as they are on each side, in place of those that are installed. */
  readonly before: Overlay;
  readonly after: Overlay;
  readonly findings: readonly Finding[];
  readonly isWanted?: (its: ApiPackage) => boolean;
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
  const { typescript, consumer, findings } = options;
  const { host } = consumer;
  const writtenFor = options.writtenFor ?? guessSide(options);
  const [mine, others] =
    writtenFor === "before" ? [options.before, options.after] : [options.after, options.before];
  const shared: SharedSources = new Map();
  const create = (overlay: Overlay, oldProgram?: ts.Program) =>
    typescript.createProgram({
      rootNames: consumer.rootNames,
      options: { ...consumer.options, noEmit: true, skipLibCheck: true },
      ...(consumer.projectReferences ? { projectReferences: consumer.projectReferences } : {}),
      host: createOverlayHost(typescript, host, { overlay, shared }),
      ...(oldProgram ? { oldProgram } : {}),
    });
  const program = create(mine);
  const readFile = (path: string) => host.readFile(path);
  const isWanted = options.isWanted ?? (() => true);
  const { uses, packages, files } = findUses(program, { typescript, readFile, isWanted });
  if (packages.length === 0) return { writtenFor, places: [], uses, packages, files, own: [] };
  const predicted = joinUses(uses, findings, options);
  const { fresh, own } = compileBoth(options, program, create(others, program));
  const rangeOf = createRangeOf(typescript, program);
  const places = combine({ predicted, errors: fresh, uses, findings, writtenFor, rangeOf });
  return { writtenFor, places, uses, packages, files, own };
}

/** Returns what the compiler says on the other side alone, and on both. A file without errors there is not looked at again. */
function compileBoth(
  { typescript, consumer, isWanted = () => true }: FindImpactOptions,
  program: ts.Program,
  other: ts.Program,
): { readonly fresh: readonly CompilerError[]; readonly own: readonly CompilerError[] } {
  const find = createFindApiPackage((path) => consumer.host.readFile(path));
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

/** The files of the package alone are read for this. */
function guessSide({ typescript, consumer, before, after }: FindImpactOptions): Side {
  const { host } = consumer;
  const find = createFindApiPackage((path) => host.readFile(path));
  const read = (textOf: (path: string) => string | undefined) => {
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    const files = paths.flatMap((path) => {
      const text = textOf(path);
      return text === undefined
        ? []
        : [typescript.createSourceFile(path, text, typescript.ScriptTarget.Latest, true)];
    });
    return [...readVocabularies(typescript, files, find).values()];
  };
  return chooseSide({
    before: read((path) => before.get(path)),
    after: read((path) => after.get(path)),
    installed: read((path) => (host.fileExists(path) ? host.readFile(path) : undefined)),
  });
}
