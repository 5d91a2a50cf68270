import * as z from "zod";
import * as schemas from "./zod-schemas.mjs";

const page = z.compile(schemas.page);
const request = z.compile(schemas.request);

export const isPage = (value) => page.safeParse(value).success;
export const isRequest = (value) => request.safeParse(value).success;

export function findError(value) {
  const result = page.safeParse(value);
  if (result.success) return undefined;
  const [{ path, message }] = result.error.issues;
  return { path: path.join("."), message };
}
