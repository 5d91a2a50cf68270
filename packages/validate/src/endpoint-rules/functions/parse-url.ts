import type { Value } from "../value.js";

/** `parseURL`: the parts of an HTTP URL; unset for any other text, and for URLs with a query. */
export function parseUrl(text: string): Value {
  const found = /^(https?):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?$/is.exec(text);
  const [, scheme = "", authority = "", path = "", query] = found ?? [];
  const port = /:([^\]:]*)$/.exec(authority)?.[1] ?? "";
  if (!found || query !== undefined || !/^\d*$/.test(port)) return undefined;
  const host = authority.replace(/^.*@/s, "").replace(/:\d*$/, "");
  return new Map<string, Value>([
    ["scheme", scheme.toLowerCase()],
    ["authority", authority],
    ["path", path],
    ["normalizedPath", normalizePath(path)],
    ["isIp", isIpAddress(host)],
  ]);
}

/** Returns whether a host is an IP address: four numbers, or something in brackets. Numbers may go up to 999. */
export function isIpAddress(host: string): boolean {
  return /^\[.*\]$/s.test(host) || /^(?:\d|[1-9]\d{1,2})(?:\.(?:\d|[1-9]\d{1,2})){3}$/.test(host);
}

function normalizePath(path: string): string {
  if (path.trim() === "") return "/";
  return `${path.startsWith("/") ? "" : "/"}${path}${path.endsWith("/") ? "" : "/"}`;
}
