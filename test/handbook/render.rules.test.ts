// What is printed equals the values' own arithmetic, in both languages; a gap is said in words; nothing breaks the page.
import { describe, expect, test } from 'vitest'
import { workedExamples } from '#shared/compensation/index.ts'
import { fields, findField } from '#shared/handbook/fields/index.ts'
import { makeFormat } from '#shared/handbook/format.ts'
import { escapeHtml, html } from '#shared/handbook/html.ts'
import { renderHandbook } from '#shared/handbook/render.ts'
import { sumByQuarter, sumQuotas, tabulateQuotas } from '#shared/handbook/rules.ts'
import { standard } from '#shared/handbook/templates/standard.ts'
import type { HandbookValues } from '#shared/handbook/values.ts'
import { currencyCode } from '#shared/units/money.ts'
import type { Language } from '#shared/workspace/types.ts'
import { makeValues } from './values.ts'

const languages: readonly Language[] = ['en', 'es']
const render = (values: HandbookValues, language: Language = 'en') =>
  renderHandbook(standard.documents.handbook[language], values, language, { kind: 'handbook', seller: null })
const letter = (values: HandbookValues, language: Language = 'en', at = 0) =>
  renderHandbook(standard.documents.letter[language], values, language, {
    kind: 'letter',
    seller: values.sellers[at] ?? null
  })
/** Cells of the rows of a table, found by its caption. */
function tableOf(page: string, caption: RegExp): string[][] {
  const table = page.split('<table').find((part) => caption.test(/<caption>([^<]*)/.exec(part)?.[1] ?? ''))
  if (table === undefined) throw new Error(`no table ${caption}`)
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => (cell ?? '').replace(/<[^>]+>/g, ''))
  )
}
const digitsOf = (text: string | undefined) => Number((text ?? '').replace(/[^\d]/g, ''))

describe('the quota table', () => {
  const values = makeValues()

  test('adds up by seller, team, quarter and year, to the minor unit', () => {
    const table = tabulateQuotas(values, 'en-GB')
    expect(table.yearMinor).toBe(sumQuotas(values.quotas))
    expect(table.teams.map((team) => team.yearMinor).reduce((a, b) => a + b, 0)).toBe(table.yearMinor)
    expect(table.quartersMinor.reduce<number>((a, b) => a + (b ?? 0), 0)).toBe(table.yearMinor)
    expect(table.teams[0]?.rows.map((row) => row.sellerName)).toEqual(['Ana Ruiz', 'Inés Prat', 'Tomás Vidal'])
  })

  test.each(languages)('is printed with the sums of its own rows (%s)', (language) => {
    const rows = tableOf(render(values, language).html, /Quotas by quarter|Cuotas por trimestre/)
    const people = rows.filter((row) => values.sellers.some(({ name }) => name === row[0]))
    const total = rows.at(-1) ?? []
    expect(people).toHaveLength(5)
    for (const column of [1, 2, 3, 4, 5])
      expect(people.reduce((sum, row) => sum + digitsOf(row[column]), 0)).toBe(digitsOf(total[column]))
    expect(digitsOf(total[5])).toBe(183_500_051)
    for (const row of people)
      expect(row.slice(1, 5).reduce((sum, cell) => sum + digitsOf(cell), 0)).toBe(digitsOf(row[5]))
  })

  test('has no figure for a quarter without quota, and names who has none at all', () => {
    const quotas = values.quotas.filter((quota) => quota.sellerId !== 5 && !/M0[456]$/.test(quota.periodKey))
    expect(sumByQuarter(quotas, values.quarters)[1]).toBeNull()
    const page = render({ ...values, quotas })
    expect(page.missing.map(({ text }) => text)).toContain('no quota for 1 seller: Marta Soler')
    expect(tableOf(page.html, /Quotas by quarter/).find((row) => row[0] === 'Ana Ruiz')?.[2]).toBe('–')
    expect(page.html).toContain('<p class="gap-box"><strong>Missing</strong> no quota for 1 seller: Marta Soler</p>')
  })

  test('says whether it adds up to what was shared out', () => {
    expect(render(values).html).toContain('add up to exactly €1,835,000.51')
    const allocation = values.allocation && { ...values.allocation, streetMinor: 183_500_000 }
    expect(render({ ...values, allocation }).html).toContain('add up to €1,835,000.51, €0.51 more than was shared out')
  })
})

describe('results and territories', () => {
  test('print last year by quarter with the share of each', () => {
    const rows = tableOf(render(makeValues()).html, /Bookings by quarter/)
    expect(rows[1]).toEqual(['Q1 2026', '80', '270,000.00', '18.0\u00a0%', '3,375'])
    expect(rows.at(-1)).toEqual(['Year', '412', '1,500,000.50', '100.0\u00a0%', '3,641'])
  })

  test('the best five and all others make the whole, deals of unknown sellers with them', () => {
    const rows = tableOf(render(makeValues()).html, /five highest/).slice(1)
    const sum = (column: number) => rows.slice(0, -1).reduce((all, row) => all + digitsOf(row[column]), 0)
    expect(sum(2)).toBe(150_000_050)
    expect(sum(1)).toBe(412)
    expect(rows.map((row) => row[0])).toEqual([
      'Ana Ruiz',
      'Luca Conti',
      'Tomás Vidal',
      'Inés Prat',
      'Marta Soler',
      'All others (1)',
      'Year'
    ])
  })

  test('a territory without people and accounts left out are said', () => {
    const values = makeValues()
    const territories = values.territories.map((each, at) => (at === 0 ? { ...each, sellers: [] } : each))
    const { missing } = render({ ...values, territories, accountsWithoutTerritory: 12 })
    expect(missing.map(({ text }) => text)).toEqual(['nobody assigned to Iberia', '12 accounts are in no territory'])
  })
})

describe('pay', () => {
  test('the payout table reads the curve: 75/25 with 1.5 × above 100 %', () => {
    const rows = tableOf(render(makeValues()).html, /What each attainment pays/)
    expect(rows.find((row) => row[0] === '120\u00a0%')?.slice(1)).toEqual([
      '97.50\u00a0%',
      '30.0\u00a0%',
      '127.50\u00a0%'
    ])
    expect(rows.find((row) => row[0] === '100\u00a0%')?.slice(1)).toEqual([
      '75.00\u00a0%',
      '25.0\u00a0%',
      '100.00\u00a0%'
    ])
  })

  test.each(languages)('a letter prints what the engine computes for this person (%s)', (language) => {
    const values = makeValues()
    const rows = tableOf(letter(values, language).html, /Your examples|Tus ejemplos/)
    const plan = values.payPlans[0]
    if (plan === undefined) throw new Error('a plan')
    const examples = workedExamples(plan.rules, 2_400_000, 48_000_000)
    expect(rows.at(-1)?.slice(1).map(digitsOf)).toEqual(examples.map((each) => (each.totalMinor ?? 0) / 100))
    expect(rows.at(-1)?.slice(1).map(digitsOf)).toEqual([19_200, 24_000, 30_600])
  })

  test('the components of a letter add up to the target pay', () => {
    const rows = tableOf(letter(makeValues()).html, /Components of your pay/).slice(1)
    expect(rows.map((row) => row[1])).toEqual(['75\u00a0%', '25\u00a0%'])
    expect(rows.map((row) => digitsOf(row[2]))).toEqual([18_000, 6_000])
  })

  test('the curve is a picture with words', () => {
    expect(render(makeValues()).html).toMatch(
      /<svg viewBox="[^"]+" role="img" aria-label="Attainment → Of target pay: 100.%/
    )
  })
})

describe('what is missing', () => {
  const nothing: HandbookValues = makeValues({
    company: ' ',
    results: null,
    territories: [],
    quotas: [],
    allocation: null,
    payPlans: [],
    dataAsOf: null,
    sellers: makeValues().sellers.map((seller) => ({ ...seller, teamName: null }))
  })

  test.each(languages)('is said in words by every field, never blank or 0 (%s)', (language) => {
    const { html: page, missing } = render(nothing, language)
    const gapsOnPage = [...page.matchAll(/class="gap(?:-box)?">(?:<strong>[^<]*<\/strong> )?([^<]*)/g)].map(
      ([, text]) => text
    )
    expect(new Set(missing.map(({ text }) => escapeHtml(text)))).toEqual(new Set(gapsOnPage))
    expect(missing.length).toBe(9)
    for (const field of fields.filter((each) => each.kinds.includes('handbook'))) {
      const result = field.render({
        values: nothing,
        format: makeFormat(language, 'en-GB', nothing.currency),
        language,
        seller: null,
        heading: () => html``
      })
      if (result.markup === undefined || result.markup.markup.trim() === '') {
        expect(result.gaps.length, field.name).toBeGreaterThan(0)
        for (const { text } of result.gaps) expect(text.length, field.name).toBeGreaterThan(5)
      }
    }
    expect(page).toContain('class="gap"')
    expect(page).not.toMatch(/undefined|NaN|null|\[object/)
  })

  test.each(languages)('in a letter names the person (%s)', (language) => {
    const { missing } = letter({ ...nothing }, language)
    expect(missing.map(({ screen }) => screen)).toEqual(
      expect.arrayContaining(['compensation', 'quotas', 'territories', 'people'])
    )
    expect(missing.some(({ text }) => text.includes('Ana Ruiz'))).toBe(true)
  })

  test('a field of a name nobody knows is said, not dropped', () => {
    const document = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          attrs: { id: 'a' },
          content: [{ type: 'field' as const, attrs: { name: 'gone.field' } }]
        }
      ]
    }
    const page = renderHandbook(document, makeValues(), 'en', { kind: 'handbook', seller: null })
    expect(page.missing[0]?.text).toBe('{gone.field}: a field of this name does not exist')
  })
})

describe('safety', () => {
  test('names never become markup', () => {
    const values = makeValues({ company: '<script>alert(1)</script>', scenarioName: '"><img src=x onerror=alert(1)>' })
    values.sellers[0] = {
      ...(values.sellers[0] ?? makeValues().sellers[0]),
      name: "O'Hara <b>&",
      teamName: '</table>'
    } as HandbookValues['sellers'][number]
    for (const { html: page, title } of [render(values), letter(values), render(values, 'es')]) {
      expect(page).not.toMatch(/<script|<img|<b>|<\/table>[^\n<]*<\/t[hd]>/)
      expect(page).toContain(escapeHtml('<script>alert(1)</script>'))
      expect(title).not.toContain('&lt;')
    }
  })

  test('the page may run no script and load nothing', () => {
    expect(render(makeValues()).html).toContain("content=\"default-src 'none';")
    expect(render(makeValues()).html).not.toMatch(/https?:|src=/)
  })

  test('html escapes text in content and attributes, and keeps markup', () => {
    expect(html`<p title="${'"x"'}">${['a<', html`<i>${'&'}</i>`]}</p>`.markup).toBe(
      '<p title="&quot;x&quot;">a&lt;<i>&amp;</i></p>'
    )
  })
})

describe('two languages', () => {
  test('mirror each other: the same blocks, ids and fields', () => {
    for (const kind of ['handbook', 'letter'] as const) {
      const shape = (language: Language) =>
        JSON.parse(
          JSON.stringify(standard.documents[kind][language], (key, value: unknown) =>
            key === 'text' ? 'words' : value
          )
        ) as { content: unknown[] }
      const fieldNames = (language: Language) =>
        [...JSON.stringify(standard.documents[kind][language]).matchAll(/"name":"([^"]+)"/g)]
          .map((match) => match[1])
          .sort()
      const outline = (language: Language) =>
        standard.documents[kind][language].content.map((block) => [
          block.type,
          'attrs' in block ? block.attrs : null,
          block.type === 'bulletList' || block.type === 'orderedList' ? block.content.length : 0
        ])
      expect(outline('es')).toEqual(outline('en'))
      expect(fieldNames('es')).toEqual(fieldNames('en'))
      expect(shape('es').content).toHaveLength(shape('en').content.length)
    }
  })

  test('every field has words in both, every field of the templates exists', () => {
    for (const field of fields)
      for (const language of languages) {
        expect(field.label[language].length).toBeGreaterThan(2)
        expect(field.source[language].length).toBeGreaterThan(5)
      }
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
    for (const kind of ['handbook', 'letter'] as const)
      for (const [, name] of JSON.stringify(standard.documents[kind]).matchAll(/"name":"([^"]+)"/g))
        expect(findField(name ?? '')?.kinds, name).toContain(kind)
  })

  test('have the same headings, numbered in order, none missing for the sample values', () => {
    const [en, es] = [render(makeValues()), render(makeValues(), 'es')]
    expect(en.missing).toEqual([])
    expect(es.missing).toEqual([])
    expect(es.headings.map(({ id, level }) => [id, level])).toEqual(en.headings.map(({ id, level }) => [id, level]))
    expect(en.headings.filter(({ level }) => level === 1).map(({ text }) => Number(text.split(' ')[0]))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    ])
    expect(en.html).toContain('data-page-of="purpose"')
  })

  test('write numbers their own way', () => {
    const eur = currencyCode('EUR')
    expect(makeFormat('es', 'es-ES', eur).money(123_456_789)).toBe('1.234.567,89\u00a0€')
    expect(makeFormat('es', 'en-GB', eur).amount(123_400)).toBe('1.234')
    expect(makeFormat('en', 'es-ES', eur).amount(-123_400)).toBe('−1,234')
    expect(makeFormat('en', 'en-GB', currencyCode('JPY')).amount(1_234_567)).toBe('1,234,567')
    expect(render(makeValues(), 'es').html).toContain('del 1 de enero de 2027 al 31 de diciembre de 2027')
  })
})
