// In a module of their own, bundlers write these numbers where they are used.

/** The most errors, and the most drifts, that are kept: what a hostile value costs is bounded. */
export const FAILURE_LIMIT = 100;

/** How many characters of a value are told. */
export const VALUE_LIMIT = 40;

/** How many characters of a name in a path are told, and of a pattern. */
export const NAME_LIMIT = 60;
export const PATTERN_LIMIT = 80;

/** How many characters of a long path are told of its start, and of its end. */
export const PATH_PART = 200;

/** How many of an enum's values, or of a structure's members, are told. */
export const LIST_LIMIT = 12;
