import { Ajv } from "ajv";
import type { Check } from "./check.js";
import type { Constants } from "./constants.js";
import { type CompileUnit, FRAMED, schemaOf, type Uses } from "./define-check.js";
import { checkFunction, DEPTH } from "./function-names.js";
import { CHECK_KEYWORDS } from "./keywords/index.js";

/** How deep values of a recursive shape may nest. Deeper ones fail, so that no value can exhaust the stack. */
const MAX_DEPTH = 128;

/** A shape's check and what its function is called after. */
export interface NamedCheck {
  readonly name: string;
  readonly check: Check;
  readonly isRecursive: boolean;
}

/** A check as it is printed. */
export interface CompiledCheck {
  /** The name of its function. */
  readonly name: string;
  /** An exported function that checks a value and returns its failures, or null. */
  readonly text: string;
  readonly uses: Uses;
}

/** Compiles a check. `nameOf` returns what the function of a shape's check is called. Default: {@link checkFunction}. */
export type CompileCheck = (named: NamedCheck, nameOf?: (shape: string) => string) => CompiledCheck;

/** Creates a compiler of checks that share constants. */
export function createCompiler(constants: Constants): CompileCheck {
  const unit: CompileUnit = { constants, uses: createUses(), nameOf: checkFunction };
  const ajv = new Ajv({
    allErrors: true,
    // The code is printed, never run: ajv is given nothing to compile.
    code: { source: true, lines: true, optimize: 2, process: () => "return () => true" },
    logger: false,
    meta: false,
    validateSchema: false,
  });
  ajv.addKeyword(FRAMED);
  for (const keyword of Object.values(CHECK_KEYWORDS)) ajv.addKeyword(keyword(unit));
  return (named, nameOf = checkFunction) => {
    const { check } = named;
    const uses = createUses();
    unit.uses = uses;
    unit.nameOf = nameOf;
    const body = check.kind === "any" ? "let vErrors = null;\n" : compileBody(ajv, check);
    return { name: nameOf(named.name), text: printFunction(unit, named, body), uses };
  };
}

function createUses(): Uses {
  return { constants: new Set(), runtime: new Set(), calls: new Set() };
}

const OPENING = /^function validate\d+\(data, \{[^{}]*\}=\{\}\)\{\n/;
const CLOSING = /validate\d+\.errors = vErrors;\nreturn errors === 0;\n\}\n?$/;
const COUNTER = /^let errors = 0;\n/m;

/**
 * Returns what ajv compiles a check to, without its function's frame: ajv hands errors over through a property of the
 * function and takes paths ready-made, which each call would pay for.
 */
function compileBody(ajv: Ajv, check: Check): string {
  const { source } = ajv.compile(schemaOf(check));
  if (!source) throw new Error("ajv returned no source");
  // ajv always names the schema; none of the keywords refers to it, or to any other value outside of the code.
  const outside = Object.keys(source.scopeValues).filter((kind) => kind !== "schema");
  if (outside.length > 0) throw new Error(`ajv's code refers to ${outside.join()}`);
  const parts = [OPENING, COUNTER, CLOSING];
  if (!parts.every((part) => part.test(source.validateCode))) {
    throw new Error(`ajv's code has not the frame that is expected:\n${source.validateCode}`);
  }
  return parts.reduce((code, part) => code.replace(part, ""), source.validateCode);
}

function printFunction(unit: CompileUnit, { name, isRecursive }: NamedCheck, body: string): string {
  const own = unit.nameOf(name);
  if (!isRecursive) {
    return `export function ${own}(data: unknown): Failures | null {\n${body}return vErrors;\n}\n`;
  }
  unit.uses.runtime.add("failDepth");
  return [
    `export function ${own}(data: unknown, ${DEPTH} = 0): Failures | null {`,
    `if (${DEPTH} > ${MAX_DEPTH}) return failDepth(data, ${MAX_DEPTH});`,
    `${body}return vErrors;`,
    "}\n",
  ].join("\n");
}
