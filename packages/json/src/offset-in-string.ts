/**
 * Returns where a code unit of a string's value stands in the text that it was read from. `start` is where the string
 * begins, with its quotation mark; `index` counts UTF-16 code units of the value (RFC 8259, section 7).
 */
export function offsetInString(text: string, start: number, index: number): number {
  let offset = start + 1;
  for (let left = index; left > 0 && offset < text.length; left--) {
    if (text[offset] !== "\\") offset += 1;
    else offset += text[offset + 1] === "u" ? 6 : 2;
  }
  return offset;
}
