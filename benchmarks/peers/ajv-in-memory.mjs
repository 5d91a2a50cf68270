import { Ajv } from "ajv";
import pageSchema from "./gen/page.json" with { type: "json" };
import requestSchema from "./gen/request.json" with { type: "json" };

const ajv = new Ajv();
export const isPage = ajv.compile(pageSchema);
export const isRequest = ajv.compile(requestSchema);

export function findError(value) {
  if (isPage(value)) return undefined;
  const [{ instancePath, message }] = isPage.errors;
  return { path: instancePath, message };
}
