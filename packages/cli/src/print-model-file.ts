import { equalModels, type Model } from "@shapelog/model";
import { formatTree, liftModel, parseIdl, printIdlFiles, printSmithyJson } from "@shapelog/smithy";
import { cliDiagnostics } from "./diagnostics.js";
import { readText } from "./files/read-text.js";
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
  return succeeded(formatTree(keepLayout(liftModel(model), parseIdl(old.value).tree)));
}
