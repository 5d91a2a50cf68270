import { readBotocore } from "@shapelog/botocore";
import type { Diagnostic } from "@shapelog/diagnostics";
import { readJson } from "@shapelog/json";
import { readRevision } from "@shapelog/ledger";
import { parseSelector } from "@shapelog/model/selectors";
import { loadModel } from "@shapelog/smithy";
import { expect, it } from "vitest";
import { type DiagnosticExample, readDiagnosticPages } from "./diagnostic-page.js";

type Read = (text: string) => readonly Diagnostic[];

const readSmithy = (file: string) => (text: string) =>
  loadModel([{ file, text }], { duplicates: true }).diagnostics;

/** How the examples of each package are read, by their language. */
const READERS: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  smithy: { smithy: readSmithy("example.smithy"), json: readSmithy("example.json") },
  model: {
    smithy: readSmithy("example.smithy"),
    selector: (text) => parseSelector(text).diagnostics,
  },
  json: { json: (text) => readJson({ file: "example.json", text }, { duplicates: true }).diagnostics },
  botocore: { json: (text) => readBotocore({ file: "service-2.json", text }).diagnostics },
  ledger: { json: (text) => readRevision("weather", { file: "ledger/2024-01-01.json", text }).diagnostics },
};

interface NamedExample extends DiagnosticExample {
  readonly code: string;
  readonly read: Read | undefined;
}

const EXAMPLES = Object.entries(READERS).flatMap(([name, readers]) =>
  readDiagnosticPages(name).pages.flatMap(({ code, examples }) =>
    examples.map((example): NamedExample => ({ ...example, code, read: readers[example.language] })),
  ),
);

/** Returns the codes of what is found in an example, each once. */
function findCodes({ read, text }: NamedExample): readonly string[] {
  return [...new Set(read?.(text).map(({ code }) => code) ?? ["no reader"])];
}

it.each(EXAMPLES.filter(({ isWrong }) => isWrong))("the wrong $language of $code gives it", (example) => {
  expect(findCodes(example)).toContain(example.code);
});

it.each(EXAMPLES.filter(({ isWrong }) => !isWrong))(
  "the right $language of $code gives nothing",
  (example) => {
    expect(findCodes(example)).toEqual([]);
  },
);
