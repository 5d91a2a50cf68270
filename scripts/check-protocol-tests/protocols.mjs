import {
  AwsEc2QueryProtocol,
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsQueryProtocol,
  AwsRestJsonProtocol,
  AwsRestXmlProtocol,
  AwsSmithyRpcV2CborProtocol,
} from "@aws-sdk/core/protocols";
import { ServiceException } from "@smithy/core/client";
import { parseUrl } from "@smithy/core/protocols";
import { operation, TypeRegistry } from "@smithy/core/schema";
import { fromBase64, fromUtf8, streamCollector, toBase64, toUtf8 } from "@smithy/core/serde";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";

/** Smithy's own protocols, by the trait that a service has. */
export const PROTOCOLS = new Map(
  /** @type {[string, new (settings: any) => any][]} */ ([
    ["aws.protocols#awsJson1_1", AwsJson1_1Protocol],
    ["aws.protocols#awsJson1_0", AwsJson1_0Protocol],
    ["aws.protocols#restJson1", AwsRestJsonProtocol],
    ["aws.protocols#restXml", AwsRestXmlProtocol],
    ["aws.protocols#awsQuery", AwsQueryProtocol],
    ["aws.protocols#ec2Query", AwsEc2QueryProtocol],
    ["smithy.protocols#rpcv2Cbor", AwsSmithyRpcV2CborProtocol],
  ]),
);

/**
 * Makes a protocol that knows the errors of an operation.
 * @param {string} id
 * @param {import("./load-schemas.mjs").Schemas} schemas
 * @param {string} operationName As the schemas name it.
 */
export function createProtocol(id, schemas, operationName) {
  const Protocol = PROTOCOLS.get(id);
  if (!Protocol) throw new Error(`no protocol ${id}`);
  const errors = new TypeRegistry(schemas.protocolSettings.defaultNamespace);
  for (const schema of schemas[`${operationName}Errors$`]) errors.registerError(schema, errorClass(schema));
  const protocol = new Protocol({ ...schemas.protocolSettings, errorTypeRegistries: [errors] });
  const [, namespace, name, traits, input, output] = schemas[`${operationName}$`];
  return { protocol, operation: operation(namespace, name, traits, input, output) };
}

/** @param {any} schema */
function errorClass([, , name, traits]) {
  return class extends ServiceException {
    /** @param {any} options */
    constructor(options) {
      super({ ...options, name, $fault: traits.error });
    }
  };
}

/**
 * What protocols ask of the client that they serve.
 * @param {import("./load-schemas.mjs").Schemas} schemas
 * @param {string} operationName
 * @param {string} [host] With the path that the endpoint has, if any. Default: `example.com`.
 */
export function createContext(schemas, operationName, host = "example.com") {
  return {
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
    streamCollector,
    urlParser: parseUrl,
    disableHostPrefix: false,
    requestHandler: { handle: () => Promise.reject(new Error("nothing is sent")) },
    [SMITHY_CONTEXT_KEY]: { service: schemas.protocolSettings.serviceTarget, operation: operationName },
    endpoint: async () => parseUrl(`https://${host}`),
  };
}
