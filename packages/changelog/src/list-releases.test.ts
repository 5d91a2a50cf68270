import { expect, it } from "vitest";
import { listReleases } from "./list-releases.js";

const facts = (service: string, revision: string) =>
  `<!-- shapelog:facts ${service} ${revision} -->\n- Safe\n<!-- /shapelog:facts -->\n`;

const TEXT = `# a

## 2.0.0

### Major Changes

- 1234567: ${facts("events", "2024-01-02")}
  ${facts("other", "2025-01-01").replaceAll("\n", "\n  ").trimEnd()}

## 1.1.0

Nothing of the API.

## [v1.0.1-rc.1] - 2023-01-01

${facts("events", "2023-05-05.10")}
${facts("events", "2023-05-05.2")}
## The API before the first release of this package

${facts("events", "2020-01-01")}`;

it("has each version with the last revision told in it or before it", () => {
  expect(listReleases({ file: "CHANGELOG.md", text: TEXT }, "events")).toEqual([
    { version: "2.0.0", revision: "2024-01-02" },
    { version: "1.1.0", revision: "2023-05-05.10" },
    { version: "1.0.1-rc.1", revision: "2023-05-05.10" },
  ]);
});

it("knows no revision of a package that tells of none", () => {
  expect(listReleases({ file: "CHANGELOG.md", text: "# a\r\n\r\n## 1.0.0\r\n" }, "events")).toEqual([
    { version: "1.0.0", revision: undefined },
  ]);
});
