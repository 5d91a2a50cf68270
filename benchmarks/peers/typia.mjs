import { isPage, isRequest, validatePage } from "./gen/validators.ts";

export { isPage, isRequest };

export function findError(value) {
  const result = validatePage(value);
  if (result.success) return undefined;
  const [{ path, expected }] = result.errors;
  return { path, message: `expected ${expected}` };
}
