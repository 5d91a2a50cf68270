import { resolve } from "node:path";
import { findAcceptances, findFactsBlocks, type PlacedAcceptance } from "@shapelog/changelog";
import type { Acceptance, ComparisonSide } from "@shapelog/diff";
import { digestModel, type Ledger } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { findConfig } from "./config.js";
import { findServiceOfInput } from "./find-bump-scope.js";
import type { NamedPair } from "./inputs/list-compared.js";
import { readLedgerFolder } from "./inputs/read-ledger-folder.js";
import type { Compared } from "./inputs/resolve-inputs.js";
import { readServiceProse } from "./load-service.js";
import { type Outcome, succeeded } from "./outcome.js";
import { withoutValidationMetadata } from "./validation-metadata.js";

/**
 * Returns what was accepted of the changes between two models, where both are those of one service of the configuration:
 * in the entries of the revisions between them, and in what tells of these; of changes that are not recorded, in
 * changesets that tell of nothing recorded. What cannot be read accepts nothing, and is reported.
 */
export async function findAccepted(
  cwd: string,
  pair: NamedPair,
  sides: Compared<ComparisonSide>,
): Promise<Outcome<readonly Acceptance[]>> {
  const config = await findConfig(cwd);
  if (!config.ok) return succeeded([]);
  const of = [pair.before, pair.after].flatMap((input) => findServiceOfInput(cwd, config.value, input) ?? []);
  const [named] = of;
  if (!named || of.some(({ name }) => name !== named.name)) return succeeded([]);
  const ledger = await readLedgerFolder(cwd, named.name, resolve(config.value.root, named.service.ledger));
  if (!ledger.ok) return succeeded([], ledger.diagnostics);
  const prose = await readServiceProse(cwd, config.value, named.service);
  if (!prose.ok) return succeeded([], prose.diagnostics);
  return succeeded(findAcceptedBetween({ ledger: ledger.value, ...prose.value }, sides));
}

/** Where changes are recorded and told of. */
interface AcceptingTexts {
  readonly ledger: Ledger;
  readonly changelog: SourceText;
  readonly changesets: readonly SourceText[];
}

/** Returns what was accepted of the changes between two models of the service whose texts these are. */
export function findAcceptedBetween(
  { ledger, changelog, changesets }: AcceptingTexts,
  sides: Compared<ComparisonSide>,
): readonly Acceptance[] {
  const { acceptances } = findAcceptances({ ledger, changelog, changesets });
  if (acceptances.length === 0) return [];
  const span = findSpan(ledger, sides, changelog);
  return acceptances.filter((acceptance) => isAbout(acceptance, span));
}

/** What lies between two models of a service. */
interface Span {
  readonly revisions: ReadonlySet<string>;
  /** Whether there are changes in it that are not recorded. */
  readonly isOpen: boolean;
}

function isAbout({ revisions }: PlacedAcceptance, span: Span): boolean {
  return revisions.length === 0 ? span.isOpen : revisions.some((id) => span.revisions.has(id));
}

/** A model before that the ledger does not have is taken for the one that was released last. */
function findSpan(
  { service, revisions }: Ledger,
  { before, after }: Compared<ComparisonSide>,
  changelog: SourceText,
): Span {
  const digests = [before, after].map(({ model }) => digestModel(withoutValidationMetadata(model)));
  const known = revisions.map((revision) => revision.after);
  const to = known.lastIndexOf(digests[1] ?? "");
  const isOpen = to === -1;
  const end = isOpen ? known.length : to + 1;
  const from = known.slice(0, end).lastIndexOf(digests[0] ?? "");
  if (from === -1 && known.includes(digests[0] ?? "")) return { revisions: new Set(), isOpen: false }; // back in time
  const released = findReleased(service, changelog);
  const start = (from === -1 ? revisions.findLastIndex(({ id }) => released.has(id)) : from) + 1;
  return { revisions: new Set(revisions.slice(start, end).map(({ id }) => id)), isOpen };
}

function findReleased(service: string, changelog: SourceText): ReadonlySet<string> {
  const own = findFactsBlocks(changelog).blocks.filter((block) => block.service === service);
  return new Set(own.map(({ revision }) => revision));
}
