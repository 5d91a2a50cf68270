import { compareCodeUnits } from "@shapelog/model";
import { type DocParts, docComment } from "./doc-comment.js";
import { stringLiteral } from "./string-literal.js";

const LINE_WIDTH = 110;

/** A name of another module. Its identity is `(name, from)`. */
export interface ImportSymbol {
  readonly name: string;
  /** The module specifier. */
  readonly from: string;
  /** Whether the symbol is used as a type only. Default: false. One use as a value makes the import a value import. */
  readonly type?: boolean;
}

export interface CreateCodeFileOptions {
  /** The comment at the top, as from `GENERATED_HEADER`. */
  readonly header: string;
  /** Identifiers the file declares itself; imports of the same name are aliased. Default: none. */
  readonly declared?: Iterable<string>;
}

/** A TypeScript file that is being printed. Imports are collected while printing and placed by `render`. */
export interface CodeFile {
  /** Imports a symbol and returns the identifier it has in this file. */
  import(symbol: ImportSymbol): string;
  /** Returns how the file names a global: by its name, or as a property of `globalThis` where the name is something else's. */
  global(name: string): string;
  /** Prints a doc comment; nothing where there is no text and no tag. */
  doc(parts: DocParts): void;
  /** Prints lines of text at the present indentation; without text an empty line. */
  line(text?: string): void;
  /** Prints `open {`, the body one step deeper, and `close`. Default for `close`: `}`. */
  block(open: string, body: () => void, close?: string): void;
  /** Returns the file's text: header, imports sorted by module and name, and what was printed. */
  render(): string;
}

interface Imported {
  readonly name: string;
  readonly from: string;
  readonly local: string;
  type: boolean;
}

/** Creates an empty code file. */
export function createCodeFile(options: CreateCodeFileOptions): CodeFile {
  const printed: string[] = [];
  const imports = new Map<string, Imported>();
  const locals = new Set(options.declared);
  const globals = new Set<string>();
  let indent = "";

  const file: CodeFile = {
    import({ name, from, type = false }) {
      const key = `${from}\n${name}`;
      const known = imports.get(key);
      if (known) {
        known.type &&= type;
        return known.local;
      }
      const local = findFreeName(name, locals);
      locals.add(local);
      imports.set(key, { name, from, local, type });
      return local;
    },
    global(name) {
      if (globals.has(name)) return name;
      if (locals.has(name)) return `globalThis.${name}`;
      globals.add(name);
      locals.add(name); // an import of that name is aliased from here on
      return name;
    },
    doc(parts) {
      printed.push(docComment(parts, indent));
    },
    line(text = "") {
      for (const line of text.split("\n")) printed.push(line === "" ? "\n" : `${indent}${line}\n`);
    },
    block(open, body, close = "}") {
      file.line(`${open} {`);
      const outer = indent;
      indent = `${outer}  `;
      body();
      indent = outer;
      file.line(close);
    },
    render() {
      const head = [options.header, ...printImports([...imports.values()])].join("\n");
      return `${head}\n${printed.length > 0 ? "\n" : ""}${printed.join("")}`;
    },
  };
  return file;
}

function findFreeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 1;
  while (taken.has(`${name}_${number}`)) number++;
  return `${name}_${number}`;
}

/** One line where it fits, else a line for each symbol. */
function printImport(keyword: string, pieces: readonly string[], from: string): string {
  const line = `${keyword} { ${pieces.join(", ")} } from ${from};`;
  if (line.length <= LINE_WIDTH) return line;
  return [`${keyword} {`, ...pieces.map((piece) => `  ${piece},`), `} from ${from};`].join("\n");
}

function printImports(imports: readonly Imported[]): string[] {
  const modules = [...new Set(imports.map(({ from }) => from))].sort(compareCodeUnits);
  return modules.map((from) => {
    const symbols = imports.filter((symbol) => symbol.from === from);
    symbols.sort((a, b) => compareCodeUnits(a.name, b.name));
    const typeOnly = symbols.every(({ type }) => type);
    const pieces = symbols.map(({ name, local, type }) => {
      const marked = type && !typeOnly ? `type ${name}` : name;
      return local === name ? marked : `${marked} as ${local}`;
    });
    return printImport(typeOnly ? "import type" : "import", pieces, stringLiteral(from));
  });
}
