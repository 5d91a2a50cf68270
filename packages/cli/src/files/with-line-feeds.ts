/** Returns a text with the line ends that git keeps, whatever a checkout on this machine made of them. */
export function withLineFeeds(text: string): string {
  return text.includes("\r\n") ? text.replaceAll("\r\n", "\n") : text;
}
