/** @typedef {{ readonly status: number, readonly headers: Record<string, string>, readonly body: string | Uint8Array }} Answer */

/** A client's packages, from the folder where they are installed, and its protocol. */
/** @typedef {{ readonly core: any, readonly schema: any, readonly protocols: any, readonly events: any, readonly protocol: string, readonly xmlNamespace: string }} Wire */

const REQUEST_ID = "6a2c6b2e-0f1d-4a83-9d6a-1d2a5e3f4b5c";

/** Bindings that take a member out of the body. */
const BOUND = ["httpHeader", "httpPrefixHeaders", "httpResponseCode", "httpPayload"];

/**
 * Returns what a service answers with an output, written by Smithy's own codecs by the client's schema of it.
 * @param {Wire} wire
 * @param {{ readonly name: string, readonly output: unknown, readonly value: Record<string, any> }} response
 * @returns {Answer}
 */
export function writeOutput(wire, { name, output, value }) {
  const ns = wire.schema.NormalizedSchema.of(output);
  if (ns.isUnitSchema()) return answer(wire, 200, wire.protocol.includes("Json") ? "{}" : "");
  const stream = ns.getEventStreamMember();
  if (wire.protocol === "aws.protocols#awsQuery") {
    const result = writeXml(wire, ns, value).replace(/^<[^>]*>|<\/[^>]*>$|^<[^>]*\/>$/g, "");
    return answer(wire, 200, wrapQuery(wire, name, result));
  }
  if (!isRest(wire)) return answer(wire, 200, writeBody(wire, ns, value));
  const bound = writeBindings(wire, ns, value);
  if (stream)
    return { ...answer(wire, 200, writeEvents(wire, ns.getMemberSchema(stream), value[stream])), ...bound };
  return {
    ...answer(wire, bound.status, writePayload(wire, ns, value)),
    headers: { ...answer(wire, 200, "").headers, ...bound.headers },
  };
}

/** @param {Wire} wire */
const isRest = ({ protocol }) => /rest(Json1|Xml)$/.test(protocol);

/**
 * @param {Wire} wire
 * @param {number} status
 * @param {string | Uint8Array} body
 * @returns {Answer}
 */
function answer({ protocol }, status, body) {
  const type = protocol.includes("Json") || protocol.includes("restJson") ? "application/json" : "text/xml";
  return { status, headers: { "content-type": type, "x-amzn-requestid": REQUEST_ID }, body };
}

/**
 * @param {Wire} wire
 * @param {string} name
 * @param {string} result
 */
function wrapQuery({ xmlNamespace }, name, result) {
  const metadata = `<ResponseMetadata><RequestId>${REQUEST_ID}</RequestId></ResponseMetadata>`;
  return `<${name}Response xmlns="${xmlNamespace}"><${name}Result>${result}</${name}Result>${metadata}</${name}Response>`;
}

/**
 * @param {Wire} wire
 * @param {any} ns
 * @param {unknown} value
 * @returns {string}
 */
function writeXml({ protocols, xmlNamespace }, ns, value) {
  const settings = { timestampFormat: { useTrait: true, default: 5 }, xmlNamespace, serviceNamespace: "" };
  const serializer = new protocols.XmlCodec(settings).createSerializer();
  serializer.write(ns, value);
  return serializer.flush();
}

/**
 * @param {Wire} wire
 * @param {any} ns
 * @param {unknown} value
 * @returns {string | Uint8Array}
 */
function writeBody(wire, ns, value) {
  if (!/json/i.test(wire.protocol)) return writeXml(wire, ns, value);
  const settings = { timestampFormat: { useTrait: true, default: 7 }, jsonName: isRest(wire) };
  const serializer = new wire.protocols.JsonCodec(settings).createSerializer();
  serializer.write(ns, value);
  return serializer.flush();
}

/**
 * @param {Wire} wire
 * @param {any} ns
 * @param {Record<string, any>} value
 */
function writePayload(wire, ns, value) {
  const members = [...ns.structIterator()];
  const payload = members.find(([, member]) => member.getMergedTraits().httpPayload);
  if (payload) {
    const [name, member] = payload;
    return member.isBlobSchema() || member.isStringSchema()
      ? value[name]
      : writeBody(wire, member, value[name]);
  }
  const inBody = members.filter(([, member]) =>
    BOUND.every((trait) => member.getMergedTraits()[trait] === undefined),
  );
  return inBody.length === 0
    ? ""
    : writeBody(wire, ns, Object.fromEntries(inBody.map(([name]) => [name, value[name]])));
}

/**
 * @param {Wire} wire
 * @param {any} ns
 * @param {Record<string, any>} value
 */
function writeBindings(wire, ns, value) {
  const isJson = wire.protocol === "aws.protocols#restJson1";
  const settings = { timestampFormat: { useTrait: true, default: isJson ? 7 : 5 }, httpBindings: true };
  const serializer = new wire.core.ToStringShapeSerializer(settings);
  /** @type {Record<string, string>} */
  const headers = {};
  let status = 200;
  for (const [name, member] of ns.structIterator()) {
    const { httpHeader, httpPrefixHeaders, httpResponseCode } = member.getMergedTraits();
    if (value[name] === undefined) continue;
    if (httpHeader) {
      serializer.write(member, value[name]);
      headers[httpHeader.toLowerCase()] = serializer.flush();
    }
    if (httpPrefixHeaders !== undefined)
      for (const [key, text] of Object.entries(value[name]))
        headers[`${httpPrefixHeaders}${key}`.toLowerCase()] = text;
    if (httpResponseCode) status = value[name] = 200;
  }
  delete headers["content-length"]; // that of the body itself is sent
  return { status, headers };
}

/**
 * @param {Wire} wire
 * @param {any} union
 * @param {readonly Record<string, any>[]} events
 */
function writeEvents(wire, union, events) {
  const { EventStreamCodec } = wire.events;
  const codec = new EventStreamCodec(
    (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString("utf8"),
    (/** @type {string} */ text) => Buffer.from(text, "utf8"),
  );
  const frames = events.map((event) => {
    const [name = "", value] = Object.entries(event)[0] ?? [];
    const ns = union.getMemberSchema(name);
    const payload = [...ns.structIterator()].find(([, member]) => member.getMergedTraits().eventPayload);
    const [key, member] = payload ?? [];
    const isOwn = member && !member.isStructSchema();
    const written = isOwn ? value[key] : writeBody(wire, member ?? ns, member ? value[key] : value);
    const body = typeof written === "string" ? Buffer.from(written) : written;
    const text = (/** @type {string} */ held) => ({ type: "string", value: held });
    return codec.encode({
      headers: {
        ":event-type": text(name),
        ":message-type": text("event"),
        ":content-type": text("application/json"),
      },
      body,
    });
  });
  return Buffer.concat(frames);
}

/**
 * Returns what a service answers with an error.
 * @param {Wire} wire
 * @param {{ readonly name: string, readonly code: string, readonly status: number, readonly error: unknown, readonly value: Record<string, any> }} thrown
 * `code`: as queries name it
 * @returns {Answer}
 */
export function writeError(wire, { name, code, status, error, value }) {
  const ns = wire.schema.NormalizedSchema.of(error);
  const said = answer(wire, status, "");
  if (/json/i.test(wire.protocol)) {
    /** @type {{ headers: Record<string, string> }} */
    const { headers } = isRest(wire) ? writeBindings(wire, ns, value) : { headers: {} };
    const body = JSON.parse(Buffer.from(writeBody(wire, ns, value)).toString("utf8"));
    if (isRest(wire)) headers["x-amzn-errortype"] = name;
    return {
      ...said,
      headers: { ...said.headers, ...headers },
      body: JSON.stringify(isRest(wire) ? body : { __type: name, ...body }),
    };
  }
  const members = writeXml(wire, ns, value).replace(/^<[^>]*>|<\/[^>]*>$|^<[^>]*\/>$/g, "");
  const message = /<[Mm]essage>/.test(members) ? "" : "<Message>no</Message>";
  const type = status < 500 ? "Sender" : "Receiver";
  if (isRest(wire)) {
    const { headers } = writeBindings(wire, ns, value);
    const body = `<Error><Code>${name}</Code>${message}${members}<RequestId>${REQUEST_ID}</RequestId><HostId>h</HostId></Error>`;
    return {
      ...said,
      headers: { ...said.headers, ...headers },
      body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
    };
  }
  const inner = `<Error><Type>${type}</Type><Code>${code}</Code>${message}${members}</Error>`;
  return {
    ...said,
    body: `<ErrorResponse xmlns="${wire.xmlNamespace}">${inner}<RequestId>${REQUEST_ID}</RequestId></ErrorResponse>`,
  };
}
