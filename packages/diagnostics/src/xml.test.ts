import { expect, it } from "vitest";
import { xmlAttribute, xmlText } from "./xml.js";

it.each([
  ["marks", `<a href="x">&amp;</a>`, "&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;"],
  ["the end of a section", "]]>", "]]&gt;"],
  ["control characters", "a\u0000b\u0008c\u001bd\ufffee", "abcde"],
  ["halves of characters", "\ud83d and \ude00", "\ufffd and \ufffd"],
  ["whole ones", "\u{1f600}é\u0085", "\u{1f600}é\u0085"],
  ["line ends", "a\r\nb\tc", "a&#13;\nb\tc"],
])("escapes %s", (_, text, expected) => {
  expect(xmlText(text)).toBe(expected);
});

it("keeps white space in attributes", () => {
  expect(xmlAttribute("a\n\tb\r")).toBe("a&#10;&#9;b&#13;");
});
