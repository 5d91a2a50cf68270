import { join } from "node:path";
import { readJson } from "@shapelog/json";
import { equalShapes, type ReadResult, type Shape, type SourceText } from "@shapelog/model";
import { isSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "../diagnostics.js";
import { listFiles } from "../files/list-files.js";
import { displayPath, failed, type Outcome, readText, succeeded } from "../files/read-text.js";
import { type ReadModelOptions, readModel } from "./read-model.js";

/**
 * Reads the model of a folder: its `model.json`, or its `service-2.json` with `paginators-1.json`, or all Smithy JSON
 * AST files directly in it as one model.
 */
export async function readFolder(
  cwd: string,
  folder: string,
  options: ReadModelOptions,
): Promise<Outcome<ReadResult>> {
  const names = (await listFiles(folder)).filter((name) => name.endsWith(".json") && !name.includes("/"));
  if (names.includes("model.json")) return readFile(cwd, join(folder, "model.json"), options);
  if (names.includes("service-2.json")) {
    const paginators = names.includes("paginators-1.json")
      ? await readText(cwd, join(folder, "paginators-1.json"))
      : undefined;
    if (paginators && !paginators.ok) return paginators;
    return readFile(
      cwd,
      join(folder, "service-2.json"),
      paginators ? { ...options, paginators: paginators.value } : options,
    );
  }
  return readParts(cwd, folder, names, options);
}

/** Reads the model of a file. */
export async function readFile(
  cwd: string,
  path: string,
  options: ReadModelOptions,
): Promise<Outcome<ReadResult>> {
  const source = await readText(cwd, path);
  return source.ok ? readModel(source.value, options) : source;
}

async function readParts(
  cwd: string,
  folder: string,
  names: readonly string[],
  options: ReadModelOptions,
): Promise<Outcome<ReadResult>> {
  const sources: SourceText[] = [];
  for (const name of names) {
    const source = await readText(cwd, join(folder, name));
    if (!source.ok) return source;
    if (isSmithyJson(readJson(source.value).value)) sources.push(source.value);
  }
  const parts: (readonly [SourceText, ReadResult])[] = [];
  for (const source of sources) {
    const part = readModel(source, options);
    if (!part.ok) return part;
    parts.push([source, part.value]);
  }
  const [first, ...others] = parts;
  if (!first)
    return failed(cliDiagnostics.create("no-model", undefined, { folder: displayPath(cwd, folder) }));
  return others.length === 0 ? succeeded(first[1], first[1].diagnostics) : merge(parts);
}

function merge(parts: readonly (readonly [SourceText, ReadResult])[]): Outcome<ReadResult> {
  const shapes = new Map<string, Shape>();
  const origins = new Map<string, string>();
  const problems = parts.flatMap(([source, part]) =>
    [...part.model.shapes].flatMap(([id, shape]) => {
      const known = shapes.get(id);
      if (!known) {
        shapes.set(id, shape);
        origins.set(id, source.file);
        return [];
      }
      if (equalShapes(known, shape)) return [];
      return [
        cliDiagnostics.create("conflicting-shape", part.locate(id), {
          shape: id,
          first: origins.get(id) ?? "",
        }),
      ];
    }),
  );
  if (problems.length > 0) return failed(...problems);
  const diagnostics = parts.flatMap(([, part]) => part.diagnostics);
  const metadata = new Map(parts.flatMap(([, part]) => [...part.model.metadata]));
  const locate: ReadResult["locate"] = (id) =>
    parts.map(([, part]) => part.locate(id)).find((place) => place !== undefined);
  return succeeded({ model: { shapes, metadata }, diagnostics, locate }, diagnostics);
}
