import type { Drift } from "@shapelog/cognito-identity-provider/validators/sdk";
import { CircleCheck, FileWarning, Telescope } from "lucide-react";
import { Button, Dialog, DialogTrigger, Heading, Popover, Switch } from "react-aria-components";
import type { DriftSummary } from "../data/drift-tally.js";
import type { ProblemSummary } from "../data/messages.js";
import { shortenText } from "../events/visible-text.js";

interface DriftBannerProps {
  readonly drift: DriftSummary;
  readonly problems: ProblemSummary;
  /** How many events there are. */
  readonly count: number;
  readonly isNarrowed: boolean;
  readonly onNarrow: (isNarrowed: boolean) => void;
}

/** Says what of the events the model does not know. It always has its place, so that nothing jumps when it fills. */
export function DriftBanner({ drift, problems, count, isNarrowed, onNarrow }: DriftBannerProps) {
  const [first, ...more] = drift.counts;
  return (
    <div className={first ? "banner drift" : "banner"} role="status">
      {first ? <Telescope size={16} aria-hidden="true" /> : <CircleCheck size={16} aria-hidden="true" />}
      <p className="banner-text">
        {first ? (
          <>
            <strong>Not in this page’s model:</strong> <bdi>{describeDrift(first.drift)}</bdi>
            {` × ${first.count.toLocaleString("en")}`}
            {more.length > 0 ? `, and ${more.length} more` : ""}
          </>
        ) : (
          describeNoDrift(count)
        )}
      </p>
      {first ? (
        <DialogTrigger>
          <Button className="button small">What, and where</Button>
          <Popover className="popover" placement="bottom end">
            <Dialog className="drift-dialog">
              <Heading slot="title">Not in this page’s model</Heading>
              <p>
                The service is newer than the package this page was built with, or a record is older. Such
                events are shown and counted like all others; a newer package gives the values names.
              </p>
              <Switch className="switch" isSelected={isNarrowed} onChange={onNarrow}>
                <span className="switch-track" aria-hidden="true" />
                Show these events alone
              </Switch>
              <DriftTable drift={drift} />
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : null}
      {problems.count > 0 ? <ProblemDialog problems={problems} /> : null}
    </div>
  );
}

function describeNoDrift(count: number): string {
  return count === 0
    ? "Values that this page’s model does not know will be told here."
    : "Every value is in this page’s model.";
}

function describeDrift({ path, kind, value }: Drift): string {
  const place = path.split(".").at(-1) ?? path;
  const name = value === undefined ? "(hidden)" : shortenText(String(value), 40);
  return kind === "unknown-member" ? `member ${name}` : `${place} “${name}”`;
}

function DriftTable({ drift }: { readonly drift: DriftSummary }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="drift-scroll" aria-label="Values and members" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">Times</th>
          </tr>
        </thead>
        <tbody>
          {drift.counts.map(({ drift: one, count }) => (
            <tr key={JSON.stringify([one.path, one.kind, one.value])}>
              <td>
                <bdi>{one.value === undefined ? "(hidden)" : shortenText(String(one.value), 80)}</bdi>
                <span className="muted">{one.kind === "unknown-member" ? " member" : ""}</span>
              </td>
              <td>
                <code>{shortenText(one.path, 120)}</code>
              </td>
              <td className="number">{count.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {drift.others > 0 ? <p>{drift.others.toLocaleString("en")} more are not listed.</p> : null}
    </section>
  );
}

function ProblemDialog({ problems }: { readonly problems: ProblemSummary }) {
  const title = `${problems.count.toLocaleString("en")} not readable`;
  return (
    <DialogTrigger>
      <Button className="button small problems">
        <FileWarning size={14} aria-hidden="true" /> {title}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="drift-dialog">
          <Heading slot="title">{title}</Heading>
          <p>These do not fit the model and are left out. All others are shown.</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
          <section className="drift-scroll" aria-label="Problems" tabIndex={0}>
            <ul>
              {problems.first.map((problem) => (
                <li key={problem}>{shortenText(problem, 300)}</li>
              ))}
            </ul>
            {problems.count > problems.first.length ? <p>More are not listed.</p> : null}
          </section>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
