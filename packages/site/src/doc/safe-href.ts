/** Returns an address as its parser prints it where it is absolute, http or https, and names no user; else nothing. */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined || href.length > 2000 || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.username === "" && url.password === "" ? url.href : undefined;
}
