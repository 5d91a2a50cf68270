import type { TokenLanguage } from "../../../parts/code-sample.js";
import type { Language } from "./create-examples.js";

/** What a language is called, and by which marks its code is coloured; in the order in which samples stand. */
export const LANGUAGES: Readonly<
  Record<Language, { readonly label: string; readonly tokens: TokenLanguage }>
> = {
  package: { label: "TypeScript", tokens: "ts" },
  sdk: { label: "AWS SDK for JavaScript", tokens: "ts" },
  boto3: { label: "boto3", tokens: "python" },
  cli: { label: "AWS CLI", tokens: "sh" },
  fetch: { label: "fetch", tokens: "ts" },
  curl: { label: "curl", tokens: "sh" },
};
