import { checkXml } from "./check-xml.js";

/** Returns what keeps a body from being of its media type, as half a sentence; only JSON and XML are looked at. */
export function checkBody(body: string, mediaType: string): string | undefined {
  if (body === "") return undefined;
  switch (/^[^/;]+\/(?:[^;+\s]+\+)?([^;+\s]+)/.exec(mediaType)?.[1]) {
    case "json":
      return checkJson(body);
    case "xml":
      return checkXml(body);
    default:
      return undefined;
  }
}

function checkJson(body: string): string | undefined {
  try {
    JSON.parse(body);
    return undefined;
  } catch {
    return "is not JSON"; // The engine's own message differs between versions.
  }
}
