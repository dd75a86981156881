import { documentFontFamily, webFontFace } from './document-fonts.js';

/**
 * The look of an HTML document: screen and print. It stands inside the page with the typeface that charts are measured
 * in, so that a saved file keeps its look; `withStyleHash` lets a content policy allow exactly this text and nothing else.
 */
export const documentStylesheet = `
${webFontFace}
:root{--brand:#0b3a4f;--action:#0b5a7a;--action-hover:#073f57;--ink:#1a2530;--muted:#52606b;--tint:#eef5f8;--line:#d5dce1;--attention:#b25a00}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;color:var(--ink);background:#fff;font:1.125rem/1.5 '${documentFontFamily}','Segoe UI','Helvetica Neue',Arial,sans-serif;overflow-wrap:break-word}
.skip{position:absolute;left:-999rem;padding:.75rem 1rem;background:#fff;color:var(--action)}
.skip:focus{left:1rem;top:1rem;z-index:1}
:focus-visible{outline:3px solid #0b0c0c;outline-offset:2px;box-shadow:0 0 0 6px #ffd54a}
.draft-mark{margin:0;max-width:none;padding:.5rem 1rem;background:#fdefd8;color:#7a3e00;text-align:center;font-weight:600;position:sticky;top:0}
.cover{background:var(--brand);color:#fff}
.inner{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
.cover .inner{padding-top:4rem;padding-bottom:2.5rem}
.cover p{margin:0 0 .5rem}
.cover h1{margin:2.5rem 0 .75rem;font-size:clamp(2rem,6vw,3rem);line-height:1.15;font-weight:600}
.cover .subtitle{font-size:1.25rem;color:#dbe9f0;max-width:42rem}
.cover .status{margin-top:2.5rem;font-weight:600}
main{padding-bottom:4rem}
h2,h3,h4{color:var(--brand);font-weight:600;line-height:1.25;overflow-wrap:anywhere}
h2{margin:4rem 0 1rem;padding-top:.75rem;font-size:1.75rem;position:relative}
h2::before{content:'';position:absolute;top:0;left:0;width:4rem;border-top:3px solid var(--action)}
h2 .number{color:var(--action);margin-right:.5rem}
h3{margin:2.5rem 0 .5rem;font-size:1.375rem}
h4{margin:2rem 0 .5rem;font-size:1.125rem}
p,ul,ol{max-width:42rem;margin:0 0 1rem}
li p{margin:0 0 .25rem}
a{color:var(--action);text-underline-offset:.15em}
a:hover{color:var(--action-hover);text-decoration-thickness:2px}
.contents ol{list-style:none;padding:0}
.contents ol ol{padding-left:2rem}
.contents li{margin:.25rem 0}
.contents a{display:block;padding-left:2rem;text-indent:-2rem}
.contents .number{display:inline-block;min-width:2rem;text-indent:0;color:var(--action)}
dl.colophon{display:grid;grid-template-columns:minmax(7rem,14rem) minmax(0,1fr);max-width:60rem;margin:0 0 1rem;border-top:1px solid var(--line)}
dl.colophon>div{display:contents}
dl.colophon dt,dl.colophon dd{margin:0;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
dl.colophon dt{color:var(--muted)}
.notice{max-width:60rem;padding:1rem 1.25rem;background:var(--tint);border-left:4px solid var(--action)}
dl.key-figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem;margin:1.5rem 0;max-width:60rem}
dl.key-figures>div{padding:1rem;background:var(--tint);border-top:3px solid var(--action)}
dl.key-figures dt{font-size:1rem}
dl.key-figures dd{margin:0}
dl.key-figures .value{font-size:1.75rem;line-height:1.25;font-weight:600;color:var(--brand);font-variant-numeric:tabular-nums}
dl.key-figures .note{font-size:1rem;color:var(--muted)}
figure{margin:2rem 0}
figure svg{display:block;max-width:100%;height:auto;overflow:visible}
.wide{font-size:.9375rem}
.wide th,.wide td{padding:.5rem}
figcaption,caption{font-weight:600;color:var(--brand);text-align:left;padding:.5rem 0}
.kind{color:var(--action);margin-right:.5rem}
.table{margin:2rem 0;max-width:60rem}
.table:has(.wide){max-width:none}
.table.short{max-width:30rem}
.scroll{position:relative;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:1rem;font-variant-numeric:tabular-nums}
th,td{padding:.5rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{background:var(--tint);color:var(--brand);font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--brand)}
tbody th{font-weight:400}
.hint{display:none}
.numeric{text-align:right}
td.numeric{white-space:nowrap}
.source,.empty{font-size:1rem;color:var(--muted);margin:.5rem 0 0;max-width:none}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (max-width:48rem){
.scrolls table{min-width:44rem}
.scrolls .hint{display:block;margin:0 0 .25rem;font-size:1rem;color:var(--muted)}
.scrolls .scroll{border-right:1px dashed var(--muted)}
.scrolls caption{position:sticky;left:0;width:min(100%,calc(100vw - 3rem))}
.table:not(.scrolls) :is(th,td){padding:.5rem .375rem;overflow-wrap:anywhere}
}
@media print{
@page{size:A4;margin:20mm 18mm}
body{font-size:10.5pt}
.skip{display:none}
.draft-mark{position:static}
.cover{break-after:page;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.cover .inner{padding:3rem 2rem}
.inner{max-width:none;padding:0}
h2,h3,h4,caption{break-after:avoid}
figure,tr,.notice,.key-figures>div{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt}
.scroll{overflow:visible}
a{color:inherit}
}
`;
