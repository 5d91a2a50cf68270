import { emitTypes } from "@shapelog/emit-types";
import { findServices } from "@shapelog/model";
import { type Block, readPage } from "@shapelog/testing/page";
import { readExampleModel, readExamples } from "./rule-page.js";

/** What a program on a page claims by its info string: with the types of which side it compiles. */
const CLAIMS: Readonly<Record<string, { readonly before: boolean; readonly after: boolean }>> = {
  "ts breaks": { before: true, after: false },
  ts: { before: true, after: true },
  "ts after": { before: false, after: true },
};

const SIDES = ["before", "after"] as const;

/** A program of a page against the types of one side. */
export interface PageProgram {
  readonly path: string;
  readonly info: string;
  readonly side: (typeof SIDES)[number];
  /** Whether the page claims that it compiles. */
  readonly compiles: boolean;
}

/** The programs of a page, and all files that compiling them needs. */
export interface PagePrograms {
  readonly programs: readonly PageProgram[];
  readonly files: ReadonlyMap<string, string>;
}

/** Returns whether a block of a page is a program in TypeScript. */
export function isProgram({ info }: Block): boolean {
  return Object.hasOwn(CLAIMS, info);
}

/**
 * Returns the programs of a page, each against the types generated from both sides of the page's first example, which
 * they import as `things`, and as `things/wire` as JSON has them.
 */
export async function createPagePrograms(page: string, folder: string): Promise<PagePrograms> {
  const blocks = readPage(page).blocks;
  const [example] = readExamples(blocks);
  const programs: PageProgram[] = [];
  const files = new Map<string, string>();
  const written = blocks.filter(isProgram);
  if (written.length === 0 || !example) return { programs, files };
  for (const side of SIDES) {
    const root = `/${folder}/${side}`;
    for (const { path, text } of await emitSide(example[side])) files.set(`${root}/${path}`, text);
    for (const [index, { info, text }] of written.entries()) {
      const path = `${root}/program-${index}.ts`;
      files.set(path, `${resolveImports(text)}\nexport {};\n`);
      programs.push({ path, info, side, compiles: CLAIMS[info]?.[side] ?? true });
    }
  }
  return { programs, files };
}

/** Returns a program that imports the package's files by their paths. */
function resolveImports(text: string): string {
  return text.replaceAll('"things"', '"./src/index.js"').replaceAll('"things/wire"', '"./src/wire.js"');
}

async function emitSide(block: Block) {
  const model = readExampleModel(block);
  const [service] = findServices(model);
  if (!service) return [];
  const { files } = await emitTypes(model, {
    service,
    packageName: "things",
    source: "things",
    wire: "model",
  });
  return files;
}
