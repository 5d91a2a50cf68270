import { describe, expect, it } from "vitest";
import { checkXml } from "./check-xml.js";

describe("checkXml", () => {
  it.each([
    "<a/>",
    '<?xml version="1.0"?>\n<!-- a -->\n<a b="1" c=\'"\'>x &amp; &#65; <b/><![CDATA[<&]]></a>\n',
    "<a:b xmlns:a='x'>é</a:b>",
  ])("takes %s", (text) => {
    expect(checkXml(text)).toBeUndefined();
  });

  it.each([
    ["", "no element"],
    ["text", "outside"],
    ["<a>", "close <a>"],
    ["<a></b>", "</b>"],
    ["</a>", "nothing"],
    ["<a/><b/>", "second root"],
    ['<a b="1" b="2"/>', "twice"],
    ["<a b=1/>", "cannot be read"],
    ["<a>&nope;</a>", "reference"],
    ['<a b="&x"/>', "reference"],
    ["<a>]]></a>", "]]>"],
    ["<a><!-- a", "cannot be read"],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type"],
  ])("refuses %s", (text, reason) => {
    expect(checkXml(text)).toContain(reason);
  });

  it("takes no longer than the text is long", () => {
    const deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
    expect(checkXml(deep)).toBeUndefined();
    expect(checkXml(`<a ${"b ".repeat(100_000)}`)).toBeDefined();
    expect(checkXml(`<a${' b="1"'.repeat(50_000)}`)).toBeDefined();
    expect(checkXml(`<!-- ${"-".repeat(100_000)}`)).toBeDefined();
  });
});
