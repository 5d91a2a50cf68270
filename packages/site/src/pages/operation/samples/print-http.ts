import type { HttpRequest } from "./http-request.js";
import { printJavaScript } from "./print-javascript.js";
import { JSON_NOTATION } from "./print-json.js";
import { printLiteral, quote } from "./print-literal.js";

/** The host of samples, for services that have none of AWS (RFC 2606). */
const HOST = "https://api.example.com";

/** Returns a request as a command of curl. */
export function printCurl({ method, target, headers, body }: HttpRequest): string {
  const data =
    body === undefined ? undefined : typeof body === "string" ? body : printLiteral(body, JSON_NOTATION);
  const parts = [
    ...headers.map(([name, value]) => `-H ${shellWord(`${name}: ${value}`)}`),
    ...(data === undefined ? [] : [`--data-raw ${shellWord(data)}`]),
  ];
  const isDefault = method === (data === undefined ? "GET" : "POST");
  const option = isDefault ? "" : method === "HEAD" ? "--head " : `-X ${method} `;
  return [`curl ${option}${shellWord(`${HOST}${target}`)}`, ...parts].join(" \\\n  ");
}

/** In single quotes a shell takes all but those as it stands. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Returns a request as a call of `fetch`, with the response in `response`. */
export function printFetch({ method, target, headers, body }: HttpRequest): string {
  const sent =
    body === undefined
      ? []
      : [
          `  body: ${typeof body === "string" ? quote(body) : `JSON.stringify(${printJavaScript(body, "  ", 24)})`},`,
        ];
  const named = headers.map(
    ([name, value]) => `${/^[A-Za-z]+$/.test(name) ? name : quote(name)}: ${quote(value)}`,
  );
  const options = [
    ...(method === "GET" ? [] : [`  method: ${quote(method)},`]),
    ...(named.length === 0 ? [] : [`  headers: { ${named.join(", ")} },`]),
    ...sent,
  ];
  const url = quote(`${HOST}${target}`);
  return options.length === 0
    ? `const response = await fetch(${url});`
    : `const response = await fetch(${url}, {\n${options.join("\n")}\n});`;
}
