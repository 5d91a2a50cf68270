import {
  findProtocol,
  isNodeObject,
  type OperationShape,
  type Protocol,
  type ServiceShape,
  shapeName,
  trait,
} from "@shapelog/model";
import { printCode } from "./documentation/inline-writer.js";
import type { Names } from "./names.js";
import { stringLiteral } from "./string-literal.js";

const AWS_PROTOCOLS = "@aws-sdk/core/protocols";

/** Smithy's own code for each protocol: the class, and where it is. */
const PROTOCOLS: Readonly<Record<Protocol, readonly [name: string, from: string]>> = {
  "aws.protocols#restJson1": ["AwsRestJsonProtocol", AWS_PROTOCOLS],
  "aws.protocols#awsJson1_1": ["AwsJson1_1Protocol", AWS_PROTOCOLS],
  "aws.protocols#awsJson1_0": ["AwsJson1_0Protocol", AWS_PROTOCOLS],
  "smithy.protocols#rpcv2Cbor": ["SmithyRpcV2CborProtocol", "@smithy/core/cbor"],
  "aws.protocols#restXml": ["AwsRestXmlProtocol", AWS_PROTOCOLS],
  "aws.protocols#awsQuery": ["AwsQueryProtocol", AWS_PROTOCOLS],
  "aws.protocols#ec2Query": ["AwsEc2QueryProtocol", AWS_PROTOCOLS],
};

/** What the example is made for. */
export interface CallerOptions {
  readonly service: ServiceShape;
  readonly names: Names;
  /** The package's name. */
  readonly name: string;
}

/**
 * Returns the section of a README that shows how a program calls an operation by its schema: Smithy's own protocol code
 * makes the request and reads the response. Nothing where that has no code for the service's protocol.
 */
export function printCaller(options: CallerOptions, operations: readonly OperationShape[]): string[] {
  const protocol = findProtocol(options.service);
  const [operation] = operations;
  if (protocol === undefined || !operation) return [];
  return [
    "## Call by schema",
    `\`${options.name}/schemas\` has Smithy schemas, by which Smithy's own protocol code makes requests and reads responses. ` +
      `A bundler keeps those of the operations in use alone. This calls ${printCode(shapeName(operation.id))}, with no client of the service:`,
    ["```ts", ...printProgram(options, PROTOCOLS[protocol], operation), "```"].join("\n"),
  ];
}

function printProgram(
  { service, names, name }: CallerOptions,
  [protocol, from]: readonly [name: string, from: string],
  operation: OperationShape,
): string[] {
  const own = names.of(operation.id);
  const signingName = readSigningName(service);
  const signed = signingName === undefined ? "request" : "await signer.sign(request)";
  return [
    `import { ${protocol} } from "${from}";`,
    `import { ${own}$, ${own}Errors$, protocolSettings } from "${name}/schemas";`,
    ...(signingName === undefined ? [] : [`import { Sha256 } from "@smithy/core/checksum";`]),
    `import { ServiceException } from "@smithy/core/client";`,
    `import { parseUrl } from "@smithy/core/protocols";`,
    `import { TypeRegistry } from "@smithy/core/schema";`,
    `import { fromBase64, fromUtf8, toBase64, toUtf8 } from "@smithy/core/serde";`,
    `import { HttpRequest } from "@smithy/core/transport";`,
    `import { FetchHttpHandler, streamCollector } from "@smithy/fetch-http-handler";`,
    ...(signingName === undefined ? [] : [`import { SignatureV4 } from "@smithy/signature-v4";`]),
    "",
    "const errors = new TypeRegistry(protocolSettings.defaultNamespace);",
    `for (const error of ${own}Errors$) {`,
    '  const options = { name: error[2], $fault: "client", $metadata: {} } as const; // the protocol sets them',
    "  const constructor = class extends ServiceException {",
    "    constructor() {",
    "      super(options);",
    "    }",
    "  };",
    "  errors.registerError(error, constructor);",
    "}",
    `const protocol = new ${protocol}({ ...protocolSettings, errorTypeRegistries: [errors] });`,
    `const [, namespace, name, traits, input, output] = ${own}$;`,
    "const operation = { namespace, name, traits, input, output };",
    "const context = {",
    "  base64Decoder: fromBase64,",
    "  base64Encoder: toBase64,",
    "  utf8Decoder: fromUtf8,",
    "  utf8Encoder: toUtf8,",
    "  streamCollector,",
    "  endpoint: async () => parseUrl(endpoint), // such as https://service.example.com",
    "  __smithy_context: { service: protocolSettings.serviceTarget, operation: name },",
    "};",
    "protocol.setSerdeContext(context);",
    ...(signingName === undefined
      ? []
      : [
          `const signer = new SignatureV4({ credentials, region, service: ${stringLiteral(signingName)}, sha256: Sha256 });`,
        ]),
    "const handler = new FetchHttpHandler();",
    "",
    "export async function call(values: object) {",
    "  const request = await protocol.serializeRequest(operation, values, context);",
    "  request.headers.host = request.hostname;",
    `  const { response } = await handler.handle(new HttpRequest(${signed}));`,
    "  return protocol.deserializeResponse(operation, context, response);",
    "}",
  ];
}

/** Returns what requests are signed for with SigV4; `undefined` where they are not. */
function readSigningName(service: ServiceShape): string | undefined {
  const value = trait(service, "aws.auth#sigv4");
  return isNodeObject(value) && typeof value.name === "string" ? value.name : undefined;
}
