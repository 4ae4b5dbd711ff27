// How the handbook and the letters look, on paper and in the preview. Paper size and margins at the page's edge are added by
// whoever prints (`--page-width`, `--page-height`); fonts are named here and loaded by the printer or by the preview.
import { letterStyle } from './letter-style.ts'

// Figures and letters are printed as the glyphs their characters have in the font: tabular alternates and ligatures look no
// better here, and many readers of PDF can't search or copy them. Source Serif's own figures are all of one width, so they
// set the columns of tables.
const text = `
:root {
  --ink: #1d2321; --soft: #5f6865; --line: #d5dad7; --faint: #e9edeb; --teal: #0d6461; --tint: #edf4f3;
  --amber: #8a4b00; --amber-tint: #fdf1dc; --amber-line: #d08a2e;
  --page-width: 210mm; --page-height: 297mm; --indent: 34mm;
  --sans: Inter, 'Helvetica Neue', Arial, sans-serif;
  --serif: 'Source Serif 4', Georgia, serif;
}
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: var(--ink); font: 10.4pt/1.52 var(--serif); font-optical-sizing: auto; font-kerning: normal; font-variant-ligatures: none; text-rendering: geometricPrecision; }
p { margin: 0 0 2.6mm; text-wrap: pretty; orphans: 3; widows: 3; }
h1, h2, h3 { font-family: var(--sans); line-height: 1.22; margin: 0; break-after: avoid; break-inside: avoid; text-wrap: balance; }
h1 { font: 600 21pt/1.16 var(--serif); letter-spacing: -0.01em; margin: 15mm 0 5mm; }
h2 { font-weight: 650; font-size: 11.2pt; margin: 8mm 0 2.4mm; }
h3 { font-weight: 650; font-size: 9.4pt; color: var(--teal); margin: 5.5mm 0 1.8mm; }
ul, ol { margin: 0 0 3mm; padding: 0; list-style: none; }
li { position: relative; padding-left: 5.5mm; margin-bottom: 1.5mm; break-inside: avoid; }
li p { margin: 0; }
ul > li::before { content: ''; position: absolute; left: 0.6mm; top: 0.74em; width: 2.4mm; height: 0.25mm; background: var(--teal); }
ol { counter-reset: step; }
ol > li { counter-increment: step; }
ol > li::before { content: counter(step); position: absolute; left: 0; font: 600 8.6pt/1.84 var(--sans); color: var(--teal); }
strong { font-weight: 640; }
.callout { break-inside: avoid; border-left: 0.7mm solid var(--teal); background: var(--tint); padding: 3mm 4.5mm; margin: 4.5mm 0 5mm;
  font-size: 9.8pt; }
.callout.caution { border-color: var(--soft); background: #f3f4f3; }
.callout p:last-child { margin: 0; }
.gap, .gap-box { font-family: var(--sans); color: var(--amber); background: var(--amber-tint); }
.gap { font-size: 0.88em; padding: 0.2mm 1.2mm; border-radius: 0.8mm; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.gap-box { font-size: 8.6pt; line-height: 1.45; border: 0.25mm solid var(--amber-line); border-left-width: 0.9mm; padding: 1.8mm 3mm;
  margin: 2mm 0 4mm; break-inside: avoid; }
.page-break { break-before: page; }
`

const tables = `
table { width: 100%; border-collapse: collapse; margin: 3.5mm 0 6mm; font: 8.5pt/1.34 var(--sans); }
caption { text-align: left; font-weight: 650; font-size: 8.6pt; padding: 0 0 1.7mm; break-after: avoid; caption-side: top; }
thead { display: table-header-group; break-after: avoid; break-inside: avoid; }
tbody tr:first-child, tr.total { break-before: avoid; }
tr, table.together { break-inside: avoid; }
th, td { text-align: left; vertical-align: baseline; padding: 1.35mm 2.4mm 1.35mm 0; border-bottom: 0.18mm solid var(--faint); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 550; font-size: 7.9pt; color: var(--soft); border-top: 0.45mm solid var(--teal); border-bottom: 0.25mm solid var(--line);
  vertical-align: bottom; }
tbody th { font-weight: 420; }
.num { text-align: right; white-space: nowrap; }
td.num, tbody th.num { font-family: var(--serif); font-size: 9.3pt; line-height: 1.22; }
td.num:not(:last-child), th.num:not(:last-child) { padding-right: 3mm; }
tr.group th, tr.group td { font-weight: 600; padding-top: 3mm; border-bottom-color: var(--line); }
tr.group { break-after: avoid; }
tr.group ~ tr:not(.group, .total) th { padding-left: 3mm; }
tr.total th, tr.total td { font-weight: 650; border-top: 0.3mm solid var(--ink); border-bottom: none; }
tr.mark th, tr.mark td { background: var(--tint); font-weight: 600; }
.none { color: #98a09c; }
figure { margin: 4mm 0 6mm; break-inside: avoid; }
figcaption { font: 650 8.6pt/1.35 var(--sans); margin-bottom: 1.5mm; }
figcaption small { display: block; font-weight: 400; font-size: 7.9pt; color: var(--soft); }
figure svg { display: block; width: 100%; height: auto; font-family: var(--sans); }
dl.terms { margin: 2mm 0 4mm; }
dl.terms div { break-inside: avoid; padding: 1.6mm 0; border-top: 0.18mm solid var(--faint); display: grid; grid-template-columns: 36mm 1fr; gap: 4mm; }
dl.terms dt { font: 600 8.8pt/1.7 var(--sans); }
dl.terms dd { margin: 0; font-size: 9.8pt; }
.rules { margin-bottom: 3mm; }
.part-of-plan { break-inside: avoid-page; }
.lead { font-size: 11pt; }
`

const sheets = `
@page cover { margin: 0; }
.cover { page: cover; width: var(--page-width); height: var(--page-height); overflow: hidden; break-after: page; position: relative;
  font-family: var(--sans); background: var(--teal); color: #fff; }
.cover-lines { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0.22; }
.cover-company { position: absolute; left: 22mm; right: 22mm; top: 26mm; font: 600 13pt/1.3 var(--sans); margin: 0; }
.cover-title { position: absolute; left: 22mm; right: 30mm; top: 37%; }
.cover-name { font: 540 44pt/1.04 var(--serif); letter-spacing: -0.02em; margin: 0 0 7mm; text-wrap: balance; }
.cover-year { font: 400 15pt/1.3 var(--sans); margin: 0; }
.cover-facts { position: absolute; left: 22mm; right: 22mm; bottom: 26mm; margin: 0; display: grid; grid-template-columns: 1.3fr 1fr 1fr; gap: 6mm 7mm; }
.cover-facts div { border-top: 0.25mm solid rgb(255 255 255 / 55%); padding-top: 2mm; }
.cover-facts dt { font-size: 7.9pt; color: rgb(255 255 255 / 80%); margin: 0 0 0.6mm; }
.cover-facts dd { font-size: 9.6pt; line-height: 1.4; font-weight: 500; margin: 0; text-wrap: balance; }
.contents { padding-top: 6mm; }
.contents-title { font: 600 21pt/1.16 var(--serif); letter-spacing: -0.01em; margin: 0 0 9mm; }
.contents ol { margin: 0; counter-reset: none; }
.contents li { padding: 0; margin: 0; font-family: var(--sans); break-inside: avoid; }
.contents li::before { content: none; }
.contents a { color: inherit; text-decoration: none; display: flex; align-items: baseline; }
.contents .no { width: 11mm; flex: none; color: var(--teal); }
.contents .dots { flex: 1; min-width: 6mm; border-bottom: 0.3mm dotted #a9b1ad; margin: 0 2mm; transform: translateY(-0.8mm); }
.contents .page { min-width: 6mm; text-align: right; }
.contents .level-1 { font-weight: 600; font-size: 10.2pt; padding: 2.5mm 0 0.7mm; }
.contents .level-2 { font-size: 9.2pt; color: #38403d; padding: 0.55mm 0; }
.contents .level-2 .no { color: var(--soft); }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; margin: 10mm 0 8mm; break-inside: avoid; font-family: var(--sans); }
.sign-who { font-weight: 600; font-size: 9pt; margin: 0; }
.sign-line { border-bottom: 0.25mm solid var(--ink); height: 15mm; position: relative; }
.sign-line span { position: absolute; left: 0; bottom: 1mm; font-size: 9.4pt; }
.sign-line small { position: absolute; left: 0; top: 100%; font-size: 7.4pt; color: var(--soft); padding-top: 0.6mm; line-height: 1; }
`

// The handbook hangs the numbers of its headings in a margin column and sets its text in a narrow measure beside it.
const handbook = `
.handbook > *:not(.field-block, h1, h2, h3, .page-break), .handbook > .field-block > *:not(.cover, h2, h3) { margin-left: var(--indent); }
.handbook h1, .handbook h2, .handbook h3 { padding-left: var(--indent); position: relative; }
.handbook h1 .no, .handbook h2 .no { display: inline-block; width: var(--indent); margin: 0 -0.25em 0 calc(-1 * var(--indent)); color: var(--teal); }
.handbook h1 { border-top: 0.3mm solid var(--line); padding-top: 5mm; }
.handbook table { width: calc(100% - var(--indent)); }
.handbook table.wide { width: 100%; margin-left: 0 !important; }
.handbook .page-break + h1, .handbook h1:first-child { margin-top: 0; }
`

const screen = `
@media screen {
  html { background: #dfe3e0; }
  body { width: var(--page-width); min-height: var(--page-height); margin: 6mm auto; padding: 24mm 22mm 20mm; background: #fff;
    box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 6px 24px rgb(0 0 0 / 10%); }
  .cover { margin: -24mm -22mm 0; height: var(--page-height); }
  .page-break { height: 8mm; margin: 14mm -22mm; background: #dfe3e0; }
  .contents { padding-top: 20mm; }
  .contents .page { display: none; }
  .live { border-bottom: 1px dotted rgb(13 100 97 / 45%); }
}
`

export const printStyle = `${text}${tables}${sheets}${handbook}${letterStyle}${screen}`
