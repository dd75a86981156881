/** Colours and sizes as everywhere in Weerbaar; see docs/architecture.md. */
export const publishedStyle = `
:root { color: #1a2530; background: #fff; font: 1.125rem/1.5 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; }
body { margin: 0; }
header { background: #0b3a4f; color: #fff; padding: 1rem clamp(1rem, 4vw, 2.5rem); }
header p { margin: 0 auto; max-width: 60rem; font-weight: 650; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; }
h1 { font-size: clamp(2rem, 5vw, 2.5rem); line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.625rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1.375rem; margin: 0; }
.lead { max-width: 42rem; }
article { border: 1px solid #d5dce1; border-radius: 6px; padding: 1.25rem 1.5rem; margin: 0 0 1rem; }
article p { margin: 0.25rem 0 0.75rem; color: #52606b; }
.files { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; list-style: none; margin: 0; padding: 0; }
a { color: #0b5a7a; text-underline-offset: 0.15em; }
a:hover { color: #073f57; }
a:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; box-shadow: 0 0 0 6px #ffd54a; }
small { color: #52606b; font-size: 1rem; }
.mails { list-style: none; margin: 0; padding: 0; }
.mails li { border-bottom: 1px solid #d5dce1; padding: 0.75rem 0; overflow-wrap: anywhere; }
.mails small { display: block; }
.mail { border: 1px solid #d5dce1; border-radius: 6px; padding: 1.25rem 1.5rem; overflow-wrap: anywhere; }
.as-typed { margin: 0; white-space: pre-wrap; font: inherit; }
.source { overflow-x: auto; font: 1rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; overflow-wrap: anywhere; }
dt { color: #52606b; }
dd { margin: 0; min-width: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;
