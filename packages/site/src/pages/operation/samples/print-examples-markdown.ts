import { fenceCode } from "../../../doc/fence-code.js";
import { markdownText, printDoc } from "../../../doc/print-markdown.js";
import { readDoc } from "../../../doc/read-doc.js";
import type { ExampleView } from "./create-examples.js";
import { LANGUAGES } from "./languages.js";

/** Returns examples as Markdown, each part under what it is. */
export function printExamples(examples: readonly ExampleView[]): string[] {
  if (examples.length === 0) return [];
  return [
    examples.length === 1 ? "## Example" : "## Examples",
    ...examples.flatMap(({ title, text, isMade, samples, request, response, error }) => [
      isMade ? "Made from the model, which has no example of its own." : `### ${markdownText(title)}`,
      text === undefined ? "" : printDoc(readDoc(text)),
      ...samples.flatMap(({ language, code }) => {
        const { label, tokens } = LANGUAGES[language];
        return [`${label}:`, fenceCode(code, tokens)];
      }),
      ...(request === undefined ? [] : ["Request JSON:", fenceCode(request, "json")]),
      ...(response === undefined ? [] : ["Response JSON:", fenceCode(response, "json")]),
      ...(error ? [`${markdownText(error.name)} JSON:`, fenceCode(error.content, "json")] : []),
    ]),
  ];
}
