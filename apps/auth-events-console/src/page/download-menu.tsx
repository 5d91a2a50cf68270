import { Download } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { downloadEvents, FORMATS, type Format } from "../export/download-events.js";
import type { Snapshot } from "../state/snapshot.js";

/** Takes what is narrowed down away as a file. */
export function DownloadMenu({ snapshot: { answer, events } }: { readonly snapshot: Snapshot }) {
  const count = answer?.order.length ?? 0;
  const save = (format: Format) => answer && void downloadEvents(events, answer.order, format);
  return (
    <MenuTrigger>
      <Button className="button download" isDisabled={count === 0}>
        <Download size={14} aria-hidden="true" /> Download
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="Download">
          <MenuItem className="menu-choice" onAction={() => save("csv")}>
            {describe("csv", count)}
          </MenuItem>
          <MenuItem className="menu-choice" onAction={() => save("json")}>
            {describe("json", count)}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function describe(format: Format, count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"} as ${FORMATS[format].label}`;
}
