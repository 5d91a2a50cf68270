import { each, flag, HTTP_PROTOCOL_PARTS, is, many, parts, type Vocabulary, value } from "./vocabulary.js";

/** The traits of Smithy's further packages, by their ids. */
export const TOOLS: Vocabulary = {
  "aws.customizations#s3UnwrappedXmlOutput": flag(
    "the mark of XML without an element around it",
    "its XML has no element around it now",
    "its XML has an element around it now",
  ),
  "smithy.contracts#conditions": each("the conditions", "condition"),
  "smithy.mqtt#mqttJson": value("the protocol MQTT with JSON"),
  "smithy.mqtt#publish": value("the MQTT topic that it publishes to"),
  "smithy.mqtt#subscribe": value("the MQTT topic that it listens to"),
  "smithy.mqtt#topicLabel": is("the mark as part of the MQTT topic", "part of the MQTT topic"),
  "smithy.openapi#specificationExtension": parts("the extension in OpenAPI", {
    as: "the name of the extension in OpenAPI",
  }),
  "smithy.protocols#rpcv2Cbor": parts("the protocol RPC v2 with CBOR", HTTP_PROTOCOL_PARTS),
  "smithy.protocols#rpcv2Json": parts("the protocol RPC v2 with JSON", HTTP_PROTOCOL_PARTS),
  "smithy.rules#clientContextParams": each("the settings of clients", "setting of clients"),
  "smithy.rules#contextParam": parts("the parameter of the rules for hosts", {
    name: "the parameter of the rules for hosts",
  }),
  "smithy.rules#endpointBdd": value("the rules for hosts"),
  "smithy.rules#endpointRuleSet": value("the rules for hosts"),
  "smithy.rules#endpointTests": many("the tests of hosts"),
  "smithy.rules#operationContextParams": each(
    "the parameters of the rules for hosts",
    "parameter of the rules for hosts",
  ),
  "smithy.rules#staticContextParams": each(
    "the fixed parameters of the rules for hosts",
    "fixed parameter of the rules for hosts",
  ),
  "smithy.test#eventStreamTests": each("the tests of event streams", "test", "id"),
  "smithy.test#httpMalformedRequestTests": each("the tests of wrong requests", "test", "id"),
  "smithy.test#httpRequestTests": each("the tests of requests", "test", "id"),
  "smithy.test#httpResponseTests": each("the tests of responses", "test", "id"),
  "smithy.test#smokeTests": each("the smoke tests", "smoke test", "id"),
  "smithy.waiters#waitable": each("the waiters", "waiter"),
};
