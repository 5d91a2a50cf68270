import { type CodeFile, createCodeFile, type EmittedFile, propertyKey, stringLiteral } from "@shapelog/emit";
import type { Form } from "./check.js";
import { checkFunction } from "./function-names.js";

/** A shape that validators are printed for. */
export interface ValidatedShape {
  readonly name: string;
  /** The name of its compiled check, which may be another shape's. */
  readonly check: string;
  /** The module its compiled check stands in. */
  readonly from: string;
  /** The member that an operation takes more in than the shape's type says, as programs hold it. */
  readonly taken?: TakenMember;
  /** What it is, for the docs: "the input of AdminListUserAuthEvents". */
  readonly role?: string;
  /** Whether it is made of texts, and may hold more than the model knows. Default: it is not. */
  readonly isText?: boolean;
  /** The ISO date it first appeared. */
  readonly since?: string;
}

/** A member of an operation's input and the type that commands have for it. */
export interface TakenMember {
  readonly name: string;
  readonly required: boolean;
  /** A type of `@smithy/types`. */
  readonly type: "BlobPayloadInputTypes" | "StreamingBlobPayloadInputTypes";
}

const FORMS = {
  wire: { path: "src/validators.ts", types: "./wire.js", is: "in its JSON form" },
  sdk: { path: "src/validators-sdk.ts", types: "./types.js", is: "as programs hold it" },
} as const satisfies Readonly<Record<Form, object>>;

/** Prints the public functions of one form: `validate`, `read` and `is` for each shape. */
export function printValidators(form: Form, shapes: readonly ValidatedShape[], header: string): EmittedFile {
  const { path, types, is } = FORMS[form];
  const declared = shapes.flatMap(({ name }) => [`validate${name}`, `read${name}`, `is${name}`]);
  const file = createCodeFile({ header, declared });
  const runtime = (name: string) => file.import({ name, from: "@shapelog/runtime/checks" });
  const result = (name: string) => file.import({ name, from: "@shapelog/runtime", type: true });
  file.line(
    'export type { Drift, Invalid, Open, ReadResult, Result, ValidationError } from "@shapelog/runtime";',
  );
  for (const { name, check: checked, from, role, isText, since, taken } of shapes) {
    const shapeType = file.import({ name, from: types, type: true });
    const type = form === "sdk" && taken ? printTaken(file, shapeType, taken) : shapeType;
    const check = file.import({ name: checkFunction(checked), from });
    const what = isText
      ? `\`${name}\`, ${role}, as texts`
      : `\`${name}\`${role === undefined ? "" : `, ${role},`} ${is}`;
    const print = (doc: string, signature: string, body: string) => {
      file.line();
      file.line(since === undefined ? `/** ${doc} */` : `/**\n * ${doc}\n *\n * @since ${since}\n */`);
      file.block(`export function ${signature}`, () => file.line(`return ${body};`));
    };
    print(
      `Checks ${what}; ${isText ? "a value that the model does not know" : "what the model does not know"} is an error.`,
      `validate${name}(value: unknown): ${result("Result")}<${type}>`,
      `${runtime("validateWith")}(value, ${check})`,
    );
    print(
      `Reads ${what}; ${isText ? "a value that the model does not know" : "what the model does not know"} is drift, and null is absent.`,
      `read${name}(value: unknown): ${result("ReadResult")}<${type}>`,
      `${runtime("readWith")}(value, ${check})`,
    );
    print(
      `Returns whether a value is ${what}; as strict as \`validate${name}\`.`,
      `is${name}(value: unknown): value is ${type}`,
      `${runtime("isValid")}(value, ${check})`,
    );
  }
  return { path, text: file.render() };
}

function printTaken(file: CodeFile, shape: string, { name, required, type }: TakenMember): string {
  const value = file.import({ name: type, from: "@smithy/types", type: true });
  const property = required
    ? `${propertyKey(name)}: ${value}`
    : `${propertyKey(name)}?: ${value} | undefined`;
  return `${file.global("Omit")}<${shape}, ${stringLiteral(name)}> & { ${property} }`;
}
