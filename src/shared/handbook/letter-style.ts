// What a personal letter adds to the look of the handbook: an address, a block of facts, and a closer setting for one or two pages.
export const letterStyle = `
.letter { font-size: 10pt; line-height: 1.46; }
.letter h1 { font-size: 18pt; margin: 9mm 0 4mm; }
.letter h2 { font-size: 10.2pt; margin: 5.5mm 0 1.6mm; }
.letter h2 + p { break-after: avoid; }
.letter table { margin: 2mm 0 3.5mm; }
.letter-head { display: flex; justify-content: space-between; align-items: flex-end; border-bottom: 0.5mm solid var(--teal); padding-bottom: 3mm;
  font-family: var(--sans); }
.letter-head .company { font-weight: 650; font-size: 12pt; }
.letter-head .when { font-size: 8.4pt; color: var(--soft); }
.letter-to { font-family: var(--sans); font-size: 9pt; line-height: 1.45; margin: 9mm 0 0; }
.letter-to strong { font-size: 10pt; }
.letter-facts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0; margin: 5mm 0 2mm; font-family: var(--sans); break-inside: avoid; }
.letter-facts div { border-top: 0.25mm solid var(--line); padding: 1.6mm 3mm 3.2mm 0; }
.letter-facts dt { font-size: 7.7pt; color: var(--soft); margin: 0; }
.letter-facts dd { margin: 0; font-size: 9.4pt; line-height: 1.35; font-weight: 500; }
.letter-facts .strong dd { font-size: 12.5pt; font-weight: 650; }
.letter .signatures { margin: 5mm 0 2mm; }
.letter .sign-line { height: 12mm; }
.letter-components td:last-child { font-family: var(--serif); font-size: 9.2pt; line-height: 1.36; }
`
