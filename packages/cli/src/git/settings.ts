/** A setting that git is given on its command line, which outranks every file of configuration. */
export interface Override {
  readonly name: string;
  readonly value: string;
  /** What git would do by it. */
  readonly why: string;
}

/** A command that ends at once and does nothing. */
const NOTHING = "false";

/**
 * What a repository's configuration could have git start, and what it is told in its place. From git-config(1) and the
 * pages of the commands, of git 2.39. Where a program is taken for granted and has an empty value, git takes that as
 * none; `core.alternateRefsCommand` has to be a command, as git appends an argument to it.
 */
export const OVERRIDES: readonly Override[] = [
  // Programs that any command may come to.
  { name: "core.fsmonitor", value: "", why: "a program asked for changed files when the index is read" },
  { name: "core.hooksPath", value: "/dev/null", why: "the folder of hooks" },
  { name: "core.pager", value: "cat", why: "a program that shows what is printed to a terminal" },
  { name: "core.editor", value: ":", why: "a program for writing messages" },
  { name: "sequence.editor", value: ":", why: "a program for editing a list of commits" },
  { name: "core.askPass", value: "", why: "a program that asks for a password" },
  { name: "credential.helper", value: "", why: "programs that know passwords; an empty one clears the list" },
  {
    name: "core.alternateRefsCommand",
    value: NOTHING,
    why: "a program that lists another repository's refs",
  },
  // Signatures.
  { name: "log.showSignature", value: "false", why: "has git log check signatures with the programs below" },
  { name: "gpg.program", value: NOTHING, why: "a program that checks OpenPGP signatures" },
  { name: "gpg.openpgp.program", value: NOTHING, why: "the same by its other name" },
  { name: "gpg.x509.program", value: NOTHING, why: "a program that checks X.509 signatures" },
  { name: "gpg.ssh.program", value: NOTHING, why: "a program that checks SSH signatures" },
  { name: "gpg.ssh.defaultKeyCommand", value: NOTHING, why: "a program that names the key to sign with" },
  // Differences.
  { name: "diff.external", value: NOTHING, why: "a program that prints differences" },
  { name: "interactive.diffFilter", value: NOTHING, why: "a program that colours differences" },
  // Other repositories, and what programs fetch from them.
  { name: "core.sshCommand", value: NOTHING, why: "a program in place of ssh" },
  { name: "uploadpack.packObjectsHook", value: NOTHING, why: "a program in place of git pack-objects" },
  { name: "init.templateDir", value: "", why: "a folder whose hooks come into new repositories" },
  {
    name: "fetch.parallel",
    value: "-1",
    why: "git fetches what a partial clone lacks; git fetch ends where it reads this, also in a git that does not know GIT_NO_LAZY_FETCH",
  },
  {
    name: "protocol.allow",
    value: "never",
    why: "every protocol, also one that a program git-remote-… speaks",
  },
  { name: "protocol.ext.allow", value: "never", why: "a URL that is a command" },
  { name: "protocol.file.allow", value: "never", why: "another repository on this machine" },
  { name: "protocol.git.allow", value: "never", why: "the network, through core.gitProxy" },
  { name: "protocol.http.allow", value: "never", why: "the network" },
  { name: "protocol.https.allow", value: "never", why: "the network" },
  { name: "protocol.ssh.allow", value: "never", why: "the network, through ssh" },
  // What makes a history look like another one.
  { name: "core.useReplaceRefs", value: "false", why: "objects that stand for others" },
  { name: "advice.graftFileDeprecated", value: "false", why: "a hint about the grafts that are left out" },
];

/** Settings of any name in a section, which cannot be outranked one by one. */
export interface UnreachedSettings {
  /** As git's documentation writes them, such as `filter.<driver>.clean`. */
  readonly names: readonly string[];
  /** What git does by them, and so what is never asked of it here. */
  readonly readers: string;
}

/**
 * Settings that name programs and stay as they are, since no command that is started here reads them: only
 * `cat-file`, `config --get`, `diff-tree`, `for-each-ref`, `merge-base`, `rev-list` and `rev-parse` are, none of which runs a
 * program by itself.
 */
export const UNREACHED: readonly UnreachedSettings[] = [
  { names: ["alias.*"], readers: "commands that git does not have itself" },
  { names: ["pager.<cmd>"], readers: "output to a terminal; --no-pager outranks it" },
  {
    names: ["filter.<driver>.clean", "filter.<driver>.smudge", "filter.<driver>.process"],
    readers: "files of the work tree: add, checkout, diff, status, archive, cat-file --filters",
  },
  {
    names: ["diff.<driver>.command", "diff.<driver>.textconv"],
    readers:
      "differences as text, blame, grep, cat-file --textconv; --no-ext-diff and --no-textconv outrank them",
  },
  { names: ["merge.<driver>.driver"], readers: "merges" },
  {
    names: ["difftool.<tool>.cmd", "difftool.<tool>.path", "mergetool.<tool>.cmd", "mergetool.<tool>.path"],
    readers: "difftool, mergetool",
  },
  {
    names: ["remote.<name>.uploadpack", "remote.<name>.receivepack", "remote.<name>.vcs"],
    readers: "fetch, push: no protocol is allowed",
  },
  { names: ["core.gitProxy"], readers: "the protocol git; GIT_PROXY_COMMAND outranks it" },
  { names: ["credential.<url>.helper"], readers: "fetch, push: no protocol is allowed" },
  { names: ["submodule.<name>.update"], readers: "submodule update" },
  { names: ["trailer.<token>.cmd", "trailer.<token>.command"], readers: "interpret-trailers, commit" },
  { names: ["tar.<format>.command"], readers: "archive" },
  { names: ["hook.<name>.command"], readers: "hooks, of which none of these commands has one" },
  {
    names: ["browser.<tool>.cmd", "browser.<tool>.path", "man.<tool>.cmd", "man.<tool>.path"],
    readers: "help",
  },
  { names: ["instaweb.httpd", "instaweb.browser"], readers: "instaweb" },
  { names: ["guitool.<name>.cmd"], readers: "gui" },
  {
    names: [
      "imap.tunnel",
      "sendemail.smtpServer",
      "sendemail.sendmailCmd",
      "sendemail.toCmd",
      "sendemail.ccCmd",
    ],
    readers: "imap-send, send-email",
  },
];
