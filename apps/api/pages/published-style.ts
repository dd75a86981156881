/** Colours and sizes as everywhere in Weerbaar, with the colours of the organisation; see apps/web/src/theme. */
export const publishedStyle = `
@font-face { font-family: 'Source Sans 3'; font-weight: 200 900; font-display: swap; src: url('/published/font.woff2') format('woff2'); }
:root { --brand: var(--house-brand, #0b3a4f); --action: var(--house-action, #0b5a7a); --action-hover: color-mix(in srgb, var(--action), #000 30%); color: #1a2530; background: #fff; font: 1.125rem/1.5 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; }
* { box-sizing: border-box; }
body { display: flex; flex-direction: column; min-height: 100vh; margin: 0; overflow-wrap: break-word; }
.skip { position: absolute; left: -999rem; padding: 0.75rem 1rem; background: #fff; }
.skip:focus { left: 1rem; top: 1rem; }
.frame { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
.row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem 2rem; }
.top { border-bottom: 0.25rem solid var(--brand); font-size: 1rem; }
.organisation, .organisation:hover { display: inline-flex; align-items: center; gap: 1rem; padding: 1.375rem 0; color: inherit; text-decoration: none; }
.organisation-name, .organisation-purpose { display: block; line-height: 1.3; }
.organisation-name { color: var(--brand); font-size: 1.125rem; font-weight: 650; }
.organisation-purpose { color: #52606b; }
.mark { flex: none; }
img.mark { height: 2.625rem; max-width: 10rem; object-fit: contain; }
.mark-ground { fill: var(--brand); }
.mark-sign { fill: none; stroke: #fff; stroke-linecap: round; stroke-linejoin: round; stroke-width: 4; }
main.frame { flex: 1; padding-top: 1.5rem; padding-bottom: 4rem; }
main > * { max-width: 60rem; }
.bottom { background: var(--brand); color: #fff; font-size: 1rem; }
.bottom .row { min-height: 5.5rem; padding-top: 1rem; padding-bottom: 1rem; }
.bottom ul { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; list-style: none; margin: 0; padding: 0; }
.bottom a, .bottom a:hover { color: #fff; }
h1, h2, h3 { font-weight: 650; line-height: 1.25; }
h1 { font-size: clamp(2rem, 1.6rem + 1.8vw, 2.5rem); line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.625rem; margin: 2.5rem 0 1rem; }
h3 { font-size: 1.375rem; margin: 0; }
main > .lead { max-width: 42rem; }
article { border: 1px solid #d5dce1; border-radius: 6px; padding: 1.25rem 1.5rem; margin: 0 0 1rem; }
article p { margin: 0.25rem 0 0.75rem; color: #52606b; }
.files { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; list-style: none; margin: 0; padding: 0; }
a { color: var(--action); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover { color: var(--action-hover); text-decoration-thickness: 2px; }
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
