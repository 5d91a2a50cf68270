import { join } from "node:path";
import { hasSeverity } from "@shapelog/diagnostics";
import { checkReferences, equalShapes, type ReadResult, type Shape, type SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { listFiles } from "../files/list-files.js";
import { displayPath, failed, type Outcome, readText, succeeded } from "../files/read-text.js";
import { findFormat, type ReadModelOptions } from "./model-format.js";
import { readFormattedModel, readModel } from "./read-model.js";

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
  const parts: (readonly [SourceText, ReadResult])[] = [];
  for (const name of names) {
    const source = await readText(cwd, join(folder, name));
    if (!source.ok) return source;
    const text = await findFormat(source.value, {});
    if (!text.ok || text.value.format !== "smithy-json") continue;
    const part = await readFormattedModel(text.value, { ...options, references: false });
    if (!part.ok) return part;
    parts.push([source.value, part.value]);
  }
  if (parts.length === 0)
    return failed(cliDiagnostics.create("no-model", undefined, { folder: displayPath(cwd, folder) }));
  return merge(parts);
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
  const metadata = new Map(parts.flatMap(([, part]) => [...part.model.metadata]));
  const locate: ReadResult["locate"] = (id) =>
    parts.map(([, part]) => part.locate(id)).find((place) => place !== undefined);
  const model = { shapes, metadata };
  const diagnostics = [...parts.flatMap(([, part]) => part.diagnostics), ...checkReferences(model, locate)];
  return hasSeverity(diagnostics)
    ? failed(...diagnostics)
    : succeeded({ model, diagnostics, locate }, diagnostics);
}
