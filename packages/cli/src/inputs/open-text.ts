import type { BesideFiles } from "@shapelog/botocore";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { ComparisonSide } from "@shapelog/diff";
import type { SourceText } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { type BotocoreText, findFormat, type ReadModelOptions, type SmithyText } from "./model-format.js";

/** What an input stands for before it is read: texts, or a model that was made already. */
export type OpenedInput = { readonly label: string } & (
  | { readonly kind: "smithy"; readonly texts: readonly SmithyText[] }
  | { readonly kind: "botocore"; readonly text: BotocoreText }
  | { readonly kind: "ledger"; readonly side: ComparisonSide }
);

/** Opens a text that is a model of its own. */
export async function openText(
  label: string,
  source: SourceText,
  options: ReadModelOptions,
): Promise<Outcome<OpenedInput>> {
  const text = await findFormat(source, options);
  if (!text.ok) return text;
  const { value, diagnostics } = text;
  return value.format === "botocore"
    ? succeeded({ kind: "botocore", label, text: value }, diagnostics)
    : succeeded({ kind: "smithy", label, texts: [value] }, diagnostics);
}

/** Returns a text of botocore with those that stand beside it; of another format as it is. */
export function withBeside(opened: Outcome<OpenedInput>, beside: BesideFiles): Outcome<OpenedInput> {
  if (!opened.ok || opened.value.kind !== "botocore") return opened;
  const text = { ...opened.value.text, beside };
  return succeeded({ ...opened.value, text }, opened.diagnostics);
}

/** Opens files that are one model of Smithy. What is of another kind is left out, unless it was named. */
export async function openSmithyTexts<File extends { readonly isNamed: boolean }>(
  files: readonly File[],
  readFile: (file: File) => Promise<Outcome<SourceText>>,
): Promise<Outcome<readonly SmithyText[]>> {
  const texts: SmithyText[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) {
    const { isNamed } = file;
    const source = await readFile(file);
    const text = source.ok ? await findFormat(source.value, {}) : source;
    if (text.ok && text.value.format !== "botocore") texts.push(text.value);
    else if (!source.ok || (isNamed && !text.ok)) for (const each of text.diagnostics) problems.push(each);
    else if (isNamed) problems.push(notSmithy(source.value));
  }
  return problems.length > 0 ? failedWith(problems) : succeeded(texts);
}

/** Returns what is reported of a model that cannot be a part of one. */
export function notSmithy({ file }: { readonly file: string }): Diagnostic {
  return cliDiagnostics.create("not-smithy", { file }, { path: file });
}
