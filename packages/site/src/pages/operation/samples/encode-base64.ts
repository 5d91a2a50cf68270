/** Returns a text's UTF-8 as Base64 (RFC 4648). */
export function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text.slice(0, 5000))));
}
