import type { EmittedFile } from "@shapelog/emit";
import { emitJsonSchema, emitOpenApi } from "@shapelog/emit-openapi";
import { emitTypes } from "@shapelog/emit-types";
import type { TimestampFormat } from "@shapelog/model";
import { modelOf, serviceOf } from "@shapelog/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { loadValidators } from "./load-validators.js";

/** One moment in each format. */
const MOMENT: Readonly<Record<TimestampFormat, unknown>> = {
  "date-time": "2022-08-18T00:00:00Z",
  "http-date": "Thu, 18 Aug 2022 00:00:00 GMT",
  "epoch-seconds": 1660780800,
};
const FORMATS = Object.keys(MOMENT) as TimestampFormat[];

/** What times are in: the shape that a member targets, a value of it, and its type. */
const HOLDERS = {
  Time: { of: (time: unknown) => time, type: (time: string) => time },
  Times: { of: (time: unknown) => [time], type: (time: string) => `${time}[]` },
  TimeMap: {
    of: (time: unknown) => ({ a: time }),
    inXml: (time: unknown) => [{ key: "a", value: time }],
    type: (time: string) => `Record<string, ${time}>`,
  },
  TimesMap: {
    of: (time: unknown) => ({ a: [time] }),
    inXml: (time: unknown) => [{ key: "a", value: [time] }],
    type: (time: string) => `Record<string, ${time}[]>`,
  },
} as const;

interface Holder {
  of(time: unknown): unknown;
  /** As documents of XML have it, where that is another. */
  inXml?(time: unknown): unknown;
}

/** A member with times. */
interface Place {
  readonly member: string;
  readonly binding: string;
  readonly holder: keyof typeof HOLDERS;
  /** The format of REST protocols; without it, that of the protocol's bodies. */
  readonly rest?: TimestampFormat;
  /** What OpenAPI calls it, where it is no part of the body. */
  readonly parameter?: string;
}

/** Smithy 2.0, "httpHeader trait", "httpPrefixHeaders trait", "httpQuery trait", "httpLabel trait". */
const INPUT: readonly Place[] = [
  { member: "body", binding: "", holder: "Time" },
  { member: "bodyList", binding: "", holder: "Times" },
  { member: "bodyMap", binding: "", holder: "TimeMap" },
  { member: "header", binding: '@httpHeader("H")', holder: "Time", rest: "http-date", parameter: "H" },
  { member: "headers", binding: '@httpHeader("Hs")', holder: "Times", rest: "http-date", parameter: "Hs" },
  { member: "prefix", binding: '@httpPrefixHeaders("p-")', holder: "TimeMap", rest: "http-date" },
  { member: "query", binding: '@httpQuery("q")', holder: "Time", rest: "date-time", parameter: "q" },
  { member: "queries", binding: '@httpQuery("qs")', holder: "Times", rest: "date-time", parameter: "qs" },
  {
    member: "params",
    binding: "@httpQueryParams",
    holder: "TimesMap",
    rest: "date-time",
    parameter: "params",
  },
  {
    member: "label",
    binding: "@required @httpLabel",
    holder: "Time",
    rest: "date-time",
    parameter: "label",
  },
];

/** Responses have a body and headers. */
const OUTPUT = INPUT.slice(0, 6);

/** Whose trait says the format, and which. */
interface Stated {
  readonly by: "Nobody" | "Member" | "Target";
  readonly format?: TimestampFormat;
}

const STATED: readonly Stated[] = [
  { by: "Nobody" },
  ...(["Member", "Target"] as const).flatMap((by) => FORMATS.map((format) => ({ by, format }))),
];

/** Returns a service whose one operation takes and returns times at every place. */
function serviceText(protocol: string, { by, format }: Stated): string {
  const trait = `@timestampFormat("${format}")`;
  const [onMember, onTarget] = [by === "Member" ? trait : "", by === "Target" ? trait : ""];
  const members = INPUT.map(({ member, binding, holder }) =>
    [binding, holder === "Time" ? onMember : "", `${member}: ${holder}`].join(" "),
  );
  return `
    use ${protocol}
    @${protocol.split("#")[1]} service Main { version: "1", operations: [Get] }
    @http(method: "POST", uri: "/get/{label}")
    operation Get { input: In, output: Out }
    structure In { ${members.join(", ")} }
    structure Out { ${members.slice(0, OUTPUT.length).join(", ")} }
    ${onTarget} timestamp Time
    list Times { ${onMember} member: Time }
    map TimeMap { key: String, ${onMember} value: Time }
    map TimesMap { key: String, value: Times }`;
}

type Accepts = (value: unknown) => boolean;

/** Returns the formats of the times that something takes at a place: more than one where it does not tell them apart. */
function formatsOf(accepts: Accepts, { holder }: Place, isXml = false): string {
  const { of, inXml = of }: Holder = HOLDERS[holder];
  return FORMATS.filter((format) => accepts((isXml ? inXml : of)(MOMENT[format]))).join(" or ");
}

const parse = (files: readonly EmittedFile[], path: string) =>
  JSON.parse(files.find((file) => file.path === path)?.text ?? "null");

/** Returns what a schema takes. `others` is what its references point into. */
function compile(schema: object, others: object = {}): Accepts {
  const formats = {
    "date-time": (text: string) => /^\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(text),
    "http-date": (text: string) => /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(text),
  };
  const check = new Ajv2020({ strict: false, formats }).compile({ ...others, ...schema });
  return (value) => check(value) === true;
}

/** Returns a member's type in the wire form, with no name of an alias in it. */
function typeOf(wire: string, structure: string, { member }: Place): string | undefined {
  const body = new RegExp(`interface ${structure} \\{([^}]*)\\}`).exec(wire)?.[1] ?? "";
  let type = new RegExp(`\\b${member}\\??: (.*?)(?: \\| undefined)?;`).exec(body)?.[1];
  for (const _ of Object.keys(HOLDERS)) {
    type = type?.replace(/\w+/g, (name) => {
      return new RegExp(`type ${name} = (.*);`).exec(wire)?.[1] ?? name;
    });
  }
  return type;
}

const PROTOCOLS = [
  ["aws.protocols#restJson1", "epoch-seconds"],
  ["aws.protocols#restXml", "date-time"],
  ["aws.protocols#awsJson1_1", "epoch-seconds"],
  ["aws.protocols#awsQuery", "date-time"],
  ["smithy.protocols#rpcv2Cbor", "epoch-seconds"],
] as const;

const CASES = PROTOCOLS.flatMap(([protocol, body]) =>
  STATED.map((stated) => ({ protocol, body, stated, of: `${stated.by} ${stated.format ?? ""}` })),
);

it.each(CASES)("times have one format at each place: $protocol, stated by $of", async (of) => {
  const { wire, sdk, types, schemas, document } = await emitAll(of);
  const { components, paths } = document;
  const isRest = of.protocol.includes("#rest");
  const isJson = of.protocol.endsWith("Json1") || of.protocol.endsWith("Json1_1");
  // CBOR has a time of its own, whatever is stated.
  const stated = of.protocol.endsWith("Cbor") ? undefined : of.stated.format;
  const formatAt = ({ rest }: Place) => stated ?? ((isRest && rest) || of.body);

  // A form has keys in place of a schema of the input.
  const isForm = of.protocol.endsWith("Query");
  const isXml = isForm || of.protocol.endsWith("restXml");
  const structures = [["In", INPUT] as const, ["Out", OUTPUT] as const];
  for (const [structure, places] of isForm ? structures.slice(1) : structures) {
    const component = compile({ $ref: `#/components/schemas/${structure}` }, { components });
    // Nobody sends JSON in the other protocols; their documents say what XML and forms hold.
    const checks: Readonly<Record<string, Accepts>> = isJson
      ? {
          validators: (value) => wire.is(structure, value),
          schema: compile(parse(schemas, `schema/${structure}.json`)),
          component,
        }
      : { component };
    const label = places.find(({ member }) => member === "label");
    const others = label ? { label: MOMENT[formatAt(label)] } : {};
    for (const place of places) {
      const found: Record<string, unknown> = isJson ? { type: typeOf(types, structure, place) } : {};
      for (const [name, accepts] of Object.entries(checks))
        found[name] = formatsOf((value) => accepts({ ...others, [place.member]: value }), place, isXml);
      const format = formatAt(place);
      const { of: hold, type } = HOLDERS[place.holder];
      expect(found, `${structure}.${place.member}`).toEqual({
        ...(isJson ? { type: type(format === "epoch-seconds" ? "number" : "string") } : {}),
        ...Object.fromEntries(Object.keys(checks).map((name) => [name, format])),
      });
      const inProgram = { label: new Date(0), [place.member]: hold(new Date(0)) };
      if (label) expect(sdk.is(structure, inProgram), place.member).toBe(true);
      if (!isRest || (place.rest && !place.parameter)) continue;
      const schema = findSchema(paths["/get/{label}"].post, structure, place);
      const told = formatsOf(compile(schema, { components }), place, isXml && !place.parameter);
      expect(told, `${structure}.${place.member} of the operation`).toBe(format);
    }
  }
});

async function emitAll({ protocol, stated }: { readonly protocol: string; readonly stated: Stated }) {
  const model = modelOf(serviceText(protocol, stated));
  const service = serviceOf(model);
  const validators = await loadValidators(emitValidators(model, { service }).files);
  const { files } = await emitTypes(model, { service, packageName: "times", source: "times.smithy" });
  return {
    ...validators,
    types: files.find(({ path }) => path === "src/wire.ts")?.text ?? "",
    schemas: emitJsonSchema(model, { service, layout: "files" }).files,
    document: parse(emitOpenApi(model, { service }).files, "openapi.json"),
  };
}

interface OperationObject {
  readonly parameters: readonly { readonly name: string; readonly schema: object }[];
  readonly requestBody: { readonly content: Content };
  readonly responses: { readonly [status: string]: ResponseObject };
}

interface ResponseObject {
  readonly headers: { readonly [name: string]: { readonly schema: object } };
  readonly content: Content;
}

interface Content {
  readonly [mediaType: string]: {
    readonly schema: { readonly properties: { readonly [name: string]: object } };
  };
}

/** Returns the schema that an OpenAPI operation has for a member: its parameter's, header's or property's. */
function findSchema(operation: OperationObject, structure: string, { member, parameter }: Place): object {
  const response = operation.responses["200"]!;
  const { content } = structure === "In" ? operation.requestBody : response;
  const found = !parameter
    ? Object.values(content)[0]?.schema.properties[member]
    : structure === "In"
      ? operation.parameters.find(({ name }) => name === parameter)?.schema
      : response.headers[parameter]?.schema;
  return found ?? expect.unreachable(`nothing of ${structure}.${member}`);
}
