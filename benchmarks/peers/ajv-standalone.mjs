import { isPage, isRequest } from "./gen/ajv-standalone.mjs";

export { isPage, isRequest };

export function findError(value) {
  if (isPage(value)) return undefined;
  const [{ instancePath, message }] = isPage.errors;
  return { path: instancePath, message };
}
