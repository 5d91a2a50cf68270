import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { createModel, findServices, type Model, type ReadResult, type SourceText } from "@shapelog/model";
import { findConfig } from "../config.js";
import { decodeText } from "../files/decode-text.js";
import { findConflict } from "../files/find-conflict.js";
import { openPath } from "../inputs/open-input.js";
import { openText } from "../inputs/open-text.js";
import { readOpened } from "../inputs/read-model.js";
import { type DriverSide, isNowhere } from "./parameters.js";

/** A side's text, or why there is none. */
export type SideText = { readonly source: SourceText } | { readonly reason: string };

/** Two models, or why they cannot be compared. */
export type SideModels =
  | { readonly before: Model; readonly after: Model; readonly isPart: boolean }
  | { readonly reason: string };

/** Returns the text of a side; an empty one where it has no such file. */
export function readSideText(side: DriverSide): SideText {
  const { path, file } = side;
  if (isNowhere(side)) return { source: { file: path, text: "" } };
  const decoded = decodeText(path, readFileSync(file));
  return decoded.ok ? { source: decoded.value } : { reason: `${path} is not UTF-8` };
}

/** A file's two sides with their texts. */
export interface Sides {
  readonly before: DriverSide;
  readonly after: DriverSide;
  readonly texts: { readonly before: SourceText; readonly after: SourceText };
}

/**
 * Returns the models of both sides. A file that is a part of a model is compared with the other parts as they are in the
 * work tree, where its side after is the one that stands there, too: of an older commit git does not give the others. Of a
 * file that is new or gone it is what the file itself has.
 */
export async function readSideModels(cwd: string, sides: Sides): Promise<SideModels> {
  const { before, after, texts } = sides;
  for (const source of [texts.before, texts.after])
    if (findConflict(source.text)) return { reason: `${source.file} has a conflict that a merge left in it` };
  const isWhole = isNowhere(before) || isNowhere(after);
  const alone = await readBoth(sides, readAlone);
  if ("problem" in alone) return describeProblem("a model cannot be read", alone.problem);
  if (isWhole || (alone.isComplete && hasService(alone))) return { ...alone, isPart: false };
  const others = (await listParts(cwd, after.path)).filter(({ file }) => file !== after.path);
  if (alone.isComplete && others.length === 0) return { ...alone, isPart: false };
  if (!isInWorkTree(cwd, after))
    return { reason: `${after.path} is a part of a model, and git gives it alone` };
  const whole = await readBoth(sides, (source) => readWith(source, others));
  const known = `the model that ${after.path} is a part of cannot be read`;
  if ("problem" in whole) return describeProblem(known, whole.problem);
  return whole.isComplete ? { ...whole, isPart: true } : { reason: `${known}: shapes are missing` };
}

function describeProblem(what: string, { message }: Diagnostic): SideModels {
  return { reason: `${what}: ${message}` };
}

function hasService({ before, after }: { readonly before: Model; readonly after: Model }): boolean {
  return [before, after].every((model) => findServices(model).length > 0);
}

/** A model, whether all is there that it names, or what is wrong with its text. */
type ReadText = { readonly model: Model; readonly isComplete: boolean } | { readonly problem: Diagnostic };

const NONE: ReadText = { model: createModel([]), isComplete: true };

async function readBoth({ before, after, texts }: Sides, read: (source: SourceText) => Promise<ReadText>) {
  const old = isNowhere(before) ? NONE : await read(texts.before);
  if ("problem" in old) return old;
  const now = isNowhere(after) ? NONE : await read(texts.after);
  if ("problem" in now) return now;
  return { before: old.model, after: now.model, isComplete: old.isComplete && now.isComplete };
}

async function readAlone(source: SourceText): Promise<ReadText> {
  const opened = await openText(source.file, source, {});
  if (!opened.ok) return { problem: firstOf(opened.diagnostics) };
  return settle(await readOpened(opened.value, {}));
}

async function readWith(source: SourceText, others: readonly SourceText[]): Promise<ReadText> {
  const { readSmithy } = await import("../inputs/model-format.js");
  const texts = [source, ...others].map((each) => ({
    format: each.file.endsWith(".json") ? ("smithy-json" as const) : ("smithy-idl" as const),
    source: each,
  }));
  return settle(await readSmithy(texts, {}));
}

function settle({ model, diagnostics }: ReadResult): ReadText {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const problem = errors.find(({ code }) => code !== MISSING);
  return problem ? { problem } : { model, isComplete: errors.length === 0 };
}

/** What another file can have. */
const MISSING = "model/unresolved-target";

function firstOf(diagnostics: readonly Diagnostic[]): Diagnostic {
  const [first] = diagnostics;
  if (!first) throw new TypeError("what fails says why");
  return first;
}

/** Whether a side is what stands in the work tree. */
function isInWorkTree(cwd: string, side: DriverSide): boolean {
  if (/^0+$/.test(side.hex)) return true;
  try {
    const bytes = readFileSync(resolve(cwd, side.path));
    const algorithm = side.hex.length === 64 ? "sha256" : "sha1";
    const blob = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
    return hash(algorithm, blob, "hex") === side.hex;
  } catch {
    return false;
  }
}

/** Returns the texts of the model in the work tree that a file is a part of: its service's, else those beside it. */
async function listParts(cwd: string, path: string): Promise<readonly SourceText[]> {
  const opened = await openPath(cwd, await findModelFolder(cwd, path), {});
  return opened.ok && opened.value.kind === "smithy" ? opened.value.texts.map(({ source }) => source) : [];
}

async function findModelFolder(cwd: string, path: string): Promise<string> {
  const full = resolve(cwd, path);
  const config = await findConfig(dirname(full));
  const models = config.ok
    ? [...config.value.services.values()].map(({ model }) => resolve(config.value.root, model))
    : [];
  return models.find((model) => full.startsWith(`${model}/`)) ?? dirname(full);
}
