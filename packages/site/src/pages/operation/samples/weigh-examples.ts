import type { Weight } from "../../../doc/weigh-doc.js";
import type { ExampleView } from "./create-examples.js";

/** What a block of code costs besides its text: its frame, its copy button, its place in the switch. */
const FRAME = { elements: 14, characters: 700 };

/** Returns what examples cost on a page. Each text in quotes is an element of its own. */
export function weighExamples(examples: readonly ExampleView[]): Weight {
  const sum = { elements: 20, characters: 800 };
  for (const { text = "", samples, request, response, error } of examples) {
    const documents = [request, response, error?.content].flatMap((document) => document ?? []);
    sum.elements += 10 + text.length / 20;
    sum.characters += text.length * 2;
    for (const code of [...documents, ...samples.map((sample) => sample.code)]) {
      sum.elements += FRAME.elements;
      sum.characters += FRAME.characters + code.length + 6 * (code.match(/["'<&]/g)?.length ?? 0);
    }
    for (const { code } of samples) {
      const marks = (code.match(/["']/g)?.length ?? 0) / 2 + 20;
      sum.elements += marks;
      sum.characters += marks * 35;
    }
  }
  return { elements: Math.ceil(sum.elements), characters: Math.ceil(sum.characters) };
}
