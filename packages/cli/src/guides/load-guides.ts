import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import { findGuideFiles, type Guide, type GuideSet } from "@shapelog/site";
import type { Config, GuideGroupConfig, GuidesConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { isInside } from "../files/inside-folder.js";
import { listFiles } from "../files/list-files.js";
import { readText } from "../files/read-text.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { type GuideImage, isImage, readGuideImage } from "./guide-images.js";

/** The guides of a site, and the images that they show. */
export interface LoadedGuides {
  readonly set: GuideSet;
  readonly images: readonly GuideImage[];
}

/** What guides are read with. */
export interface LoadGuidesOptions {
  readonly cwd: string;
  readonly config: Config;
  /** Returns a guide for each command, under a heading. */
  readonly describeCommands: (group: string) => readonly Guide[];
}

const NONE: LoadedGuides = { set: { guides: [] }, images: [] };
const REST = "More";
const ALL = "Guides";
/** The page that lists a folder's others. */
const INDEX = /^(?:.*\/)?(?:readme|index)\.md$/i;

/**
 * Reads the guides that the configuration names: the Markdown files of a folder, in its groups' order, with the images in
 * the repository that they show, and where the other files that they lead to can be read.
 */
export async function loadGuides(options: LoadGuidesOptions): Promise<Outcome<LoadedGuides>> {
  const { cwd, config, describeCommands } = options;
  const { guides: named } = config.site;
  if (!named) return succeeded(NONE);
  const { folder, groups, commands } = named;
  if (!isInside(config.root, folder)) return failed(outsideFolder(folder));
  const names = await listFiles(resolve(config.root, folder), (name) => name.startsWith("."));
  const texts = names.filter((name) => name.endsWith(".md"));
  const planned = planGuides(texts, groups);
  if (planned.missing.length > 0)
    return failed(
      cliDiagnostics.create("guide-missing", { file: config.file }, { folder, pages: planned.missing }),
    );
  const guides: Guide[] = [];
  for (const { name, group } of planned.pages) {
    const source = await readText(cwd, resolve(config.root, folder, name));
    if (!source.ok) return source;
    const file = `${trimSlash(folder)}/${name}`;
    guides.push({ id: guideId(name), group, markdown: source.value.text, file });
  }
  if (commands !== undefined) guides.push(...describeCommands(commands));
  return succeededWithTargets(options, named, guides, texts);
}

function outsideFolder(folder: string): Diagnostic {
  const option = `The folder of guides "${folder}"`;
  return cliDiagnostics.create("bad-option", undefined, {
    option,
    reason: "expected one inside the configuration's folder",
  });
}

/** A file and the heading that it stands under. */
interface PlannedGuide {
  readonly name: string;
  readonly group: string;
}

interface Plan {
  readonly pages: readonly PlannedGuide[];
  /** What groups name and the folder has not. */
  readonly missing: readonly string[];
}

/** Groups name pages; what none of them names follows at the end. */
function planGuides(texts: readonly string[], groups: readonly GuideGroupConfig[] = []): Plan {
  const pages: PlannedGuide[] = [];
  const named = new Set<string>();
  for (const { title, pages: names } of groups) {
    for (const name of names) {
      if (!named.has(name)) pages.push({ name, group: title });
      named.add(name);
    }
  }
  const others = texts.filter((name) => !named.has(name) && !INDEX.test(name));
  const group = groups.length === 0 ? ALL : REST;
  return {
    pages: [...pages, ...others.map((name) => ({ name, group }))],
    missing: [...named].filter((name) => !texts.includes(name)),
  };
}

/** Returns the part of a guide's address that its file's name gives. */
function guideId(name: string): string {
  return name
    .replace(/\.md$/, "")
    .split("/")
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .join("/");
}

/** Adds what the guides' links lead to besides each other. */
function succeededWithTargets(
  { config }: LoadGuidesOptions,
  { folder, sourceUrl }: GuidesConfig,
  guides: readonly Guide[],
  texts: readonly string[],
): Outcome<LoadedGuides> {
  const targets = new Map<string, string>();
  for (const name of texts) if (INDEX.test(name)) targets.set(`${trimSlash(folder)}/${name}`, "/guides/");
  const images = new Map<string, GuideImage>();
  const diagnostics: Diagnostic[] = [];
  for (const guide of guides) {
    for (const file of findGuideFiles(guide)) {
      if (targets.has(file) || !isInside(config.root, file)) continue;
      if (isImage(file)) {
        const image = readGuideImage(config.root, file);
        if (image.ok) {
          images.set(file, image.value);
          targets.set(file, `/${image.value.path}`);
        } else diagnostics.push(...image.diagnostics);
      } else if (sourceUrl !== undefined && existsSync(resolve(config.root, file))) {
        const path = file.split("/").map(encodeURIComponent).join("/");
        targets.set(file, sourceUrl.replaceAll("{path}", path));
      }
    }
  }
  return succeeded({ set: { guides, targets }, images: [...images.values()] }, diagnostics);
}

function trimSlash(folder: string): string {
  return folder.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
}
