import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG, createWorkspace, modelText, type Workspace } from "./workspace.js";

/** Bytes that are no UTF-8, with a line end of Windows among them. */
const PNG = Buffer.from("89504e470d0a1a0a0000000dff", "hex");
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';
const WATERMARK = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>';

async function createSite(
  guides: object,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<Workspace> {
  const workspace = createWorkspace();
  const site = { title: "Ours", baseUrl: "https://docs.example.com/", guides };
  workspace.write("shapelog.config.json", JSON.stringify({ ...CONFIG, site }));
  workspace.write("models/events/model.json", modelText());
  for (const [path, content] of Object.entries(files)) {
    const full = join(workspace.folder, path);
    mkdirSync(join(full, ".."), { recursive: true });
    writeFileSync(full, content);
  }
  await workspace.run("record", "--date", "2017-11-28", "--no-changeset");
  return workspace;
}

describe("guides of a site", () => {
  it("are the Markdown files of a folder, with their images, in the order of the groups", async () => {
    const workspace = await createSite(
      {
        folder: "texts",
        groups: [{ title: "First steps", pages: ["deep/Set Up.md"] }],
        sourceUrl: "https://git.example.com/{path}",
      },
      {
        "texts/README.md": "# Index",
        "texts/deep/Set Up.md":
          "# Set up\n\n[on](../other.md) ![p](p.png) [index](../README.md) [code](../../models/events/model.json)",
        "texts/deep/p.png": PNG,
        "texts/other.md": "# Other\n\n![p](pictures/q.svg)",
        "texts/pictures/q.svg": SVG,
        "texts/note.txt": "no guide",
      },
    );
    expect(await workspace.run("site")).toMatchObject({ exit: 0, err: "" });
    const page = workspace.read("site/guides/deep/set-up/index.html");
    expect(page).toContain('<a href="../../other/">on</a>');
    expect(page).toContain('<a href="../../">index</a>');
    expect(page).toContain("https://git.example.com/models/events/model.json");
    const list = workspace.read("site/guides/index.html");
    expect(list.indexOf("First steps")).toBeLessThan(list.indexOf("More"));
    expect(readFileSync(join(workspace.folder, "site/guides/images/texts/deep/p.png"))).toEqual(PNG);
    expect(workspace.read("site/guides/images/texts/pictures/q.svg")).toBe(SVG);
    expect((await workspace.run("site")).out).toMatch(/^site: 0 files written/);
  });

  it("replace an image that is another one, and remove one that is gone", async () => {
    const workspace = await createSite(
      { folder: "texts" },
      { "texts/a.md": "# A\n\n![p](p.png)", "texts/p.png": PNG },
    );
    await workspace.run("site");
    const windows = Buffer.from(PNG.toString("latin1").replace("\r\n", "\n"), "latin1");
    writeFileSync(join(workspace.folder, "texts/p.png"), windows);
    expect((await workspace.run("site")).out).toMatch(/^site: 1 file written/);
    expect(readFileSync(join(workspace.folder, "site/guides/images/texts/p.png"))).toEqual(windows);
    workspace.write("texts/a.md", "# A");
    await workspace.run("site");
    expect(Object.keys(workspace.snapshot())).not.toContain("site/guides/images/texts/p.png");
  });

  it("tell where a link leads nowhere", async () => {
    const workspace = await createSite({ folder: "texts" }, { "texts/a.md": "# A\n\n[b](b.md)\n" });
    const { exit, err } = await workspace.run("site");
    expect(exit).toBe(0);
    expect(err).toContain("[site/broken-guide-link]");
    expect(err).toContain("texts/a.md:3:5");
  });

  it.each([
    ["a picture that runs something", "w.svg", "a script, an event handler or foreign content"],
    ["a file outside", "../../outside.png", "[site/broken-guide-link]"],
    ["a link that leads out", "link.png", "no regular file"],
    ["what is not there", "gone.png", "there is no such file"],
    ["what is no image", "a.html", "[site/broken-guide-link]"],
  ])("leave out %s", async (_, image, said) => {
    const workspace = await createSite(
      { folder: "texts" },
      { "texts/a.md": `# A\n\n![words](${image})\n`, "texts/w.svg": WATERMARK, "texts/a.html": "<p>" },
    );
    writeFileSync(join(workspace.folder, "..", "outside.png"), PNG);
    symlinkSync("/etc/passwd", join(workspace.folder, "texts/link.png"));
    const { err } = await workspace.run("site");
    rmSync(join(workspace.folder, "..", "outside.png"));
    expect(err).toContain(said);
    expect(workspace.read("site/guides/a/index.html")).toContain("words");
    expect(Object.keys(workspace.snapshot()).filter((path) => path.startsWith("site/guides/images"))).toEqual(
      [],
    );
  });

  it("name a page that is not there before anything is written", async () => {
    const groups = [{ title: "A", pages: ["gone.md"] }];
    const workspace = await createSite({ folder: "texts", groups }, { "texts/a.md": "# A" });
    const { exit, err } = await workspace.run("site");
    expect(exit).toBe(2);
    expect(err).toContain("[cli/guide-missing]");
    expect(Object.keys(workspace.snapshot()).filter((path) => path.startsWith("site/"))).toEqual([]);
  });

  it("are in no folder outside the configuration's", async () => {
    const workspace = await createSite({ folder: "../elsewhere" }, {});
    expect(await workspace.run("site")).toMatchObject({ exit: 2 });
  });

  it("have a page for each command, with all that its help says", async () => {
    const workspace = await createSite({ folder: "texts", commands: "Commands" }, { "texts/a.md": "# A" });
    await workspace.run("site");
    const { out } = await workspace.run("--help");
    const names = [...out.matchAll(/^ {2}([a-z-]+) \[/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== "help");
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const page = JSON.parse(workspace.read(`site/guides/commands/${name}/index.json`));
      const words = (text: string) => text.replace(/\s+/g, " ");
      const help = (await workspace.run(name ?? "", "--help")).out;
      const shown = words(workspace.read(`site/guides/commands/${name}/index.md`).replaceAll("\\", ""));
      const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, flag = ""]) => flag);
      expect(page.title).toBe(`shapelog ${name}`);
      for (const flag of flags) expect(shown, `${name} ${flag}`).toContain(flag);
      for (const [, example = ""] of help.matchAll(/^ {2}\$ (.*)$/gm))
        expect(shown).toContain(words(example.replaceAll("\\", "")));
    }
  });
});
