import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EmittedFile } from "@shapelog/emit";
import ts from "typescript";

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, "virtual");
const RUNTIME = fileURLToPath(new URL("../../runtime/src", import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    "@smithy/types": [dirname(require.resolve("@smithy/types/package.json"))],
    "@shapelog/runtime": [join(RUNTIME, "index.ts")],
    "@shapelog/runtime/*": [join(RUNTIME, "*.ts")],
  },
};

/** What an editor shows of a name in a program. */
export interface Hover {
  /** The declaration: `const page: Read<Output>`. */
  readonly shown: string;
  /** The text below it, without its tags. */
  readonly text: string;
  /** Its tags: `@since 2017-11-28`. */
  readonly tags: readonly string[];
}

/**
 * Returns what an editor shows where `^` stands before names in a program, in their order. The program stands beside the
 * emitted files as `src/program.ts`; it throws where the program does not compile.
 */
export function hover(files: readonly EmittedFile[], program: string): Hover[] {
  const parts = program.split("^");
  const text = parts.join("");
  let length = 0;
  const places = parts.slice(0, -1).map((part) => {
    length += part.length;
    return length;
  });
  const path = join(ROOT, "src/program.ts");
  const service = openService(
    new Map([...files.map((file) => [file.path, file.text] as const), ["src/program.ts", text]]),
  );
  const wrong = [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)];
  if (wrong.length > 0)
    throw new Error(
      wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"),
    );
  return places.map((place) => {
    const info = service.getQuickInfoAtPosition(path, place);
    const print = (shown: ts.SymbolDisplayPart[] | undefined) => ts.displayPartsToString(shown);
    const tags = info?.tags?.map(({ name, text: value }) => `@${name} ${print(value)}`.trim()) ?? [];
    return { shown: print(info?.displayParts), text: print(info?.documentation), tags };
  });
}

function openService(texts: ReadonlyMap<string, string>): ts.LanguageService {
  const files = new Map([...texts].map(([path, text]) => [join(ROOT, path), text]));
  files.set(join(ROOT, "package.json"), '{ "type": "module" }');
  const readFile = (path: string) => files.get(path) ?? ts.sys.readFile(path);
  return ts.createLanguageService({
    getCompilationSettings: () => OPTIONS,
    getScriptFileNames: () => [join(ROOT, "src/program.ts")],
    getScriptVersion: () => "1",
    getScriptSnapshot(path) {
      const text = readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile,
    directoryExists: (path) => path.startsWith(ROOT) || ts.sys.directoryExists(path),
  });
}
