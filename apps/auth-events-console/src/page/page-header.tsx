import { FolderOpen, Monitor, Moon, Sun, X } from "lucide-react";
import { useState } from "react";
import { Button, FileTrigger, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { shortenText } from "../events/visible-text.js";
import type { Snapshot, Source } from "../state/snapshot.js";

interface PageHeaderProps {
  readonly snapshot: Snapshot;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** What the page is, whose events it shows, and what holds for all of it. */
export function PageHeader({ snapshot, onFile, onClose }: PageHeaderProps) {
  const { source } = snapshot;
  return (
    <header className="page-header">
      <div className="brand">
        <img src="/icon.svg" alt="" width="22" height="22" />
        <h1>Auth events</h1>
      </div>
      {source ? <SourceName source={source} /> : null}
      <div className="header-actions">
        {source ? (
          <>
            <FileTrigger onSelect={(files) => files?.[0] && onFile(files[0])}>
              <Button className="button" aria-label="Open an export">
                <FolderOpen size={16} aria-hidden="true" />
                <span className="wide-only">Open</span>
              </Button>
            </FileTrigger>
            <Button className="button" onPress={onClose} aria-label="Close, and choose other events">
              <X size={16} aria-hidden="true" />
              <span className="wide-only">Close</span>
            </Button>
          </>
        ) : null}
        <ThemeMenu />
      </div>
    </header>
  );
}

function SourceName({ source }: { readonly source: Source }) {
  const [name, place] =
    source.kind === "file"
      ? [source.name, ""]
      : [
          source.target.user,
          `${source.target.pool} · ${hostOf(source.target.endpoint, source.target.region)}`,
        ];
  return (
    <p className="source-name">
      <bdi className="source-user">{shortenText(name, 80)}</bdi>
      {place === "" ? null : <bdi className="source-place">{shortenText(place, 120)}</bdi>}
    </p>
  );
}

function hostOf(endpoint: string, region: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).host : region;
}

const THEMES = { system: Monitor, light: Sun, dark: Moon } as const;
type Theme = keyof typeof THEMES;
const LABELS = { system: "As the system", light: "Light", dark: "Dark" } as const satisfies Record<
  Theme,
  string
>;

function ThemeMenu() {
  const [theme, setTheme] = useState<Theme>(() => readTheme());
  const Icon = THEMES[theme];
  return (
    <MenuTrigger>
      <Button className="button icon" aria-label={`Theme: ${LABELS[theme]}`}>
        <Icon size={16} aria-hidden="true" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Theme"
          selectionMode="single"
          selectedKeys={[theme]}
          disallowEmptySelection
          onAction={(key) => setTheme(keepTheme(key))}
        >
          {Object.entries(LABELS).map(([key, label]) => (
            <MenuItem key={key} id={key} className="menu-choice">
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function keepTheme(key: unknown): Theme {
  const { dataset } = document.documentElement;
  if (key === "light" || key === "dark") dataset.theme = key;
  else delete dataset.theme;
  try {
    localStorage.setItem("theme", String(key));
  } catch {
    // Storage can be off; the theme holds until the page is left.
  }
  return readTheme();
}
