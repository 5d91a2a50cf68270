import type { Location, WithDiagnostics } from "@shapelog/diagnostics";
import type { AcceptedFinding, Ledger, Revision } from "@shapelog/ledger";
import type { SourceText } from "@shapelog/model";
import { findAcceptComments } from "./accept-comments.js";
import { findFactsBlocks } from "./find-facts-blocks.js";
import { findSections } from "./find-sections.js";

/** Where findings of a service are accepted. */
export interface AcceptanceSources {
  readonly ledger: Ledger;
  readonly changelog: SourceText;
  readonly changesets: readonly SourceText[];
  /** Returns the file of a revision as shown to people. Default: its id with `.json`. */
  readonly fileOf?: (revision: Revision) => string;
}

/** A finding of a service that was accepted. */
export interface PlacedAcceptance extends AcceptedFinding {
  /**
   * The ids of the revisions of which it can be a finding: that of its entry in the ledger, or those that its changeset
   * or its version of the changelog tells of. None where that tells of none: it is of what is not recorded yet.
   */
  readonly revisions: readonly string[];
  readonly location: Location;
}

/** What {@link findAcceptances} returns. */
export interface FoundAcceptances extends WithDiagnostics {
  /** Those of the ledger first, then those of the changelog and of changesets. */
  readonly acceptances: readonly PlacedAcceptance[];
}

/** Returns the findings of a service that were accepted, in the ledger, a changelog or a changeset. */
export function findAcceptances(sources: AcceptanceSources): FoundAcceptances {
  const { ledger, changelog, changesets, fileOf = ({ id }) => `${id}.json` } = sources;
  const recorded = ledger.revisions.flatMap((revision) =>
    (revision.accepted ?? []).map((accepted, index): PlacedAcceptance => {
      const location = { file: fileOf(revision), pointer: `/accepted/${index}` };
      return { ...accepted, revisions: [revision.id], location };
    }),
  );
  const told = [changelog, ...changesets].map((source) =>
    findTold(ledger.service, source, source === changelog),
  );
  return {
    acceptances: [...recorded, ...told.flatMap(({ acceptances }) => acceptances)],
    diagnostics: told.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** What stands in a version of a changelog is about the revisions of that version alone. */
function findTold(service: string, source: SourceText, isChangelog: boolean): FoundAcceptances {
  const { comments, diagnostics } = findAcceptComments(source);
  const own = comments.filter((comment) => comment.service === service);
  if (own.length === 0) return { acceptances: [], diagnostics };
  const blocks = findFactsBlocks(source).blocks.filter((block) => block.service === service);
  const sections = isChangelog ? findSections(source) : [];
  const acceptances = own.map(({ service: _, ...comment }): PlacedAcceptance => {
    const { offset = 0 } = comment.location;
    const section = sections.find((each) => each.offset <= offset && offset < each.end);
    const about = blocks.filter(
      (block) => !section || (section.offset <= block.offset && block.offset < section.end),
    );
    return { ...comment, revisions: about.map(({ revision }) => revision) };
  });
  return { acceptances, diagnostics };
}

/** Returns a ledger whose revisions have all that was accepted of them, wherever that stands. */
export function withAcceptances(ledger: Ledger, acceptances: readonly PlacedAcceptance[]): Ledger {
  if (acceptances.length === 0) return ledger;
  const revisions = ledger.revisions.map((revision): Revision => {
    const own = acceptances.filter((acceptance) => acceptance.revisions.includes(revision.id));
    const accepted = own.map(({ revisions: _, location: __, ...about }) => about);
    if (accepted.length === 0) return revision;
    const { seal: _, ...about } = revision; // it is of what the revision's file says
    return { ...about, accepted };
  });
  return { ...ledger, revisions };
}
