/**
 * What is on the wire of a request or response, as a server or client has it in hand.
 * @typedef {object} Message
 * @property {Readonly<Record<string, string>>} path
 * @property {Readonly<Record<string, string | string[]>>} query
 * @property {Readonly<Record<string, string>>} headers
 * @property {string | undefined} body `undefined` where nothing is said of it.
 */

/**
 * Returns what a router, Node and a reader of bodies make of a request of Smithy's tests; `undefined` where the path is
 * not the operation's.
 * @param {string} pattern The operation's `uri` of `@http`.
 * @param {any} request
 * @returns {Message | undefined}
 */
export function readRequest(pattern, request) {
  const [template = ""] = pattern.split("?");
  const [path = "", search] = request.uri.split("?");
  // The host that a client was given may have a path.
  const [, ...before] = (request.host ?? "").split("/");
  const labels = readLabels(["", ...before].join("/") + template, path);
  if (!labels) return undefined;
  const pairs = [...(search === undefined ? [] : search.split("&")), ...(request.queryParams ?? [])];
  return { path: labels, query: readQuery(pairs), headers: lowerCase(request.headers), body: request.body };
}

/**
 * Returns what Node and a reader of bodies make of a response of Smithy's tests.
 * @param {any} response
 * @returns {Message}
 */
export function readResponse(response) {
  return { path: {}, query: {}, headers: lowerCase(response.headers), body: response.body };
}

/**
 * @param {string} template
 * @param {string} path
 */
function readLabels(template, path) {
  /** @type {string[]} */
  const names = [];
  const source = template
    .split("/")
    .map((part) => {
      const [, name, plus] = /^\{(\w+)(\+?)\}$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      names.push(name);
      return plus ? "(.+)" : "([^/]+)";
    })
    .join("/");
  const found = new RegExp(`^${source}/?$`).exec(path);
  return found && Object.fromEntries(names.map((name, at) => [name, decode(found[at + 1] ?? "")]));
}

/** @param {readonly string[]} pairs */
function readQuery(pairs) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const pair of pairs) {
    const [name = "", ...value] = pair.split("=");
    const key = decode(name);
    found.set(key, [...(found.get(key) ?? []), decode(value.join("="))]);
  }
  return Object.fromEntries([...found].map(([key, all]) => [key, all.length === 1 ? (all[0] ?? "") : all]));
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {Readonly<Record<string, string>>} [headers] */
function lowerCase(headers = {}) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
