/** Which user's events to ask for, and where. */
export interface Target {
  /** Empty for AWS's own in the region. */
  readonly endpoint: string;
  readonly region: string;
  readonly pool: string;
  readonly user: string;
}

/** What signs a request. Kept in memory, and for this tab where the user says so. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export const NO_CREDENTIALS: Credentials = { accessKeyId: "", secretAccessKey: "", sessionToken: "" };

/** A server on this machine does not verify signatures, but the SDK makes no request without one. */
export const LOCAL_CREDENTIALS: Credentials = {
  accessKeyId: "local",
  secretAccessKey: "local",
  sessionToken: "",
};

/** Returns the target that a page's address names; what it does not name is empty. */
export function readTarget(search: string): Target {
  const parameters = new URLSearchParams(search);
  const read = (name: string) => parameters.get(name)?.trim() ?? "";
  const pool = read("pool");
  return { endpoint: read("endpoint"), region: read("region") || regionOf(pool), pool, user: read("user") };
}

/** Returns the part of a page's address that names a target; credentials are never in it. */
export function printTarget({ endpoint, region, pool, user }: Target): string {
  const named = Object.entries({ endpoint, region, pool, user }).filter(([, value]) => value !== "");
  return `?${new URLSearchParams(named)}`;
}

/** Returns the region that a user pool's ID begins with, or nothing. */
export function regionOf(pool: string): string {
  return /^([a-z]{2}(?:-[a-z]+)+-\d+)_/.exec(pool)?.[1] ?? "";
}

/** Returns whether an endpoint is on this machine. */
export function isLocal(endpoint: string): boolean {
  const url = parseUrl(endpoint);
  return url?.protocol === "http:" && LOCAL_HOSTS.has(url.hostname);
}

const LOCAL_HOSTS: ReadonlySet<string> = new Set(["127.0.0.1", "localhost"]);
const AWS_HOST = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/;

/** Returns what is wrong with an endpoint, or nothing. The page's content security policy allows the same ones. */
export function findEndpointProblem(endpoint: string): string | undefined {
  if (endpoint === "") return undefined;
  const url = parseUrl(endpoint);
  if (!url) return "Not an address; expected one such as http://127.0.0.1:4170";
  if (isLocal(endpoint)) return undefined;
  if (url.protocol === "https:" && url.port === "" && AWS_HOST.test(url.hostname)) return undefined;
  return "This page asks AWS (https://….amazonaws.com) or this machine (http://127.0.0.1:…) and nobody else";
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
