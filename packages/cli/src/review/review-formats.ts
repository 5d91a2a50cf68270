/** The formats of a review. */
export const REVIEW_FORMATS = ["text", "markdown", "json", "github"] as const;

export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
