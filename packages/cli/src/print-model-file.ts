import { equalModels, equalNodes, type Model, type ShapeId, type Traits } from "@shapelog/model";
import { formatTree, liftModel, parseIdl, printIdlFiles, printSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "./diagnostics.js";
import { readText } from "./files/read-text.js";
import { mapTraits } from "./import/map-traits.js";
import { keepLayout } from "./keep-layout.js";
import { failed, type Outcome, succeeded } from "./outcome.js";

/**
 * Returns the text of a model file: Smithy IDL for a name that ends in `.smithy`, else JSON AST. In IDL the order and the
 * comments of the file that is there stay, and all of it where it says the same (`known` is the model it holds).
 */
export async function printModelFile(
  { cwd, path }: { readonly cwd: string; readonly path: string },
  model: Model,
  known: Model | undefined,
): Promise<Outcome<string>> {
  if (!path.endsWith(".smithy")) return succeeded(printSmithyJson(model));
  const files = printIdlFiles(model);
  if (files.length > 1) {
    const namespaces = files.map((file) => file.path.replace(/\.smithy$/, ""));
    return failed(cliDiagnostics.create("several-namespaces", undefined, { namespaces }));
  }
  if (!known) return succeeded(files[0]?.text ?? "");
  const old = await readText(cwd, path);
  if (!old.ok || equalModels(model, known)) return old.ok ? succeeded(old.value.text) : old;
  return succeeded(formatTree(keepLayout(liftModel(keepValues(model, known)), parseIdl(old.value).tree)));
}

/** Returns a model in which each trait with the value that it has in another is written as it is there. */
function keepValues(model: Model, known: Model): Model {
  const written = new Map<ShapeId, Traits>();
  mapTraits(known, (traits, id) => {
    written.set(id, traits);
    return traits;
  });
  return mapTraits(model, (traits, id) => {
    const old = written.get(id) ?? {};
    const entries = Object.entries(traits).map(([trait, value]) => {
      const before = old[trait];
      return [trait, before !== undefined && equalNodes(before, value) ? before : value] as const;
    });
    return Object.fromEntries(entries);
  });
}
