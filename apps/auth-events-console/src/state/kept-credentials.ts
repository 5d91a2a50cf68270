import { type Credentials, NO_CREDENTIALS } from "../service/endpoint.js";

const KEY = "credentials";

/** Returns the credentials that were kept in this tab. They are gone when it is closed. */
export function readKeptCredentials(): Credentials | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    const read = (name: keyof Credentials) =>
      String(Object.entries(kept).find(([key]) => key === name)?.[1] ?? "");
    return {
      accessKeyId: read("accessKeyId"),
      secretAccessKey: read("secretAccessKey"),
      sessionToken: read("sessionToken"),
    };
  } catch {
    return undefined;
  }
}

/** Keeps credentials in this tab, or forgets them where there are none. */
export function keepCredentials(credentials: Credentials = NO_CREDENTIALS): void {
  try {
    if (credentials.accessKeyId === "") sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(credentials));
  } catch {
    // Storage can be off or full; the page itself still has them.
  }
}
