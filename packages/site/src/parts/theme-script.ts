/**
 * Sets the reader's stored theme, and the language of samples, before the page is painted. The one inline script; the
 * policy knows its hash.
 */
export const THEME_SCRIPT =
  'try{var d=document.documentElement.dataset,s=localStorage,t=s.getItem("theme");if(t==="light"||t==="dark")d.theme=t;d.lang=new URLSearchParams(location.search).get("lang")||s.getItem("lang")||"package"}catch{d.lang="package"}';

/** The SHA-256 of {@link THEME_SCRIPT} as a content security policy has it; a test works it out anew. */
export const THEME_SCRIPT_HASH = "sha256-4Xg7c0ZXviLn1MsQIcR47bbR6H0Nnr1+KBxrZdGs/I4=";
