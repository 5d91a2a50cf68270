/** Sets the reader's stored theme before the page is painted. The one inline script; the policy knows its hash. */
export const THEME_SCRIPT =
  'try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/** The SHA-256 of {@link THEME_SCRIPT} as a content security policy has it; a test works it out anew. */
export const THEME_SCRIPT_HASH = "sha256-xZDGxz8r6M96Gito4ucEIgczrFtVNd9o2WD5L0P3UyI=";
